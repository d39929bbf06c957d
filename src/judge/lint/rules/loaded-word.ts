import type { LintRule, LoadedWord, Remark } from '../rule.ts';
import { type LintSentence, matchesOf, phrasePattern } from '../sentence.ts';

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface Vocabulary {
  readonly pattern: RegExp;
  readonly byWord: ReadonlyMap<string, LoadedWord>;
}

const compiled = new WeakMap<readonly LoadedWord[], Vocabulary>();

const vocabularyOf = (entries: readonly LoadedWord[]): Vocabulary => {
  const known = compiled.get(entries);
  if (known) return known;
  const byWord = new Map(entries.flatMap((entry) => entry.words.map((word) => [word.toLowerCase(), entry] as const)));
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const made = { pattern: phrasePattern(longestFirst.map(escaped).join('|')), byWord };
  compiled.set(entries, made);
  return made;
};

const endsWith = (before: string, words: readonly string[]): boolean =>
  words.some((word) => before.trimEnd().toLowerCase().endsWith(word.toLowerCase()));

const beginsWith = (after: string, words: readonly string[]): boolean =>
  words.some((word) => after.trimStart().toLowerCase().startsWith(word.toLowerCase()));

/** "the Freedom Fighters Museum", "Thug Life": part of a name. A capital at the head of a sentence shows nothing. */
const isName = ({ own }: LintSentence, index: number, words: string): boolean =>
  index > 0 && /^\p{Lu}/u.test(words) && /^\s+\p{Lu}/u.test(own.slice(index + words.length));

const SO_CALLED = /(?<![\p{L}])so-called\s+(?=[“"«‘'])/giu;

export const loadedWord: LintRule = {
  id: 'loaded-word',
  level: 'warning',
  summary: 'a word that judges while it names, outside quotation marks',
  reason:
    'A reader who does not share the verdict stops reading, and one who does is told nothing. The list is neutral over all states: it holds the words of every side about every other, and no entry names one.',
  limits:
    'Inside quotation marks and block quotations they are somebody else’s, and left alone. Terms that only look alike (“sanctions regime”, “regime change”) pass. A project adds its own words and allows listed ones in `watchfloor.yaml`.',
  fixable: false,
  example: {
    bad: 'The regime sent its henchmen to the border.',
    good: 'The government sent officers of its security service to the border. The opposition calls them “henchmen of the regime”.',
  },
  check: ({ sentences, loadedWords }) => {
    const { pattern, byWord } = vocabularyOf(loadedWords);
    const words = matchesOf(sentences, pattern).flatMap(
      ({ sentence, index, span, words: found }): readonly Remark[] => {
        const entry = byWord.get(found.toLowerCase());
        if (entry === undefined) return [];
        const { own } = sentence;
        const after = own.slice(index + span.end - span.start);
        if (endsWith(own.slice(0, index), entry.notAfter ?? [])) return [];
        if (beginsWith(after, entry.notBefore ?? []) || isName(sentence, index, found)) return [];
        return [
          {
            span,
            why: `“${found}” judges while it names.`,
            remedy: `Write ${entry.instead}; or, if it is somebody’s word, put it in quotation marks and say whose.`,
          },
        ];
      },
    );
    const doubled = matchesOf(sentences, SO_CALLED).map(({ span }) => ({
      span: { start: span.start, end: span.start + 'so-called'.length },
      why: '“so-called” before quotation marks takes distance twice.',
      remedy: 'The quotation marks are enough; say whose name it is.',
    }));
    return [...words, ...doubled];
  },
};
