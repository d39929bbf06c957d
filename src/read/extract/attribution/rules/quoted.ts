import { overlaps, type Span } from '../../../../model/index.ts';
import { childrenBy, isVerb, token } from '../../syntax/tree.ts';
import { type CueContext, cuesAt, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { sourceOfVerb } from '../sources.ts';
import { cueSpan } from '../spans.ts';

/** A cue beside a quotation that no clause of the tree connects with it: "…," wrote X; X went on: "…". */
export const quotedRule = (
  context: CueContext,
  head: number,
  quotations: readonly Quotation[],
): AttributionDraft | undefined => {
  const { tree } = context;
  if (!isVerb(tree, head) || quotations.length === 0) return undefined;
  const match = cuesAt(context, head).find((candidate) => takes(candidate, 'quote'));
  if (!match || childrenBy(tree, head, 'ccomp').length > 0) return undefined;
  const word = token(tree, head);
  if (quotations.some((quotation) => overlaps(quotation, word))) return undefined;
  const source = sourceOfVerb(context, head);
  if (source.head === undefined) return undefined;
  const own: readonly Span[] = quotations.filter((quotation) =>
    source.spans.every((span) => !overlaps(span, quotation)),
  );
  if (own.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    sourceHead: source.head,
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content: own.map(({ start, end }) => ({ start, end })),
    rule: 'quoted/beside',
    score: 0.75,
  };
};
