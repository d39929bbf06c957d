import type { Lexicon } from '../../../lexicon/index.ts';
import type { Token } from '../../annotate/index.ts';
import { type FoundName, inCapitals } from './name-finder.ts';
import { nounLists } from './noun-classes.ts';
import type { PersonContext } from './people.ts';
import type { TextWords } from './text-words.ts';
import type { Tree } from './tree.ts';
import { guessName, type NameGuess, nameTokens } from './unknown-names.ts';

/** A sentence with its tree, its words for look-up and the lexicon's names in it. */
export interface ReadSentence {
  readonly tree: Tree;
  readonly words: TextWords;
  readonly names: readonly FoundName[];
  /** The found name whose head is this token. */
  readonly nameAt: ReadonlyMap<number, FoundName>;
}

/** What the whole text says that helps with a single name. */
export interface TextContext extends PersonContext {
  readonly lexicon: Lexicon;
  /** Ids of places in the United States named besides a "Georgia", and the like: entry ids of all unambiguous names. */
  readonly entries: ReadonlySet<string>;
  /** For bodies whose name several states have, by the first one's id: the state that the text gives with it somewhere. */
  readonly homes: ReadonlyMap<string, string>;
  /** What unknown names turned out to be where their own words or place tell: word, lower case → kind. */
  readonly evidence: ReadonlyMap<string, NameGuess>;
}

/** Signs that say little; a name that shows only these somewhere takes what it shows elsewhere. */
const WEAK = new Set(['capitalised', 'speaks', 'acronym', 'before a noun']);

const nameEvidence = (sentences: readonly ReadSentence[]): Map<string, NameGuess> => {
  const votes = new Map<string, Map<string, { guess: NameGuess; count: number }>>();
  for (const { tree, nameAt } of sentences) {
    if (inCapitals(tree.tokens)) continue;
    tree.tokens.forEach((token, index) => {
      if (token.upos !== 'PROPN' || token.deprel === 'flat' || nameAt.has(index)) return;
      const guess = guessName(tree, index, false);
      if (WEAK.has(guess.rule)) return;
      const words = nameTokens(tree, index).map((at) => (tree.token(at) as Token).text.toLowerCase());
      const own = guess.kind === 'person' ? words : words.length === 1 ? words : [];
      for (const word of own) {
        const kinds = votes.get(word) ?? new Map<string, { guess: NameGuess; count: number }>();
        votes.set(word, kinds);
        const vote = kinds.get(guess.kind);
        // A title or a given name says more than a preposition.
        const weight = guess.kind === 'person' ? 2 : 1;
        if (vote === undefined) kinds.set(guess.kind, { guess, count: weight });
        else vote.count += weight;
      }
    });
  }
  return new Map(
    [...votes].map(([word, kinds]) => [word, [...kinds.values()].reduce((a, b) => (b.count > a.count ? b : a)).guess]),
  );
};

/** "South Korea's Joint Chiefs of Staff" once: then "the Joint Chiefs" are those. */
const homesOf = (sentences: readonly ReadSentence[], named: ReadonlyMap<string, number>): Map<string, string> => {
  const homes = new Map<string, string>();
  for (const { tree, names, nameAt } of sentences)
    for (const { head, senses } of names) {
      const bodies = senses.filter(({ entry }) => entry.kind === 'organisation');
      const first = bodies[0]?.entry;
      if (first === undefined || bodies.length < 2 || homes.has(first.id)) continue;
      for (const child of tree.children(head)) {
        const country = nameAt.get(child)?.senses.find(({ entry }) => entry.kind !== 'person')?.entry.country;
        if (country === undefined || !bodies.some(({ entry }) => entry.country === country)) continue;
        homes.set(first.id, country);
        break;
      }
    }
  // Else those of the state that the text names most.
  for (const { names } of sentences)
    for (const { senses } of names) {
      const bodies = senses.filter(({ entry }) => entry.kind === 'organisation' && entry.country !== undefined);
      const first = bodies[0]?.entry;
      if (first === undefined || bodies.length < 2 || homes.has(first.id)) continue;
      const often = (country: string | undefined): number => named.get(country ?? '') ?? 0;
      const home = bodies.reduce((a, b) => (often(b.entry.country) > often(a.entry.country) ? b : a));
      if (home.entry.country !== undefined) homes.set(first.id, home.entry.country);
    }
  return homes;
};

/** Surnames of people named in full whom no lexicon knows: "Alicia Machado" once, and "Machado" is she. */
const surnamesOfStrangers = (sentences: readonly ReadSentence[]): Set<string> => {
  const surnames = new Set<string>();
  for (const { tree, nameAt } of sentences) {
    if (inCapitals(tree.tokens)) continue;
    tree.tokens.forEach((token, index) => {
      if (token.upos !== 'PROPN' || token.deprel === 'flat' || nameAt.has(index)) return;
      const { titles } = nounLists();
      const words = nameTokens(tree, index)
        .map((at) => (tree.token(at) as Token).text.toLowerCase())
        .filter((word) => !titles.has(word.replace(/\.$/, '')));
      if (words.length > 1 && guessName(tree, index, false).kind === 'person') surnames.add(words.at(-1) as string);
    });
  }
  return surnames;
};

const DAY = /^\d{4}-\d{2}-\d{2}/;

export const textContext = (
  sentences: readonly ReadSentence[],
  published: string | null,
  lexicon: Lexicon,
): TextContext => {
  const countries = new Set<string>();
  const named = new Set<string>();
  const entries = new Set<string>();
  const often = new Map<string, number>();
  for (const { names } of sentences) {
    for (const { senses } of names) {
      for (const { entry, role } of senses) {
        if (entry.kind === 'person' && role === 'name') named.add(entry.id);
      }
      const only = senses.length === 1 ? senses[0] : undefined;
      if (only === undefined || only.role === 'short') continue;
      entries.add(only.entry.id);
      const { country } = only.entry;
      if (country === undefined) continue;
      countries.add(country);
      often.set(country, (often.get(country) ?? 0) + 1);
    }
  }
  return {
    lexicon,
    day: published !== null && DAY.test(published) ? published.slice(0, 10) : null,
    countries,
    named,
    strangers: surnamesOfStrangers(sentences),
    entries,
    homes: homesOf(sentences, often),
    evidence: nameEvidence(sentences),
  };
};
