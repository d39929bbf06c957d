import type { Lexicon } from '../../../lexicon/index.ts';
import type { FoundName } from './name-finder.ts';
import type { PersonContext } from './people.ts';
import type { TextWords } from './text-words.ts';
import type { Tree } from './tree.ts';

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
}

const DAY = /^\d{4}-\d{2}-\d{2}/;

export const textContext = (
  sentences: readonly ReadSentence[],
  published: string | null,
  lexicon: Lexicon,
): TextContext => {
  const countries = new Set<string>();
  const named = new Set<string>();
  const entries = new Set<string>();
  for (const { names } of sentences) {
    for (const { senses } of names) {
      for (const { entry, role } of senses) {
        if (entry.kind === 'person' && role === 'name') named.add(entry.id);
      }
      const only = senses.length === 1 ? senses[0] : undefined;
      if (only === undefined || only.role === 'short') continue;
      entries.add(only.entry.id);
      if (only.entry.country !== undefined) countries.add(only.entry.country);
    }
  }
  return {
    lexicon,
    day: published !== null && DAY.test(published) ? published.slice(0, 10) : null,
    countries,
    named,
    entries,
  };
};
