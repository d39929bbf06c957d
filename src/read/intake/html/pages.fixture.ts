import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { wordsOf } from '../furniture/index.ts';
import type { Page } from './dom.ts';

/** A page written for this project; in its file `data-article` marks what belongs to the article. */
export interface MarkedPage {
  readonly name: string;
  readonly html: string;
  readonly article: readonly string[];
}

const FOLDER = new URL('./fixtures/', import.meta.url);

const textOf = (element: { readonly localName: string; readonly textContent: string | null }): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim();

export const markedPages = (): readonly MarkedPage[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => {
      // The cells of a row stand without a blank between them; intake puts one there.
      const marked = readFileSync(new URL(name, FOLDER), 'utf8');
      const page = parseHTML(marked.replaceAll(/<\/t[dh]>/g, ' $&')).document as unknown as Page;
      return {
        name: name.replace(/\.html$/, ''),
        html: marked.replaceAll(' data-article', ''),
        article: [...page.querySelectorAll('[data-article]')].map(textOf),
      };
    });

export interface Overlap {
  readonly precision: number;
  readonly recall: number;
}

const count = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  return counts;
};

/** Words, each as often as it occurs, that two texts share; 0 … 1. */
export const overlapOf = (found: string, article: string): Overlap => {
  const [have, want] = [wordsOf(found), wordsOf(article)];
  const wanted = count(want);
  let shared = 0;
  for (const [word, times] of count(have)) shared += Math.min(times, wanted.get(word) ?? 0);
  return {
    precision: have.length === 0 ? 0 : shared / have.length,
    recall: want.length === 0 ? 1 : shared / want.length,
  };
};
