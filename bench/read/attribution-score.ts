import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attribution, overlaps, type Span } from '../../src/model/index.ts';

export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

type Pairs = readonly (readonly [number, number])[];

interface RawArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs }[];
}

/** Code points → UTF-16 units: a table of where each code point begins. */
const unitsOf = (text: string): number[] => {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return units;
};

export const readGoldArticles = (gold: string): readonly GoldArticle[] =>
  readFileSync(join(gold, 'attribution', 'polnear-dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text, attributions } = JSON.parse(line) as RawArticle;
      const units = unitsOf(text);
      const spans = (pairs: Pairs): Span[] =>
        pairs.map(([start, end]) => ({ start: units[start] as number, end: units[end] as number }));
      return {
        id,
        text,
        attributions: attributions.map(({ source, cue, content }) => ({
          source: spans(source),
          cue: spans(cue),
          content: spans(content),
        })),
      };
    });

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** Starts of the words of a text: what contents are counted in. */
export const wordStarts = (text: string): readonly number[] => [...text.matchAll(WORD)].map(({ index }) => index);

const wordsIn = (words: readonly number[], spans: readonly Span[]): Set<number> =>
  new Set(words.filter((start) => spans.some((span) => span.start <= start && start < span.end)));

const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
};

const sameSource = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === 0 ? b.length === 0 : a.some((left) => b.some((right) => overlaps(left, right)));

export interface AttributionCounts {
  goldWords: number;
  foundWords: number;
  commonWords: number;
  gold: number;
  found: number;
  contentRight: number;
  wholeRight: number;
  withSource: number;
  sourceRight: number;
}

export const NO_COUNTS: AttributionCounts = {
  goldWords: 0,
  foundWords: 0,
  commonWords: 0,
  gold: 0,
  found: 0,
  contentRight: 0,
  wholeRight: 0,
  withSource: 0,
  sourceRight: 0,
};

export interface Matching {
  readonly counts: AttributionCounts;
  /** For each gold attribution the index of the one found for it, and whether its source is right too. */
  readonly pairs: readonly { readonly gold: number; readonly found: number; readonly whole: boolean }[];
}

/** One to one, best content overlap first; contents match from a Jaccard of .5 over words. */
export const scoreArticle = (article: GoldArticle, found: readonly Attribution[]): Matching => {
  const words = wordStarts(article.text);
  const goldSets = article.attributions.map(({ content }) => wordsIn(words, content));
  const foundSets = found.map(({ content }) => wordsIn(words, content));
  const goldAll = new Set(goldSets.flatMap((set) => [...set]));
  const foundAll = new Set(foundSets.flatMap((set) => [...set]));
  const candidates = goldSets
    .flatMap((gold, g) =>
      foundSets.map((set, f) => ({
        g,
        f,
        overlap: jaccard(gold, set),
        source: sameSource(article.attributions[g]?.source ?? [], found[f]?.source ?? []),
      })),
    )
    .filter(({ overlap }) => overlap >= 0.5)
    .sort((a, b) => b.overlap + (b.source ? 0.2 : 0) - (a.overlap + (a.source ? 0.2 : 0)));
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  const pairs: { gold: number; found: number; whole: boolean }[] = [];
  for (const { g, f, source } of candidates) {
    if (usedGold.has(g) || usedFound.has(f)) continue;
    usedGold.add(g);
    usedFound.add(f);
    pairs.push({ gold: g, found: f, whole: source });
  }
  const sourced = pairs.filter(({ gold }) => (article.attributions[gold]?.source.length ?? 0) > 0);
  return {
    pairs,
    counts: {
      goldWords: goldAll.size,
      foundWords: foundAll.size,
      commonWords: [...goldAll].filter((word) => foundAll.has(word)).length,
      gold: article.attributions.length,
      found: found.length,
      contentRight: pairs.length,
      wholeRight: pairs.filter(({ whole }) => whole).length,
      withSource: sourced.length,
      sourceRight: sourced.filter(({ whole }) => whole).length,
    },
  };
};

export const addCounts = (a: AttributionCounts, b: AttributionCounts): AttributionCounts =>
  Object.fromEntries(
    (Object.keys(a) as (keyof AttributionCounts)[]).map((key) => [key, a[key] + b[key]]),
  ) as unknown as AttributionCounts;

export interface PRF {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const prf = (right: number, found: number, gold: number): PRF => {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};
