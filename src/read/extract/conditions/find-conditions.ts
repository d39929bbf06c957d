import {
  type Attribution,
  type Condition,
  contains,
  overlaps,
  type ReadEvent,
  type Span,
} from '../../../model/index.ts';
import type { Annotation } from '../../annotate/annotation.ts';
import { childrenBy, growTree, lemmaOf, spanOf, type Tree, token } from '../syntax/tree.ts';
import { type ConditionClause, conditionClauses, endWithinClause, isPredicate } from './clauses.ts';

const MARKS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
];

/** Without stops and commas at the edges, and without a quotation mark whose partner is outside. */
const trimmed = (text: string, { start, end }: Span): Span => {
  let [from, to] = [start, end];
  for (let changed = true; changed && from < to; ) {
    changed = false;
    const words = text.slice(from, to);
    const [lead] = /^[\s,;:.!?–—-]+/u.exec(words) ?? [''];
    const [tail] = /[\s,;:.–—-]+$/u.exec(words.slice(lead.length)) ?? [''];
    from += lead.length;
    to -= tail.length;
    changed = lead.length + tail.length > 0;
    const inner = text.slice(from, to);
    for (const [open, close] of MARKS) {
      if (inner.endsWith(close) && !inner.slice(0, -1).includes(open)) {
        to -= 1;
        changed = true;
      } else if (inner.startsWith(open) && !inner.slice(1).includes(close)) {
        from += 1;
        changed = true;
      }
    }
  }
  return { start: from, end: to };
};

/** Words by which a speaker is put in ("…, he said, …"), as one stretch from source to cue. */
const insertions = (attributions: readonly Attribution[]): readonly Span[] =>
  attributions
    .filter(({ source, cue }) => source.length > 0 && cue.length > 0)
    .map(({ source, cue }) => ({
      start: Math.min(...[...source, ...cue].map(({ start }) => start)),
      end: Math.max(...[...source, ...cue].map(({ end }) => end)),
    }));

/** Without a speaker's name and cue at either end. */
const withoutSpeaker = (text: string, span: Span, inserted: readonly Span[]): Span => {
  let { start, end } = span;
  for (const words of inserted) {
    if (!overlaps(words, { start, end })) continue;
    if (/^[\s,]*$/.test(text.slice(start, words.start)) && words.end < end) start = words.end;
    else if (/^[\s,]*$/.test(text.slice(words.end, end)) && words.start > start) end = words.start;
  }
  return trimmed(text, { start, end });
};

/** "if the U.S. were to intervene, Russia would …": the condition, its cue and what would follow, with the events told in either. */
export const findConditions = (
  annotation: Annotation,
  events: readonly ReadEvent[],
  attributions: readonly Attribution[] = [],
): readonly Condition[] => {
  const { text } = annotation;
  const found: Condition[] = [];
  const within = sliding(events, ({ trigger }) => trigger.start);
  const saidIn = sliding(
    [...attributions].sort((a, b) => cueStart(a) - cueStart(b)),
    cueStart,
  );
  for (const sentence of annotation.sentences) {
    const here = within(sentence);
    const said = saidIn(sentence);
    if (
      !/\b(?:if|unless|case|provid|long as|condition|assuming|event|lest|supposing|should|were|had)/i.test(
        text.slice(sentence.start, sentence.end),
      )
    )
      continue;
    const tree = growTree(sentence);
    for (const condition of conditionClauses(tree)) {
      const split = endWithinClause(tree, condition);
      const last = split === undefined ? condition.last : split - 1;
      // Where the condition hangs on the cue itself ("is uncertain of … if …") its words are what follows.
      const inserted = insertions(
        said.filter(
          ({ cue }) =>
            !cue.some(
              (words) =>
                contains(words, token(tree, condition.main)) &&
                isPredicate(tree, condition.main) &&
                token(tree, condition.main).upos === 'ADJ',
            ),
        ),
      );
      const span = withoutSpeaker(text, spanOf(tree, condition.first, last), inserted);
      const raw =
        split === undefined ? consequenceOf(tree, condition, span, said) : spanOf(tree, split + 1, condition.last);
      const consequence = raw && withoutSpeaker(text, raw, inserted);
      found.push({
        span,
        cue: condition.cue,
        ...(consequence && consequence.end > consequence.start ? { consequence } : {}),
        events: here
          .filter(({ trigger }) => contains(span, trigger) || (consequence && contains(consequence, trigger)))
          .map(({ id }) => id),
      });
    }
  }
  return found;
};

const cueStart = ({ cue }: Attribution): number => cue[0]?.start ?? 0;

/** Gives for one sentence after another the items that begin in it; both in order. */
const sliding = <T>(items: readonly T[], startOf: (item: T) => number): ((sentence: Span) => readonly T[]) => {
  let next = 0;
  return ({ start, end }) => {
    while (next < items.length && startOf(items[next] as T) < start) next++;
    let to = next;
    while (to < items.length && startOf(items[to] as T) < end) to++;
    const here = items.slice(next, to);
    next = to;
    return here;
  };
};

/** What would follow: the finite clause that the condition hangs on, whole where the condition stands inside it. */
const consequenceOf = (
  tree: Tree,
  { first, last, main }: ConditionClause,
  span: Span,
  said: readonly Attribution[],
): Span | undefined => {
  // The condition hangs on a cue: what follows is the rest of what is said.
  const speaking = said.find(({ cue }) => cue.some((words) => contains(words, token(tree, main))));
  if (speaking) {
    const pieces = speaking.content.filter((piece) => !overlaps(piece, span));
    const rest = speaking.content
      .filter((piece) => overlaps(piece, span))
      .flatMap((piece) => [
        { start: piece.start, end: span.start },
        { start: span.end, end: piece.end },
      ]);
    const longest = [...pieces, ...rest].sort((x, y) => y.end - y.start - (x.end - x.start))[0];
    const isClause = tree.tokens.some((word) => longest && contains(longest, word) && /^(?:VB|MD)/.test(word.xpos));
    if (longest && isClause) return longest;
  }
  if (!isPredicate(tree, main)) return undefined;
  const from = clauseStart(tree, main);
  const to = tree.last[main] as number;
  if (main > last) {
    const subject = childrenBy(tree, main, 'nsubj', 'expl', 'csubj').find((child) => child < first);
    return subject === undefined ? spanOf(tree, last + 1, to) : spanOf(tree, from, to);
  }
  if (main < first && from < first) return spanOf(tree, from, first - 1);
  return undefined;
};

/** First word of a clause after its "that", and after what the tree hangs before that. */
const clauseStart = (tree: Tree, main: number): number => {
  const mark = childrenBy(tree, main, 'mark').find((child) => lemmaOf(tree, child) === 'that' && child < main);
  if (mark !== undefined) return mark + 1;
  let first = tree.first[main] as number;
  while (first < main && ['CCONJ', 'PUNCT'].includes(token(tree, first).upos)) first++;
  return first;
};
