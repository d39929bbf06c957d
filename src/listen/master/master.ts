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
/** How much louder a held sentence gets by one more decibel: as a rule, and never reckoned with less. */
const USUAL_PASS = 0.5;
const LEAST_PASS = 0.4;
/** Beyond this a sentence is left softer: more would flatten it. */
const MOST_MAKE_UP_DB = 8;

export interface MasterOptions {
  readonly sampleRate: number;
  readonly trebleDb: number;
}

const linear = (decibels: number): number => 10 ** (decibels / 20);

const scaled = (samples: Float32Array, gain: number): Float32Array => {
  const out = new Float32Array(samples.length);
  for (let index = 0; index < out.length; index++) out[index] = (samples[index] as number) * gain;
  return out;
};

/**
 * One sentence made ready: silence at its ends removed, treble corrected, brought to the target loudness, peaks held.
 * Sentence by sentence, because a synthetic voice varies more between sentences than it means to, and because the
 * first one must sound before the last is spoken. Empty when there was no sound.
 */
export const masterSpeech = (samples: Float32Array, { sampleRate, trebleDb }: MasterOptions): Float32Array => {
  const speech = trimSilence(samples, sampleRate);
  if (speech.length === 0) return speech;
  const shelved = trebleDb === 0 ? speech : filtered(speech, highShelf(sampleRate, SHELF_HZ, trebleDb));
  const ceiling = linear(CEILING_DB);
  const needed = TARGET_LUFS - speechLoudness(shelved, sampleRate);
  const most = needed + MOST_MAKE_UP_DB;
  let gainDb = needed;
  let before = { gainDb, missing: 0 };
  for (let round = 1; ; round++) {
    const louder = scaled(shelved, linear(gainDb));
    const held = limit(louder, ceiling, sampleRate);
    if (held === louder) return held;
    // Holding the peaks of a voice that has many takes loudness away: make it good, within reason.
    const missing = TARGET_LUFS - speechLoudness(held, sampleRate);
    if (Math.abs(missing) < TOLERANCE_LU || round === MAX_ROUNDS) return held;
    // Of each further decibel a part is held back again; after two rounds it is known which part.
    const passed = round === 1 ? USUAL_PASS : (before.missing - missing) / (gainDb - before.gainDb);
    before = { gainDb, missing };
    gainDb = Math.min(most, gainDb + missing / Math.min(1, Math.max(LEAST_PASS, passed)));
  }
};
