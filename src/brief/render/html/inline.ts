import type { Prose, Reference } from '../../compose/prose.ts';
import { html, type Markup } from '../markup.ts';

/** Anchor of a sentence of the annex. */
export const sentenceAnchor = ({ document, sentence }: Pick<Reference, 'document' | 'sentence'>): string =>
  `s${document}-${sentence}`;

/** How references are written: "12" for the twelfth sentence of an only text, "4:12" with several. */
export type ReferenceLabel = (reference: Pick<Reference, 'document' | 'sentence'>) => string;

export const referenceLabel =
  (single: boolean): ReferenceLabel =>
  ({ document, sentence }) =>
    single ? `${sentence}` : `${document}:${sentence}`;

const LONGEST_TIP = 240;

const tip = (quote: string): string => {
  const words = quote.replace(/\s+/g, ' ').trim();
  return words.length <= LONGEST_TIP ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST_TIP))} …`;
};

/** Words of a source, in quotation marks; their own direction and language stay theirs. */
export const quoted = (words: string): Markup => html`“<span class="quote" dir="auto">${words}</span>”`;

/** A reference mark. `withQuote` shows the exact words on hover and focus, where they are not beside it anyway. */
export const referenceMark = (reference: Reference, label: ReferenceLabel, withQuote = true): Markup =>
  html`<a class="ref" href="#${sentenceAnchor(reference)}">${label(reference)}${
    withQuote && html`<span class="tip" dir="auto">“${tip(reference.quote)}”</span>`
  }</a>`;

export const referenceMarks = (references: readonly Reference[], label: ReferenceLabel, withQuote = true): Markup =>
  html`<span class="refs">${references.map((reference, index) => html`${index > 0 && ' '}${referenceMark(reference, label, withQuote)}`)}</span>`;

export const prose = (runs: Prose, label: ReferenceLabel): Markup => {
  const words = runs.filter(({ kind }) => kind !== 'reference');
  const marks = runs.flatMap((run) => (run.kind === 'reference' ? [run.reference] : []));
  return html`${words.map((run) => (run.kind === 'quote' ? quoted(run.text) : run.kind === 'text' ? run.text : null))}${
    marks.length > 0 && referenceMarks(marks, label)
  }`;
};
