import type { Span } from '../../../../model/index.ts';
import type { Annotation } from '../../../annotate/annotation.ts';
import type { AttributionDraft } from '../draft.ts';
import type { Quotation } from '../quotations.ts';

/** A dash after the quotation, then a name up to the end of the line. */
const SIGNATURE = /^\s*(―|—|–|--)\s*(\p{Lu}[^\n,;:"“”]{2,60})(?=[,.\n]|$)/u;

/** Quotations signed after a dash: "…" ― Pamela Padilla. */
export const signatureDrafts = (
  annotation: Annotation,
  quotations: readonly Quotation[],
): readonly AttributionDraft[] =>
  quotations.flatMap((quotation): AttributionDraft[] => {
    const match = SIGNATURE.exec(annotation.text.slice(quotation.end, quotation.end + 80));
    if (!match) return [];
    const dash: Span = at(quotation.end + match[0].indexOf(match[1] as string), match[1] as string);
    const source: Span = at(quotation.end + match[0].length - (match[2] as string).length, match[2] as string);
    const sentence = sentenceAt(annotation, source.start);
    if (!sentence) return [];
    const sourceHead = sentence.tokens.findIndex(({ start, end }) => start <= source.start && source.start < end);
    return [
      {
        sentence: sentence.index,
        ...(sourceHead < 0 ? {} : { sourceHead }),
        source: [source],
        cue: [dash],
        cueHead: Math.max(sourceHead, 0),
        content: [{ start: quotation.start, end: quotation.end }],
        act: 'speech',
        rule: 'quoted/signature',
        score: 0.85,
      },
    ];
  });

const at = (start: number, words: string): Span => ({ start, end: start + words.length });

const sentenceAt = ({ sentences }: Annotation, offset: number) => {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
};
