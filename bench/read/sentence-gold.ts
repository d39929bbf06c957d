// Quantities and likelihoods on the project's own sentences: npx tsx bench/read/sentence-gold.ts [errors] [--set FOLDER]
// A quantity is right when the words overlap and low, high, bound, unit and per agree; a likelihood when the phrases
// overlap and the band agrees. Items, holders and the words to the letter are counted apart.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import {
  type Bound,
  type Document,
  type Likelihood,
  overlaps,
  type Quantity,
  type Reading,
  type Span,
  sha256,
} from '../../src/model/index.ts';
import { createReader, type Reader } from '../../src/read/index.ts';
import { prf } from './attribution-score.ts';
import { isMain } from './main-module.ts';
import type { Row } from './table.ts';

interface GoldSentence {
  readonly text: string;
  readonly quantities?: readonly string[];
  readonly likelihoods?: readonly string[];
}

interface GoldQuantity {
  readonly words: string;
  readonly span: Span;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly unit: string;
  readonly per: string | undefined;
  readonly item: string | undefined;
}

interface GoldLikelihood {
  readonly words: string;
  readonly spans: readonly Span[];
  readonly low: number | null;
  readonly high: number | null;
  readonly holder: string;
}

const OWN = fileURLToPath(new URL('../../test/reading/', import.meta.url));

const place = (text: string, words: string, from: number): Span => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`the gold has words that the sentence lacks: ${words} | ${text}`);
  return { start, end: start + words.length };
};

const VALUE = /^(?:(=|~|>=|<=) (-?[\d.]+)|(-?[\d.]+)\.\.(-?[\d.]+)) (.+)$/;

const quantityOf = (line: string, text: string, from: number): GoldQuantity => {
  const [words = '', value = '', item] = line.split('; ');
  const [, sign, one, low, high, units = ''] = VALUE.exec(value) ?? [];
  const [unit = '', per] = units === 'km/h' ? [units] : units.split('/');
  const n = Number(one);
  const bounds = {
    '=': { low: n, high: n, bound: 'exact' },
    '~': { low: n, high: n, bound: 'about' },
    '>=': { low: n, high: null, bound: 'at least' },
    '<=': { low: null, high: n, bound: 'at most' },
  } as const;
  return {
    words,
    span: place(text, words, from),
    ...(sign === undefined
      ? { low: Number(low), high: Number(high), bound: 'range' as const }
      : bounds[sign as keyof typeof bounds]),
    unit,
    per,
    item,
  };
};

const likelihoodOf = (line: string, text: string, from: number): GoldLikelihood => {
  const [words = '', band = '', holder = 'author'] = line.split('; ');
  const [low, high] = band === 'none' ? [null, null] : band.split('-').map(Number);
  let at = from;
  const spans = words.split(' … ').map((part) => {
    const span = place(text, part, at);
    at = span.end;
    return span;
  });
  return { words, spans, low: low ?? null, high: high ?? null, holder };
};

/** Gold lines in the order of the text: the same words twice are two places. */
const inOrder = <T>(
  lines: readonly string[] | undefined,
  text: string,
  of: (line: string, text: string, from: number) => T,
  end: (t: T) => number,
): T[] => {
  let from = 0;
  return (lines ?? []).map((line) => {
    let found: T;
    try {
      found = of(line, text, from);
    } catch {
      found = of(line, text, 0);
    }
    from = Math.min(end(found), text.length);
    return found;
  });
};

const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 0.005 * Math.max(1, Math.abs(b)) && Math.abs(a - b) <= 1);

const sameQuantity = (gold: GoldQuantity, mine: Quantity): boolean =>
  overlaps(gold.span, mine.span) &&
  near(mine.low, gold.low) &&
  near(mine.high, gold.high) &&
  mine.bound === gold.bound &&
  mine.unit === gold.unit &&
  mine.per === gold.per;

const sameLikelihood = (gold: GoldLikelihood, mine: Likelihood): boolean =>
  gold.spans.some((span) => overlaps(span, mine.span)) && near(mine.low, gold.low) && near(mine.high, gold.high);

const holderRight = (gold: GoldLikelihood, mine: Likelihood, { actors, document }: Reading): boolean => {
  if (gold.holder === 'author' || mine.holder === 'author') return gold.holder === mine.holder;
  const actor = actors.find(({ id }) => id === mine.holder);
  return (
    actor !== undefined &&
    [actor.name, ...actor.mentions.map(({ start, end }) => document.text.slice(start, end))].some(
      (name) => name.includes(gold.holder) || gold.holder.includes(name),
    )
  );
};

export interface SentenceScore {
  /** Sentences of the gold, those that hold nothing included. */
  sentences: number;
  right: number;
  found: number;
  gold: number;
  /** Of those right: item or holder right too, and words to the letter. */
  second: number;
  letter: number;
}

const none = (): SentenceScore => ({ sentences: 0, right: 0, found: 0, gold: 0, second: 0, letter: 0 });

const documentOf = (text: string): Document => ({
  text,
  title: null,
  byline: null,
  publisher: null,
  published: '2024-06-18',
  url: null,
  language: 'en',
  sha256: sha256(text),
  removed: [],
});

