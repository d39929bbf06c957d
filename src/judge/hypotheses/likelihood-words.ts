import { ICD_203, wordFor } from '../../lexicon/index.ts';

/** A probability as a reader gets it: word, number and band, never one without the others. */
export interface LikelihoodWords {
  readonly word: string;
  /** In per cent, such as `62 %`. */
  readonly number: string;
  /** What the word stands for, such as `55–80 %`. */
  readonly band: string;
}

const PERCENT = 100;

/** Whole per cent where that says enough; near the ends one decimal more, so that nothing reads as certain. */
export const percent = (p: number): string => {
  if (p > 0 && p < 0.0005) return 'under 0.1 %';
  if (p < 1 && p > 0.9995) return 'over 99.9 %';
  const value = p * PERCENT;
  return `${p > 0 && (p < 0.0095 || p >= 0.9905) && p < 1 ? value.toFixed(1) : Math.round(value)} %`;
};

/** In words of ICD 203. Beyond the outermost band the outermost word, with what is beyond named. */
export const likelihoodWords = (p: number): LikelihoodWords => {
  const worded = wordFor(p, ICD_203);
  const number = percent(p);
  if (worded.kind === 'band') {
    const { low, high } = worded.band;
    return { word: worded.word, number, band: `${Math.round(low * PERCENT)}–${Math.round(high * PERCENT)} %` };
  }
  const { below, above } = worded;
  return below && !above
    ? { word: below.words[0] as string, number, band: `above ${Math.round(below.high * PERCENT)} %` }
    : { word: above?.words[0] as string, number, band: `under ${Math.round((above?.low ?? 0) * PERCENT)} %` };
};

/** "likely, 62 % (band 55–80 %)". */
export const likelihoodPhrase = (p: number): string => {
  const { word, number, band } = likelihoodWords(p);
  return `${word}, ${number} (band ${band})`;
};

/** As a predicate: "is likely, 62 % …", "has almost no chance, 2 % …", "has a roughly even chance, 50 % …". */
export const likelihoodClause = (p: number): string => {
  const phrase = likelihoodPhrase(p);
  if (/^almost no chance/.test(phrase)) return `has ${phrase}`;
  return /^roughly even/.test(phrase) ? `has a ${phrase}` : `is ${phrase}`;
};
