import { loadData } from '../data.ts';
import type { EventLexiconSource } from '../event-lexicon.ts';
import { type Words, wordList } from '../word-list.ts';
import { didYouMean } from './did-you-mean.ts';
import type { OwnLikelihood } from './own-lexicon.ts';
import type { DataPath } from './sections.ts';
import { BAND_WORDS, bandWords, CUE_KINDS, type WordSections } from './word-sections.ts';

/** Kinds of actor that stand for words, beside the classes. */
const KINDS = ['state', 'person', 'organisation', 'place', 'force', 'bloc', 'weekday'];
const COMPLEMENTS = ['any', 'event', 'that', 'to', 'ing'];
const ROLES = ['object', 'subject', 'possessor', 'complement'];
const PREPOSITION = /^\p{L}+(?: \p{L}+)*$/u;

type Fail = (message: string, path: DataPath) => Error;

interface Unknown {
  readonly path: DataPath;
  readonly word: string;
  readonly what: string;
  readonly known: readonly string[];
}

/** `$class` names that neither the shipped file nor this one has. */
const unknownClasses = (list: Words | undefined, path: DataPath, known: ReadonlySet<string>): Unknown[] =>
  wordList(list ?? [])
    .filter((word) => word.startsWith('$') && !known.has(word.slice(1)))
    .map((word) => ({ path, word, what: 'class of words', known: [...known].map((name) => `$${name}`) }));

const unknownPlaces = (list: Words | undefined, path: DataPath): Unknown[] =>
  wordList(list ?? [])
    .filter((word) => !ROLES.includes(word) && !PREPOSITION.test(word))
    .map((word) => ({ path, word, what: 'place of a party', known: ROLES }));

const unknownInEvents = ({ events, classes }: WordSections): Unknown[] => {
  const shipped = loadData<EventLexiconSource>('events').classes ?? {};
  const known = new Set([...Object.keys(shipped), ...Object.keys(classes ?? {}), ...KINDS]);
  return Object.entries(events ?? {}).flatMap(([type, frames]) =>
    (frames ?? []).flatMap((frame, index) => {
      const at = (key: string): DataPath => ['events', type, index, key];
      return [
        ...(['object', 'subject', 'modifier'] as const).flatMap((key) => unknownClasses(frame[key], at(key), known)),
        ...Object.entries(frame.with ?? {}).flatMap(([preposition, list]) =>
          unknownClasses(list, [...at('with'), preposition], known),
        ),
        ...(['target', 'source'] as const).flatMap((key) => unknownPlaces(frame[key], at(key))),
        ...(frame.complement !== undefined && !PREPOSITION.test(frame.complement)
          ? [{ path: at('complement'), word: frame.complement, what: 'complement', known: COMPLEMENTS }]
          : []),
      ];
    }),
  );
};

const unknownInCues = ({ cues }: WordSections): Unknown[] =>
  (cues ?? []).flatMap(({ takes }, index) =>
    wordList(takes)
      .filter((kind) => !CUE_KINDS.includes(kind))
      .map((word) => ({ path: ['cues', index, 'takes'], word, what: 'kind of content', known: CUE_KINDS })),
  );

const unknownBands = ({ likelihoods }: WordSections): Unknown[] =>
  (likelihoods ?? []).flatMap(({ band }, index) =>
    band === undefined || bandWords(band) !== undefined
      ? []
      : [{ path: ['likelihoods', index, 'band'], word: band, what: 'band of ICD 203', known: BAND_WORDS }],
  );

/** What the shape of the sections cannot say: names that must be known. Throws at the first. */
export const checkWords = (sections: WordSections, fail: Fail): void => {
  const [first] = [...unknownInEvents(sections), ...unknownInCues(sections), ...unknownBands(sections)];
  if (first)
    throw fail(`has "${first.word}", which is no ${first.what}${didYouMean(first.word, first.known)}`, first.path);
};

export const ownLikelihoods = ({ likelihoods }: WordSections): readonly OwnLikelihood[] =>
  (likelihoods ?? []).flatMap(({ words, band, low = null, high = null, form = 'adverb' }) => {
    const limits = band === undefined ? { low, high } : (bandWords(band) ?? { low: null, high: null });
    return wordList(words).map((phrase) => ({ phrase, ...limits, form }));
  });
