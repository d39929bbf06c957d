import type { EstimativeScale } from '../../../lexicon/index.ts';
import {
  bandInRow,
  type EstimativeWord,
  estimativeWords,
  rowsOf,
  rowWords,
  type WordRow,
} from '../estimative-words.ts';
import type { LintFix, LintRule, Remark } from '../rule.ts';

const rowName = ({ scale, row }: WordRow): string =>
  scale.hasRows ? `${scale.name} (${row === 0 ? 'first' : 'second'} row)` : scale.name;

const percent = (share: number): number => Math.round(share * 100);

const covered = (words: readonly EstimativeWord[], row: WordRow): number =>
  words.filter(({ canonical }) => bandInRow(canonical, row) !== undefined).length;

/** The row that has most of the words; the first of equals. */
const rowOfText = (words: readonly EstimativeWord[], rows: readonly WordRow[]): WordRow =>
  rows.reduce((best, row) => (covered(words, row) > covered(words, best) ? row : best));

/** The word of the target row that is nearest to a word of another scale. */
const counterpart = (canonical: string, target: WordRow, scales: readonly EstimativeScale[]): string | undefined => {
  const band = scales.flatMap(rowsOf).flatMap((row) => bandInRow(canonical, row) ?? [])[0];
  if (band === undefined) return undefined;
  const middle = (band.low + band.high) / 2;
  const words = rowWords(target);
  const distances = target.scale.bands.map(({ low, high }) => Math.abs((low + high) / 2 - middle));
  const nearest = distances.indexOf(Math.min(...distances));
  return words[nearest]?.[0];
};

/** Words of two rows for the same band, which stand in a sentence in the same way: exchanging them changes no meaning. */
const EXCHANGEABLE = new Set(['highly improbable', 'very unlikely', 'highly probable', 'very likely']);

const safeFix = (word: EstimativeWord, target: WordRow, instead: string): LintFix | undefined => {
  const sameBand = rowsOf(target.scale).some((row) => bandInRow(word.canonical, row) === bandInRow(instead, target));
  return sameBand && EXCHANGEABLE.has(instead) && word.words.toLowerCase() === word.canonical
    ? {
        span: word.span,
        text: /^\p{Lu}/u.test(word.words) ? instead.replace(/^./, (first) => first.toUpperCase()) : instead,
      }
    : undefined;
};

const remarkOn = (
  [word, ...again]: readonly [EstimativeWord, ...EstimativeWord[]],
  target: WordRow,
  scales: readonly EstimativeScale[],
  isGiven: boolean,
): Remark => {
  const origins = scales.flatMap(rowsOf).filter((row) => bandInRow(word.canonical, row) !== undefined);
  const instead = counterpart(word.canonical, target, scales);
  const band = instead && bandInRow(instead, target);
  const fix = instead ? [word, ...again].flatMap((one) => safeFix(one, target, instead) ?? []) : [];
  return {
    span: word.span,
    why: `“${word.words}” is a word of ${origins.map(rowName).join(' and ')}; ${isGiven ? 'this project keeps to' : 'the other likelihoods of this text are those of'} ${rowName(target)}.`,
    remedy: band
      ? `Nearest there is “${instead}” (${percent(band.low)}–${percent(band.high)} %); use it if that is what you mean.`
      : `Use a word of ${rowName(target)}.`,
    ...(fix.length > 0 && { fix }),
  };
};

export const mixedScales: LintRule = {
  id: 'mixed-scales',
  level: 'warning',
  summary: 'likelihood words of more than one scale in one text',
  reason:
    'A reader takes a likelihood word for a band of probability. “Highly unlikely” is 10 to 20 % on the PHIA yardstick; “very unlikely” is 5 to 20 % by ICD 203, which also asks not to mix its two rows of words in one product. Words of several scales in one text leave the reader guessing whether two words mean two things.',
  limits:
    'Words inside quotations, and behind “X said”, are not counted. Comparisons (“more likely”) and names of things (“a likely candidate”) are left alone. A text passes when any single scale has all of its words. One remark a word, at its first place.',
  fixable: true,
  example: {
    bad: 'A ceasefire is very unlikely this year. It is likely that talks go on. A transfer of reactors is highly improbable.',
    good: 'A ceasefire is very unlikely this year. It is likely that talks go on. A transfer of reactors is very unlikely.',
  },
  check: ({ sentences, scale, scales }) => {
    const words = estimativeWords(sentences, scales);
    const rows = scale ? rowsOf(scale) : scales.flatMap(rowsOf);
    if (words.length === 0 || rows.some((row) => covered(words, row) === words.length)) return [];
    const target = rowOfText(words, rows);
    const strangers = new Map<string, [EstimativeWord, ...EstimativeWord[]]>();
    for (const word of words.filter(({ canonical }) => !bandInRow(canonical, target))) {
      const places = strangers.get(word.canonical);
      if (places) places.push(word);
      else strangers.set(word.canonical, [word]);
    }
    return [...strangers.values()].map((places) => remarkOn(places, target, scales, scale !== undefined));
  },
};
