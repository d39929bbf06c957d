import { filtered, highShelf } from './biquad.ts';
import { limit } from './limiter.ts';
import { speechLoudness } from './loudness.ts';
import { trimSilence } from './trim.ts';

/** What podcast platforms ask of mono and stereo alike. */
export const TARGET_LUFS = -16;
/** What may be left after MP3 encoding, which moves peaks. */
export const MAX_TRUE_PEAK_DB = -1;
/** What the limiter leaves before encoding; bench/listen measures how much of the difference the encoder uses. */
const CEILING_DB = -2.5;
const SHELF_HZ = 2_500;
const TOLERANCE_LU = 0.3;
const MAX_ROUNDS = 4;

export interface MasterOptions {
  readonly sampleRate: number;
  readonly trebleDb: number;
}

/**
 * One sentence made ready: silence at its ends removed, treble corrected, brought to the target loudness, peaks held.
 * Sentence by sentence, because a synthetic voice varies more between sentences than it means to, and because the
 * first one must sound before the last is spoken. Empty when there was no sound.
 */
export const masterSpeech = (samples: Float32Array, { sampleRate, trebleDb }: MasterOptions): Float32Array => {
  const speech = trimSilence(samples, sampleRate);
  if (speech.length === 0) return speech;
  const shelved = trebleDb === 0 ? speech : filtered(speech, highShelf(sampleRate, SHELF_HZ, trebleDb));
  const ceiling = 10 ** (CEILING_DB / 20);
  let gain = 10 ** ((TARGET_LUFS - speechLoudness(shelved, sampleRate)) / 20);
  for (let round = 1; ; round++) {
    const louder = shelved.map((value) => value * gain);
    const held = limit(louder, ceiling, sampleRate);
    if (held === louder) return held;
    // Holding the peaks of a voice that has many takes loudness away: make it good, within reason.
    const missing = TARGET_LUFS - speechLoudness(held, sampleRate);
    if (missing < TOLERANCE_LU || round === MAX_ROUNDS) return held;
    gain *= 10 ** (missing / 20);
  }
};
