import type { Span } from '../../model/index.ts';

/** Where a datum stands in the annexed texts. Documents and sentences count from 1. */
export interface Reference {
  readonly document: number;
  readonly sentence: number;
  readonly span: Span;
  /** The exact words. */
  readonly quote: string;
}

/** A piece of a sentence: our own words, words of a source (kept to the letter), or a reference mark. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: Reference };

/** A sentence of the brief, free of any output format. */
export type Prose = readonly Run[];

export const text = (words: string): Run => ({ kind: 'text', text: words });
export const quote = (words: string): Run => ({ kind: 'quote', text: words });
export const mark = (reference: Reference): Run => ({ kind: 'reference', reference });

/** The words alone, quotations in quotation marks, without reference marks. */
export const plain = (prose: Prose): string =>
  prose
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'quote' ? `“${run.text}”` : ''))
    .join('')
    .trim();

export const capitalise = (words: string): string => words.charAt(0).toLocaleUpperCase('en') + words.slice(1);

/** "A", "A and B", "A, B and C"; beyond `limit` the rest is counted. */
export const enumerate = (words: readonly string[], limit = 4): string => {
  if (words.length <= 1) return words.join('');
  const shown = words.length > limit ? words.slice(0, limit - 1) : words.slice(0, -1);
  const last = words.length > limit ? `${words.length - limit + 1} others` : (words.at(-1) as string);
  return `${shown.join(', ')} and ${last}`;
};

/** Full stop and space after a quotation, unless the quoted words end their sentence themselves. */
export const stopAfter = (quotation: string): string => (/[.!?…]["”’]?$/.test(quotation) ? ' ' : '. ');

/** Speakers in a row; texts are gathered: "Japan, sources 3, 5 and 8". */
export const enumerateVoices = (voices: readonly string[], limit: number): string => {
  const numbers = voices
    .flatMap((voice) => voice.match(/^source (\d+)$/)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const people = voices.filter((voice) => !/^source \d+$/.test(voice));
  if (numbers.length < 2) return enumerate([...people, ...numbers.map((n) => `source ${n}`)], limit);
  const shown = numbers.length > limit ? `${numbers.length} sources` : `sources ${enumerate(numbers, limit)}`;
  return people.length === 0 ? shown : `${people.slice(0, limit).join(', ')} and ${shown}`;
};

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** "one claim", "three claims", "12 claims": for running text. */
export const count = (n: number, singular: string, plural = `${singular}s`): string =>
  `${NUMBER_WORDS[n] ?? n} ${n === 1 ? singular : plural}`;

/** "1 claim", "3 claims": beside other figures. */
export const tally = (n: number, singular: string, plural = `${singular}s`): string =>
  `${n} ${n === 1 ? singular : plural}`;
