import type { Span } from '../../model/index.ts';
import type { AnnexDocument, BriefContent, Datum } from './content.ts';
import type { Context } from './context.ts';

type Cited = Omit<BriefContent, 'annex'>;

/** Every datum of the brief, in its order. */
const dataOf = (content: Cited): Datum[] => [
  ...content.keyPoints,
  ...(content.judgements?.questions ?? []).flatMap(({ counts }) => counts),
  ...content.estimates.rows,
  ...content.timeline.rows,
  ...content.network.rows,
  ...content.ledger.rows.flatMap(({ figures }) => figures),
  ...content.speakers.rows.flatMap(({ statements }) => statements),
  ...content.conditions.rows,
  ...content.disputes.rows,
  ...content.sources.flatMap(({ claims }) => claims),
];

/** The texts themselves, with what rests on each of their sentences. */
export const annexOf = (content: Cited, context: Context): AnnexDocument[] => {
  const citedBy = new Map<string, string[]>();
  const marks = new Map<number, Map<string, Span>>();
  for (const { id, references } of dataOf(content))
    for (const { document, sentence, span } of references) {
      const key = `${document}:${sentence}`;
      const ids = citedBy.get(key) ?? [];
      if (!ids.includes(id)) citedBy.set(key, [...ids, id]);
      const spans = marks.get(document) ?? new Map<string, Span>();
      marks.set(document, spans.set(`${span.start}-${span.end}`, span));
    }
  return context.order.map((id, index) => {
    const { sentences, document } = context.book.reading(id);
    const number = index + 1;
    return {
      number,
      language: document.language,
      text: document.text,
      sentences: sentences.map((span, at) => ({
        number: at + 1,
        span,
        citedBy: citedBy.get(`${number}:${at + 1}`) ?? [],
      })),
      marks: [...(marks.get(number)?.values() ?? [])].sort((a, b) => a.start - b.start || a.end - b.end),
    };
  });
};
