import type { Citation, Reading, Span } from '../../model/index.ts';
import type { Reference } from './prose.ts';

/** Turns citations into references: which annexed text, which of its sentences. */
export interface ReferenceBook {
  readonly of: (citation: Citation) => Reference;
  readonly documentNumber: (document: string) => number;
  readonly reading: (document: string) => Reading;
  readonly sentenceSpan: (reference: Reference) => Span;
}

/** Index of the sentence that holds the offset, else of the last one that begins before it. */
const sentenceIndex = (sentences: readonly Span[], offset: number): number => {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** @param order ids of the readings in the order in which the brief numbers them */
export const referenceBook = (readings: readonly Reading[], order: readonly string[]): ReferenceBook => {
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const numbers = new Map(order.map((id, index) => [id, index + 1]));
  const reading = (document: string): Reading => {
    const found = byId.get(document);
    if (!found) throw new Error(`The situation cites a document that is not among the readings: ${document}`);
    return found;
  };
  const documentNumber = (document: string): number => numbers.get(document) ?? 0;
  return {
    reading,
    documentNumber,
    of: ({ document, span }) => {
      const { sentences, document: source } = reading(document);
      return {
        document: documentNumber(document),
        sentence: sentenceIndex(sentences, span.start) + 1,
        span,
        quote: source.text.slice(span.start, span.end),
      };
    },
    sentenceSpan: ({ document, sentence, span }) =>
      reading(order[document - 1] as string).sentences[sentence - 1] ?? span,
  };
};

/** One reference a sentence, in reading order: five data from one sentence need one mark. */
export const distinctSentences = (references: readonly Reference[]): Reference[] => {
  const seen = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.document}:${reference.sentence}`;
    if (!seen.has(key)) seen.set(key, reference);
  }
  return [...seen.values()].sort((a, b) => a.document - b.document || a.sentence - b.sentence);
};
