import type { EstimativeBand, EstimativeScale } from '../../lexicon/index.ts';
import type { Span } from '../../model/index.ts';
import { isReported, type LintSentence, phrasePattern, placed } from './sentence.ts';

/** A row of words of a scale: ICD 203 has two that must not be mixed, other scales have one. */
export interface WordRow {
  readonly scale: EstimativeScale;
  readonly row: number;
}

export interface EstimativeWord {
  readonly span: Span;
  readonly sentence: LintSentence;
  /** As the text has it. */
  readonly words: string;
  /** The scales' own form: "almost certain" for "almost certainly". */
  readonly canonical: string;
}

/** A row's words by band, lowest first. */
export const rowWords = ({ scale, row }: WordRow): readonly (readonly string[])[] =>
  scale.bands.map(({ words }) => (scale.hasRows ? words.slice(row, row + 1) : words));

export const rowsOf = (scale: EstimativeScale): readonly WordRow[] => {
  const rows = scale.hasRows ? Math.max(...scale.bands.map(({ words }) => words.length)) : 1;
  return Array.from({ length: rows }, (_, row) => ({ scale, row }));
};

/** "probable" is also met as "probably", "certain" as "certainly"; "remote" estimates only before a chance. */
const formsOf = (word: string): string => {
  if (word === 'remote') return 'remote (?:chance|possibility|prospect|likelihood)';
  return word
    .replace(/^roughly even (chance|odds)$/, '(?:roughly|about|approximately) even $1s?')
    .replace(/^chances about even$/, 'chances (?:are |were )?about even')
    .replace(/probable$/, 'probabl[ey]')
    .replace(/certain$/, 'certain(?:ly)?');
};

/** "more likely" compares, "a likely candidate" names, "probable cause" is law: none of them estimates. */
const COMPARED =
  /(?:\b(?:more|less|most|least|as|so|how|too|equally|increasingly|far|much|not|n['’]t|no)|%|\bpercent)\s+$/i;
const ATTRIBUTIVE = /\b(?:the|a|an|its|his|her|their|any|some|two|three|most|other|another|of)\s+$/i;
const NAMES_A_THING =
  /^\s+(?!(?:to|that|be|not|going|have|has|had|in|on|by|will|would|is|was|remain|be[a-z]*)\b)[a-z]{3,}/;

const pattern = (words: readonly string[]): RegExp => {
  // Longer phrases first: "very unlikely" is not "unlikely".
  const forms = [...words].sort((a, b) => b.length - a.length).map((word) => `(${formsOf(word)})`);
  return phrasePattern(forms.join('|'));
};

interface Vocabulary {
  readonly words: readonly string[];
  readonly pattern: RegExp;
}

const compiled = new WeakMap<readonly EstimativeScale[], Vocabulary>();

const vocabulary = (scales: readonly EstimativeScale[]): Vocabulary => {
  const known = compiled.get(scales);
  if (known) return known;
  // "probably not" is "probable" with a "not" behind it: only Kent counts it as a word, and it marks no scale.
  const words = [...new Set(scales.flatMap(({ bands }) => bands.flatMap((band) => band.words)))]
    .filter((word) => !word.endsWith(' not'))
    .sort((a, b) => b.length - a.length);
  const made = { words, pattern: pattern(words) };
  compiled.set(scales, made);
  return made;
};

const estimates = (own: string, index: number, length: number, canonical: string): boolean => {
  const [before, after] = [own.slice(Math.max(0, index - 24), index), own.slice(index + length)];
  if (COMPARED.test(before)) return false;
  return !(/(?:likely|probable|certain)$/.test(canonical) && ATTRIBUTIVE.test(before) && NAMES_A_THING.test(after));
};

/** The words of any scale in the author's own sentences, outside quotations and what others are reported to say. */
export const estimativeWords = (
  sentences: readonly LintSentence[],
  scales: readonly EstimativeScale[],
): readonly EstimativeWord[] => {
  const { words, pattern: any } = vocabulary(scales);
  return sentences.flatMap((sentence) =>
    [...sentence.own.matchAll(any)].flatMap((match): readonly EstimativeWord[] => {
      const group = match.slice(1).findIndex((one) => one !== undefined);
      const canonical = words[group] as string;
      if (isReported(sentence, match.index)) return [];
      if (!estimates(sentence.own, match.index, match[0].length, canonical)) return [];
      return [
        {
          span: placed(sentence, match.index, match[0].length),
          sentence,
          words: match[0].replace(/\s+/g, ' '),
          canonical,
        },
      ];
    }),
  );
};

/** The band of a word in one row; undefined where the row does not have it. */
export const bandInRow = (canonical: string, { scale, row }: WordRow): EstimativeBand | undefined => {
  const at = rowWords({ scale, row }).findIndex((words) => words.includes(canonical));
  return scale.bands[at];
};
