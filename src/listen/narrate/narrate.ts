import { WatchfloorError } from '../../model/index.ts';
import { masterSpeech } from '../master/master.ts';
import { resample } from '../master/resample.ts';
import type { Voice } from '../voice/voice.ts';
import type { Line, Plan, PlannedUtterance } from './plan.ts';

export interface NarrateOptions {
  readonly voice: Voice;
  /** Speaks what stands in quotation marks; the same voice unless given. */
  readonly quoteVoice?: Voice;
  /** 0.5 … 2; 1 is the voice's own pace. */
  readonly speed?: number;
  readonly signal?: AbortSignal;
}

/** A line as sound. */
export interface SpokenLine {
  readonly line: Line;
  /** Samples from the beginning of the narration to the line's first and after its last. */
  readonly start: number;
  readonly end: number;
  /** The speech and the pause after it. */
  readonly samples: Float32Array;
}

/** Seconds between the breaths of one sentence, and between one speaker and another. */
const BREATH_PAUSE = 0.12;
/** How many utterances per thread of the voice are asked for ahead: enough that none waits, few enough to bound memory. */
const AHEAD = 3;
const SHOWN_TEXT = 80;

export const SPEED_LIMITS = { slowest: 0.5, fastest: 2 } as const;

/** @throws {WatchfloorError} listen.speed-out-of-range */
const checkedSpeed = (speed: number): number => {
  const { slowest, fastest } = SPEED_LIMITS;
  if (speed >= slowest && speed <= fastest) return speed;
  throw new WatchfloorError(
    'listen.speed-out-of-range',
    `The speed ${speed} is outside ${slowest} to ${fastest}; 1 is the voice's own pace.`,
  );
};

const silence = (seconds: number, sampleRate: number): Float32Array =>
  new Float32Array(Math.round(seconds * sampleRate));

const joined = (parts: readonly Float32Array[]): Float32Array => {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * Speaks a plan line by line, mastered and in order, while later lines are already being spoken by the voice's threads.
 * Times are exact: they are counts of samples.
 *
 * @param sampleRate Hz of the sound; that of the voice unless given
 * @throws {WatchfloorError} listen.voice-failed, listen.speed-out-of-range; an aborted signal throws its reason.
 */
export async function* narrate(
  plan: Plan,
  options: NarrateOptions,
  sampleRate: number = options.voice.sampleRate,
): AsyncGenerator<SpokenLine> {
  const { voice, quoteVoice = voice, signal } = options;
  const speed = checkedSpeed(options.speed ?? 1);

  const speakOne = async ({ utterance, quoted }: PlannedUtterance): Promise<Float32Array> => {
    const speaker = quoted ? quoteVoice : voice;
    const raw = await speaker.speak(utterance, { speed, ...(signal ? { signal } : {}) });
    const speech = masterSpeech(raw, { sampleRate: speaker.sampleRate, trebleDb: speaker.trebleDb });
    if (speech.length === 0)
      throw new WatchfloorError(
        'listen.voice-failed',
        `The voice ${speaker.id} gave no sound for "${utterance.text.slice(0, SHOWN_TEXT)}"; choose another with --voice.`,
      );
    return resample(speech, speaker.sampleRate, sampleRate);
  };

  const pending: Promise<Float32Array>[] = [];
  const utterances = plan.lines.flatMap((line) => line.utterances);
  let asked = 0;
  const askAhead = (): void => {
    while (pending.length < voice.concurrency * AHEAD && asked < utterances.length) {
      const spoken = speakOne(utterances[asked++] as PlannedUtterance);
      // A failure is thrown when its turn comes; until then it must not count as unhandled.
      spoken.catch(() => undefined);
      pending.push(spoken);
    }
  };

  let position = 0;
  for (const line of plan.lines) {
    const parts: Float32Array[] = [];
    for (let index = 0; index < line.utterances.length; index++) {
      askAhead();
      if (index > 0) parts.push(silence(BREATH_PAUSE / speed, sampleRate));
      parts.push(await (pending.shift() as Promise<Float32Array>));
    }
    signal?.throwIfAborted();
    const end = position + parts.reduce((sum, part) => sum + part.length, 0);
    const samples = joined([...parts, silence(line.pause / speed, sampleRate)]);
    yield { line, start: position, end, samples };
    position += samples.length;
  }
}
