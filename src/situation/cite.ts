import { type Citation, type Reading, type Span, spanText } from '../model/index.ts';

export const cite = (reading: Reading, span: Span): Citation => ({
  document: reading.id,
  span: { start: span.start, end: span.end },
  quote: spanText(reading.document.text, span),
});

/** One citation over several spans: from the first word to the last. Null without a span. */
export const citeAll = (reading: Reading, spans: readonly Span[]): Citation | null =>
  spans.length === 0
    ? null
    : cite(reading, {
        start: Math.min(...spans.map((span) => span.start)),
        end: Math.max(...spans.map((span) => span.end)),
      });