const pairUp = <G, M>(gold: readonly G[], mine: readonly M[], same: (g: G, m: M) => boolean): [G, M][] => {
  const left = new Set(mine);
  return gold.flatMap((g) => {
    const m = [...left].find((candidate) => same(g, candidate));
    if (m === undefined) return [];
    left.delete(m);
    return [[g, m] as [G, M]];
  });
};

const readGold = (folder: string, name: string): readonly GoldSentence[] =>
  parse(readFileSync(join(OWN, folder, `${name}.yaml`), 'utf8')) as readonly GoldSentence[];

const print = (errors: boolean, text: string, missed: readonly string[], extra: readonly string[]): void => {
  if (!errors || (missed.length === 0 && extra.length === 0)) return;
  console.log(text);
  for (const line of missed) console.log(`   - ${line}`);
  for (const line of extra) console.log(`   + ${line}`);
};

const quantities = async (reader: Reader, folder: string, errors: boolean): Promise<SentenceScore> => {
  const score = none();
  for (const { text, quantities } of readGold(folder, 'quantities')) {
    const gold = inOrder(quantities, text, quantityOf, ({ span }) => span.start);
    const mine = (await reader.read(documentOf(text), 'gold')).quantities;
    const pairs = pairUp(gold, mine, sameQuantity);
    const words = ({ start, end }: Span): string => text.slice(start, end);
    score.sentences++;
    score.gold += gold.length;
    score.found += mine.length;
    score.right += pairs.length;
    score.second += pairs.filter(([g, m]) => g.item === m.item).length;
    score.letter += pairs.filter(([g, m]) => g.words === words(m.span)).length;
    const paired = new Set<unknown>(pairs.flat());
    print(
      errors,
      text,
      gold.filter((g) => !paired.has(g)).map((g) => quantities?.find((line) => line.startsWith(`${g.words};`)) ?? ''),
      mine
        .filter((m) => !paired.has(m))
        .map((m) => `${words(m.span)}; ${m.low}..${m.high} ${m.bound} ${m.unit}/${m.per ?? ''}; ${m.item ?? ''}`),
    );
    if (errors)
      for (const [g, m] of pairs)
        if (g.item !== m.item) console.log(`   item: ${m.item ?? '-'} for ${g.item ?? '-'} | ${text}`);
  }
  return score;
};

const likelihoods = async (reader: Reader, folder: string, errors: boolean): Promise<SentenceScore> => {
  const score = none();
  for (const { text, likelihoods } of readGold(folder, 'likelihoods')) {
    const gold = inOrder(likelihoods, text, likelihoodOf, ({ spans }) => spans[0]?.start ?? 0);
    const reading = await reader.read(documentOf(text), 'gold');
    const pairs = pairUp(gold, reading.likelihoods, sameLikelihood);
    score.sentences++;
    score.gold += gold.length;
    score.found += reading.likelihoods.length;
    score.right += pairs.length;
    score.second += pairs.filter(([g, m]) => holderRight(g, m, reading)).length;
    score.letter += pairs.filter(([g, m]) => g.words.split(' … ').join(' ') === m.phrase).length;
    const paired = new Set<unknown>(pairs.flat());
    print(
      errors,
      text,
      gold.filter((g) => !paired.has(g)).map((g) => `${g.words}; ${g.low}-${g.high}; ${g.holder}`),
      reading.likelihoods
        .filter((m) => !paired.has(m))
        .map((m) => `${text.slice(m.span.start, m.span.end)} (${m.phrase}); ${m.low}-${m.high}; ${m.holder}`),
    );
    if (errors)
      for (const [g, m] of pairs)
        if (!holderRight(g, m, reading)) console.log(`   holder: ${m.holder} for ${g.holder} | ${text}`);
  }
  return score;
};

/** Scores of one folder of gold under `test/reading/`. */
export const measureSentences = async (
  reader: Reader,
  folder: string,
  errors = false,
): Promise<{ readonly quantities: SentenceScore; readonly likelihoods: SentenceScore }> => ({
  quantities: await quantities(reader, folder, errors),
  likelihoods: await likelihoods(reader, folder, errors),
});

const line = (name: string, { right, found, gold, second, letter }: SentenceScore, what: string): string => {
  const { precision, recall, f1 } = prf(right, found, gold);
  return `${name.padEnd(12)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${gold} gold, ${found} found; of the right ones ${what} ${(second / right).toFixed(3)}, words to the letter ${(letter / right).toFixed(3)})`;
};

const main = async (): Promise<void> => {
  const at = process.argv.indexOf('--set');
  const folder = at < 0 ? 'gold-blind' : (process.argv[at + 1] ?? '');
  const reader = await createReader();
  const scores = await measureSentences(reader, folder, process.argv.includes('errors'));
  console.log(line('quantities', scores.quantities, 'item'));
  console.log(line('likelihoods', scores.likelihoods, 'holder'));
  await reader.close();
};

if (isMain(import.meta.url)) await main();

/** Rows of the table of issue targets. */
export const sentenceRows = async (reader: Reader, folder: string): Promise<readonly Row[]> => {
  const scores = await measureSentences(reader, folder);
  const f1 = ({ right, found, gold }: SentenceScore): number => prf(right, found, gold).f1;
  return [
    { what: 'quantities, F1', on: folder, value: f1(scores.quantities), reach: 0.93, aim: 0.97 },
    { what: 'likelihoods, F1', on: folder, value: f1(scores.likelihoods), reach: 0.95, aim: 0.99 },
  ];
};
