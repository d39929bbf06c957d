import { WatchfloorError } from '../../model/index.ts';
import { mp3Encoder } from '../encode/mp3-encoder.ts';
import { mp3Rate } from '../encode/mpeg-frame.ts';
import { loudnessMeter } from '../master/loudness.ts';
import { truePeak } from '../master/true-peak.ts';
import type { NarrateOptions } from './narrate.ts';
import { narrate } from './narrate.ts';
import type { Line, Plan } from './plan.ts';

/** When a line is heard: seconds from the beginning of the sound. */
export interface Cue extends Omit<Line, 'utterances' | 'pause'> {
  readonly start: number;
  readonly end: number;
}

export interface Recording {
  readonly sampleRate: number;
  readonly seconds: number;
  readonly cues: readonly Cue[];
  /** Programme loudness, LUFS. */
  readonly loudness: number;
  /** Before encoding, dBTP. */
  readonly truePeakDb: number;
  /** What replaces the first bytes that were written, once all are. */
  readonly closingFrame: Uint8Array;
}

/**
 * Speaks a plan into an MP3 stream; encoding keeps pace with speaking. Memory does not grow with the length of the
 * text but for the cues.
 *
 * @param write takes each stretch of bytes in order; the first is the opening frame. Awaited, so it can hold back.
 * @throws {WatchfloorError} listen.nothing-to-say, and what `narrate` throws
 */
export const recordMp3 = async (
  plan: Plan,
  options: NarrateOptions,
  write: (bytes: Uint8Array) => Promise<void> | void,
): Promise<Recording> => {
  if (plan.lines.length === 0)
    throw new WatchfloorError(
      'listen.nothing-to-say',
      plan.skipped.length > 0
        ? `No word is left to speak: the text holds only what a voice of this language skips (${plan.skipped.length} links, emoji or stretches in another script).`
        : 'No word is left to speak: the text is empty; check it with `watchfloor read --document-only`.',
    );
  const sampleRate = mp3Rate(options.voice.sampleRate);
  const encoder = await mp3Encoder(sampleRate);
  const meter = loudnessMeter(sampleRate);
  const cues: Cue[] = [];
  let peak = 0;
  let samples = 0;
  await write(encoder.openingFrame);
  for await (const spoken of narrate(plan, options, sampleRate)) {
    meter.add(spoken.samples);
    peak = truePeak(spoken.samples, peak);
    samples += spoken.samples.length;
    const { utterances: _, pause: __, ...line } = spoken.line;
    cues.push({
      ...line,
      start: spoken.start / sampleRate,
      end: spoken.end / sampleRate,
    });
    const bytes = encoder.encode(spoken.samples);
    if (bytes.length > 0) await write(bytes);
  }
  await write(encoder.finish());
  return {
    sampleRate,
    seconds: samples / sampleRate,
    cues,
    loudness: meter.integrated(),
    truePeakDb: 20 * Math.log10(peak),
    closingFrame: encoder.closingFrame(),
  };
};
