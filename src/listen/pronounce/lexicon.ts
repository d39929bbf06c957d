import { WatchfloorError } from '../../model/index.ts';
import { speechData } from '../data/speech-data.ts';
import { type Phones, parsePhones } from './arpabet.ts';
import { asciiLetters } from './ascii.ts';

/** How a name or word is said: phones, or other words that an English voice reads as meant. */
type Saying = { readonly phones: readonly Phones[] } | { readonly say: string };

interface LexiconEntry {
  /** As written, without marks on letters, hyphens as spaces. */
  readonly words: readonly string[];
  readonly saying: Saying;
}

/** Pronunciations by the first word of what is written. */
export interface Lexicon {
  /** Longest first; the words match to the letter. */
  readonly startingWith: (word: string) => readonly LexiconEntry[];
  /** Whether these words, with single spaces between, are an entry. */
  readonly has: (written: string) => boolean;
  readonly size: number;
}

const capitalised = (word: string): string => word[0]?.toUpperCase() + word.slice(1);

const wordsOf = (written: string): string[] =>
  asciiLetters(written)
    .split(/[\s-]+/)
    .filter(Boolean);

const entriesOf = (written: string, saying: Saying): LexiconEntry[] => {
  const words = wordsOf(written);
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const atSentenceStart = [capitalised(first), ...rest];
  return first === atSentenceStart[0]
    ? [{ words, saying }]
    : [
        { words, saying },
        { words: atSentenceStart, saying },
      ];
};

const lexiconOf = (sayings: ReadonlyMap<string, Saying>): Lexicon => {
  const byFirstWord = new Map<string, LexiconEntry[]>();
  for (const entry of [...sayings].flatMap(([written, saying]) => entriesOf(written, saying))) {
    const first = entry.words[0] as string;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
  }
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return {
    startingWith: (word) => byFirstWord.get(word) ?? [],
    has: (written) =>
      byFirstWord.get(written.split(' ', 1)[0] as string)?.some(({ words }) => words.join(' ') === written) ?? false,
    size: sayings.size,
  };
};

const invalid = (written: string, file?: string): WatchfloorError =>
  new WatchfloorError(
    'listen.lexicon-invalid',
    `"${written}" has no pronunciation that can be read; write ARPAbet phones ("N EY1 M") or { say: words }.`,
    file ? { file, path: written } : { path: written },
  );

const sayingOf = (written: string, value: unknown, file?: string): Saying => {
  if (typeof value === 'string') {
    const phones = parsePhones(value);
    if (phones) return { phones };
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    'say' in value &&
    typeof value.say === 'string' &&
    value.say.trim()
  )
    return { say: asciiLetters(value.say) };
  throw invalid(written, file);
};

const sayingsOf = (entries: Readonly<Record<string, unknown>>, file?: string): Map<string, Saying> =>
  new Map(Object.entries(entries).map(([written, value]) => [written, sayingOf(written, value, file)]));

let builtIn: { readonly sayings: ReadonlyMap<string, Saying>; readonly lexicon: Lexicon } | undefined;

const loadBuiltIn = (): NonNullable<typeof builtIn> => {
  if (!builtIn) {
    const sayings = sayingsOf(speechData().pronunciations);
    builtIn = { sayings, lexicon: lexiconOf(sayings) };
  }
  return builtIn;
};

/** Names of leaders, places, organisations and equipment, and words of the trade: `src/listen/data/`. */
export const builtInLexicon = (): Lexicon => loadBuiltIn().lexicon;

/**
 * The built-in lexicon with a user's own entries, which win.
 *
 * @param entries what the user's YAML file holds: `Name: P Y AH1 NG` or `Name: { say: words }`
 * @throws {WatchfloorError} listen.lexicon-invalid
 */
export const withUserEntries = (entries: unknown, file?: string): Lexicon => {
  if (entries === null || entries === undefined) return builtInLexicon();
  if (typeof entries !== 'object' || Array.isArray(entries)) throw invalid(String(entries), file);
  return lexiconOf(
    new Map([...loadBuiltIn().sayings, ...sayingsOf(entries as Readonly<Record<string, unknown>>, file)]),
  );
};
