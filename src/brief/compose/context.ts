import type { Citation, Claim, Quantity, Reading, Situation } from '../../model/index.ts';
import type { Happening } from './event-phrase.ts';
import { happeningOf } from './event-phrase.ts';
import { type Naming, naming } from './naming.ts';
import type { Reference } from './prose.ts';
import { exactWords } from './quotation.ts';
import { type ReferenceBook, referenceBook } from './references.ts';

/** What every section is composed from. */
export interface Context {
  readonly situation: Situation;
  readonly names: Naming;
  readonly book: ReferenceBook;
  readonly claim: (id: string) => Claim | undefined;
  readonly happening: (claim: Claim) => Happening;
  readonly reference: (citation: Citation) => Reference;
  /** The exact words of a citation, cut around `focus` when long. */
  readonly words: (citation: Citation, focus?: Citation) => string;
  /** Document ids in the order in which the brief numbers them. */
  readonly order: readonly string[];
}

/** Oldest first; undated texts come last, in the order given. */
const numberedOrder = (situation: Situation): string[] =>
  situation.sources
    .map(({ document, published }, index) => ({ document, published: published ?? '~', index }))
    .sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.index - b.index))
    .map(({ document }) => document);

export const contextOf = (situation: Situation, readings: readonly Reading[]): Context => {
  const order = numberedOrder(situation);
  const book = referenceBook(readings, order);
  const claims = new Map(situation.claims.map((claim) => [claim.id, claim]));
  const quantities = new Map(
    readings.map((reading) => [reading.id, new Map(reading.quantities.map((quantity) => [quantity.id, quantity]))]),
  );
  return {
    situation,
    book,
    order,
    names: naming(situation, book),
    claim: (id) => claims.get(id),
    happening: (claim) =>
      happeningOf(
        claim,
        claim.quantities
          .map((id) => quantities.get(claim.document)?.get(id))
          .filter((quantity): quantity is Quantity => quantity !== undefined),
      ),
    reference: book.of,
    words: (citation, focus = citation) =>
      exactWords(book.reading(citation.document).document.text, citation.span, focus.span),
  };
};
