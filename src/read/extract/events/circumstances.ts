import { contains, type EventTime, type Quantity, type Span, type Time } from '../../../model/index.ts';
import { childrenBy, isUnder, isVerb, prepositionOf, relationOf, type Tree, token } from '../syntax/tree.ts';
import { related } from '../times/relation.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Draft } from './draft.ts';

const MAX_CLIMB = 12;
/** The word that relates to a time, with an article after it: "by ", "since the ". */
const LAST_WORD = /[\p{L}]+\s(?:the\s)?$/u;
const LAST_WORD_REACH = 32;
const HOW_RARE_REACH = 64;
const HOW_RARE =
  /\b(?:first|second|third|only)\s(?:time|visit|trip|meeting|attack|test|launch|such\s\w+)(?:\s(?:to|by|of|with|on)\s[^.,;]{1,30})?\s(?:in|since)\s$/i;
const PLACE_PREPOSITIONS = new Set([
  'in',
  'at',
  'near',
  'inside',
  'outside',
  'around',
  'across',
  'off',
  'along',
  'over',
  'within',
]);

const tokenAt = (tree: Tree, offset: number): number => {
  let low = 0;
  let high = tree.tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (token(tree, middle).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The token of a span whose head lies outside it. */
export const headOfSpan = (tree: Tree, span: Span): number => {
  const first = tokenAt(tree, span.start);
  let last = first;
  while (last + 1 < tree.tokens.length && token(tree, last + 1).start < span.end) last++;
  for (let index = first; index <= last; index++) {
    const { head } = token(tree, index);
    if (head < first || head > last) return index;
  }
  return first;
};

/** Relations that lead from a place to the deed done there, and not out of another clause or a second name. */
const PHRASAL: ReadonlySet<string> = new Set(['obl', 'nmod', 'obj', 'conj', 'xcomp']);

/** The nearest event above a span: the first of the anchors met on the way up the tree, through these relations only. */
const governing = (
  tree: Tree,
  span: Span,
  anchors: ReadonlyMap<number, number>,
  through?: ReadonlySet<string>,
): number | undefined => {
  let at = headOfSpan(tree, span);
  for (let step = 0; step < MAX_CLIMB && at >= 0; step++) {
    const found = anchors.get(at);
    if (found !== undefined) return found;
    if (through && !through.has(relationOf(tree, at))) return undefined;
    at = token(tree, at).head;
  }
  return undefined;
};

/**
 * Is it when something was said that the event is the content of: "On Friday it said that …", "…, he said on Friday"?
 * Then the event has no time from it.
 */
const isOfSaying = (tree: Tree, span: Span, predicate: number): boolean => {
  let at = headOfSpan(tree, span);
  for (let step = 0; step < MAX_CLIMB && at >= 0 && at !== predicate; step++) {
    if (isVerb(tree, at)) {
      if (relationOf(tree, at) === 'parataxis' && !isUnder(tree, predicate, at)) return true;
      if (childrenBy(tree, at, 'ccomp').some((clause) => isUnder(tree, predicate, clause))) return true;
    }
    at = token(tree, at).head;
  }
  return false;
};

/** The day or days of an event that stands to a time as its words say: "by March" ends with March and has no beginning. */
const whenOf = (text: string, { span, relation, from, to }: Time): EventTime => {
  const lead = relation
    ? (LAST_WORD.exec(text.slice(Math.max(0, span.start - LAST_WORD_REACH), span.start))?.[0].length ?? 0)
    : 0;
  return { ...related({ from, to }, relation), text: text.slice(span.start - lead, span.end) };
};

export interface Circumstances {
  readonly when?: EventTime;
  readonly where?: string;
  readonly quantities: readonly string[];
}

const NONE: Circumstances = { quantities: [] };

/** Hands each time and quantity of a sentence to the event it hangs on, and finds where an event happens. */
export const circumstancesOf = (
  context: ClauseContext,
  text: string,
  drafts: readonly Draft[],
  times: readonly Time[],
  quantities: readonly Quantity[],
): readonly Circumstances[] => {
  const { tree } = context;
  const anchors = new Map<number, number>();
  drafts.forEach((draft, index) => {
    for (const at of [draft.predicate, draft.trigger]) if (!anchors.has(at)) anchors.set(at, index);
  });
  const found: Circumstances[] = drafts.map(() => NONE);
  const here = (span: Span): boolean => contains(tree.sentence, span);
  for (const time of times.filter(({ span }) => here(span))) {
    // "for the first time in 25 years" says how rare it is, not when it was.
    if (HOW_RARE.test(text.slice(Math.max(0, time.span.start - HOW_RARE_REACH), time.span.start))) continue;
    const index = governing(tree, time.span, anchors) ?? (drafts.length === 1 ? 0 : undefined);
    if (index === undefined || found[index]?.when) continue;
    if (isOfSaying(tree, time.span, (drafts[index] as Draft).predicate)) continue;
    found[index] = {
      ...(found[index] as Circumstances),
      when: whenOf(text, time),
    };
  }
  for (const quantity of quantities.filter(({ span }) => here(span))) {
    const index = governing(tree, quantity.span, anchors);
    if (index === undefined) continue;
    const known = found[index] as Circumstances;
    found[index] = { ...known, quantities: [...known.quantities, quantity.id] };
  }
  const taken = (draft: Draft): ReadonlySet<string> =>
    new Set([...draft.sources, ...draft.targets].map((party) => party.actor));
  for (const mention of context.actors.inSentence(context.sentence)) {
    const kind = context.actorById.get(mention.actor)?.kind;
    if (kind !== 'state' && kind !== 'place') continue;
    const relation = relationOf(tree, mention.head);
    if ((relation !== 'obl' && relation !== 'nmod') || !PLACE_PREPOSITIONS.has(prepositionOf(tree, mention.head)))
      continue;
    const index = governing(tree, mention, anchors, PHRASAL);
    if (index === undefined || found[index]?.where || taken(drafts[index] as Draft).has(mention.actor)) continue;
    found[index] = { ...(found[index] as Circumstances), where: mention.actor };
  }
  return found;
};

const EDGE = /^[\s,;:.!?"“”'‘’()[\]–—-]+$/u;

/** The clause that tells the event: what hangs on its predicate, stretched to its parties, without marks at the edges. */
export const evidenceOf = (context: ClauseContext, draft: Draft): Span => {
  const { tree } = context;
  let first = Math.min(tree.first[draft.predicate] as number, draft.trigger);
  let last = Math.max(tree.last[draft.predicate] as number, draft.trigger);
  for (const { mention } of [...draft.sources, ...draft.targets]) {
    if (mention.sentence !== context.sentence) continue;
    first = Math.min(first, mention.first);
    last = Math.max(last, mention.last - 1);
  }
  while (first < last && EDGE.test(token(tree, first).text)) first++;
  while (last > first && EDGE.test(token(tree, last).text)) last--;
  return { start: token(tree, first).start, end: token(tree, last).end };
};

/** The trigger with its particle: "called off". */
export const triggerOf = (context: ClauseContext, draft: Draft): Span => {
  const { tree } = context;
  const word = token(tree, draft.trigger);
  const next = tree.tokens[draft.trigger + 1];
  if (next && next.head === draft.trigger && next.deprel === 'compound:prt')
    return { start: word.start, end: next.end };
  return { start: word.start, end: word.end };
};
