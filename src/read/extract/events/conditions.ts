import { type Condition, contains, type ReadEvent, type Span } from '../../../model/index.ts';
import type { Annotation } from '../../annotate/annotation.ts';
import { childrenBy, growTree, lemmaOf, markOf, relationOf, spanOf, type Tree, token } from '../syntax/tree.ts';

/** Words that open a condition; several words are matched on the mark of the clause. */
const CUES: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'in case',
  'provided',
  'provided that',
  'providing',
  'as long as',
  'so long as',
  'even if',
  'only if',
  'on condition',
  'assuming',
  'in the event',
  'lest',
  'supposing',
]);

const EDGE = /^[\s,;:.!?"“”]+$/u;

const trimmed = (tree: Tree, first: number, last: number): Span => {
  let from = first;
  let to = last;
  while (from < to && EDGE.test(token(tree, from).text)) from++;
  while (to > from && EDGE.test(token(tree, to).text)) to--;
  return spanOf(tree, from, to);
};

/** "Should Russia attack, …", "Were the U.S. to intervene, …": the auxiliary before its subject. */
const invertedCue = (tree: Tree, clause: number): number | undefined => {
  const [subject] = childrenBy(tree, clause, 'nsubj');
  const auxiliary = childrenBy(tree, clause, 'aux', 'cop').find((child) =>
    ['should', 'were', 'had', 'be', 'have'].includes(lemmaOf(tree, child)),
  );
  const verb = auxiliary ?? (lemmaOf(tree, clause) === 'be' ? clause : undefined);
  if (subject === undefined || verb === undefined || verb > subject || verb !== tree.first[clause]) return undefined;
  return /^(should|were|had)$/i.test(token(tree, verb).text) ? verb : undefined;
};

const cueOf = (tree: Tree, clause: number): { readonly first: number; readonly last: number } | undefined => {
  const marks = childrenBy(tree, clause, 'mark');
  const cue = markOf(tree, clause);
  const [first] = marks;
  if (first !== undefined && CUES.has(cue)) {
    const last = tree.last[marks.at(-1) as number] ?? first;
    const even = token(tree, first - 1 >= 0 ? first - 1 : first);
    return { first: ['even', 'only'].includes(even.text.toLowerCase()) ? first - 1 : first, last };
  }
  const inverted = invertedCue(tree, clause);
  return inverted === undefined ? undefined : { first: inverted, last: inverted };
};

/** "if the U.S. were to intervene, Russia would …": the condition, its cue and what would follow, with the events told in either. */
export const findConditions = (annotation: Annotation, events: readonly ReadEvent[]): readonly Condition[] => {
  const found: Condition[] = [];
  let next = 0;
  for (const sentence of annotation.sentences) {
    while (next < events.length && (events[next] as ReadEvent).trigger.start < sentence.start) next++;
    let end = next;
    while (end < events.length && (events[end] as ReadEvent).trigger.start < sentence.end) end++;
    const here = events.slice(next, end);
    next = end;
    const tree = growTree(sentence);
    tree.tokens.forEach((_, clause) => {
      if (relationOf(tree, clause) !== 'advcl') return;
      const cue = cueOf(tree, clause);
      if (!cue) return;
      const span = trimmed(tree, tree.first[clause] as number, tree.last[clause] as number);
      const main = token(tree, clause).head;
      const consequence = main < 0 ? undefined : consequenceOf(tree, main, clause);
      found.push({
        span,
        cue: spanOf(tree, cue.first, cue.last),
        ...(consequence ? { consequence } : {}),
        events: here
          .filter(({ trigger }) => contains(span, trigger) || (consequence && contains(consequence, trigger)))
          .map(({ id }) => id),
      });
    });
  }
  return found;
};

/** The main clause on the side of the condition where its own verb stands. */
const consequenceOf = (tree: Tree, main: number, clause: number): Span | undefined => {
  const [first, last] = [tree.first[main] as number, tree.last[main] as number];
  const [from, to] = [tree.first[clause] as number, tree.last[clause] as number];
  if (main > to) return trimmed(tree, to + 1, last);
  return main < from && first < from ? trimmed(tree, first, from - 1) : undefined;
};
