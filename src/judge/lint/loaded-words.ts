import { loadData } from '../../lexicon/index.ts';
import type { LoadedWord } from './rule.ts';

interface Entry {
  readonly words: string;
  readonly instead: string;
  readonly 'not after'?: string;
  readonly 'not before'?: string;
}

const listed = (words: string | undefined): readonly string[] =>
  (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

let shipped: readonly LoadedWord[] | undefined;

/** The words of `data/loaded-words.yaml`. */
export const shippedLoadedWords = (): readonly LoadedWord[] => {
  shipped ??= loadData<readonly Entry[]>('loaded-words').map((entry) => ({
    words: listed(entry.words),
    instead: entry.instead,
    notAfter: listed(entry['not after']),
    notBefore: listed(entry['not before']),
  }));
  return shipped;
};
