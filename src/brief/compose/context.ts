import {
  type Citation,
  type Claim,
  contains,
  type LedgerEntry,
  type Quantity,
  type Reading,
  type Situation,
} from '../../model/index.ts';
import type { Happening } from './event-phrase.ts';
import { happeningOf } from './event-phrase.ts';
import { type Naming, naming } from './naming.ts';
import type { Reference } from './prose.ts';
import { exactWords, withoutOuterMarks } from './quotation.ts';
import { type ReferenceBook, referenceBook } from './references.ts';

/** What every section is composed from. */
export interface Context {
  readonly situation: Situation;
  readonly names: Naming;
  readonly book: ReferenceBook;
  readonly claim: (id: string) => Claim | undefined;
  readonly happening: (claim: Claim) => Happening;
  readonly reference: (citation: Citation) => Reference;
  /** The sentence around a citation, cut around the cited words when long. */
  readonly sentence: (citation: Citation) => string;
  /** What a figure counts, as its text puts it; undefined where only the unit is named. */
  readonly item: (entry: LedgerEntry) => string | undefined;
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
    sentence: (citation) => {
      const { document, sentences } = book.reading(citation.document);
      const around = sentences[book.of(citation).sentence - 1] ?? citation.span;
      return exactWords(document.text, contains(around, citation.span) ? around : citation.span, citation.span);
    },
    item: ({ document, citation: { span }, item, unit }) => {
      const own = book
        .reading(document)
        .quantities.find((quantity) => quantity.span.start === span.start && quantity.span.end === span.end);
      return own ? own.item : item === unit ? undefined : item;
    },
    words: (citation, focus = citation) =>
      withoutOuterMarks(exactWords(book.reading(citation.document).document.text, citation.span, focus.span)),
  };
};
