import { overlaps, type Span } from '../../../../model/index.ts';
import { childrenBy, isVerb, markOf, token } from '../../syntax/tree.ts';
import { type CueContext, cuesAt, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import type { Quotation } from '../quotations.ts';
import { sourceOfVerb } from '../sources.ts';
import { cueSpan } from '../spans.ts';

/** Characters between a cue or its source and a short quotation that belongs to it. */
const NEAR = 3;
/** A longer quotation is speech wherever it stands in the sentence, unless the cue is some verb's infinitive. */
const SPEECH_LENGTH = 25;

const gap = (a: Span, b: Span): number => Math.max(b.start - a.end, a.start - b.end);

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
  if (childrenBy(tree, head, 'xcomp').some((child) => markOf(tree, child) === 'to')) return undefined;
  const word = token(tree, head);
  if (quotations.some((quotation) => overlaps(quotation, word))) return undefined;
  const source = sourceOfVerb(context, head);
  if (source.head === undefined) return undefined;
  const beside = [word, ...source.spans];
  const told = /^VB[DZPG]$/.test(word.xpos) && takes(match, 'clause');
  const own: readonly Span[] = quotations.filter(
    (quotation) =>
      source.spans.every((span) => !overlaps(span, quotation)) &&
      ((told && quotation.end - quotation.start >= SPEECH_LENGTH && !hasVerbBetween(context, beside, quotation)) ||
        beside.some((span) => gap(span, quotation) <= NEAR)),
  );
  if (own.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    sourceHead: source.head,
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content: own.map(({ start, end }) => ({ start, end })),
    act: 'speech',
    rule: 'quoted/beside',
    score: 0.75,
  };
};

const hasVerbBetween = ({ tree }: CueContext, beside: readonly Span[], quotation: Quotation): boolean => {
  const after = Math.min(...beside.map(({ start }) => start)) >= quotation.end;
  const from = after ? quotation.end : Math.max(...beside.map(({ end }) => end));
  const to = after ? Math.min(...beside.map(({ start }) => start)) : quotation.start;
  return tree.tokens.some(({ start, end, xpos }) => start >= from && end <= to && xpos.startsWith('VB'));
};

/** "Caddell continued:" with the quotation in the next paragraph. */
export const colonRule = (context: CueContext, next: Quotation | undefined): AttributionDraft | undefined => {
  const { tree } = context;
  if (tree.tokens.at(-1)?.text !== ':' || !next || next.start - tree.sentence.end > NEAR) return undefined;
  for (let head = tree.tokens.length - 2; head >= 0; head--) {
    if (!isVerb(tree, head)) continue;
    const match = cuesAt(context, head).find((candidate) => takes(candidate, 'quote') || takes(candidate, 'clause'));
    const source = match ? sourceOfVerb(context, head) : undefined;
    if (!match || source?.head === undefined) continue;
    return {
      sentence: tree.sentence.index,
      sourceHead: source.head,
      source: source.spans,
      cue: [cueSpan(tree, head, match.lastWord)],
      cueHead: head,
      content: [{ start: next.start, end: next.end }],
      act: 'speech',
      rule: 'quoted/colon',
      score: 0.85,
    };
  }
  return undefined;
};
