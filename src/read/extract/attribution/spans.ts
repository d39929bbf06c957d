import type { Span } from '../../../model/index.ts';
import { childrenBy, isUnder, relationOf, spanOf, type Tree, token } from '../syntax/tree.ts';

const EDGE = /^[\s,;:.!?–—-]+$/u;
const QUOTE = /^["“”'’‘`«»]+$/u;
const OPEN_QUOTE = /^["“'‘`«]+$/u;

/** A stretch of tokens as a span, without commas and stops at its edges; quotation marks stay. */
export const trimmedSpan = (tree: Tree, first: number, last: number): Span | undefined => {
  let from = first;
  let to = last;
  while (
    from <= to &&
    (EDGE.test(token(tree, from).text) ||
      (QUOTE.test(token(tree, from).text) && !OPEN_QUOTE.test(token(tree, from).text)))
  )
    from++;
  while (to >= from && EDGE.test(token(tree, to).text)) to--;
  return from <= to ? spanOf(tree, from, to) : undefined;
};

/** Runs of tokens of a range that a predicate keeps, as trimmed spans. */
export const runs = (tree: Tree, first: number, last: number, keep: (index: number) => boolean): readonly Span[] => {
  const found: Span[] = [];
  let start: number | undefined;
  for (let index = first; index <= last + 1; index++) {
    const inside = index <= last && keep(index);
    if (inside && start === undefined) start = index;
    if (!inside && start !== undefined) {
      const span = trimmedSpan(tree, start, index - 1);
      if (span) found.push(span);
      start = undefined;
    }
  }
  return found;
};

/** The subtree of a token without the subtrees of some others. */
export const subtreeWithout = (tree: Tree, index: number, others: readonly number[]): readonly Span[] =>
  runs(
    tree,
    tree.first[index] as number,
    tree.last[index] as number,
    (at) =>
      (isUnder(tree, at, index) || token(tree, at).upos === 'PUNCT') &&
      !others.some((other) => isUnder(tree, at, other)),
  );

/** The phrase that names a source: its whole subtree, without a clause that holds the cue. */
export const sourceSpans = (tree: Tree, head: number, cue: number): readonly Span[] => {
  const clauses = childrenBy(tree, head, 'acl', 'advcl', 'parataxis', 'conj', 'ccomp').filter(
    (clause) => (tree.first[clause] as number) <= cue && cue <= (tree.last[clause] as number),
  );
  const cases = childrenBy(tree, head, 'case', 'cc').filter(
    (word) => word < head && token(tree, word).deprel !== 'cc:preconj',
  );
  const spans = subtreeWithout(tree, head, [...clauses, ...cases]);
  return spans.filter((span) => span.start <= token(tree, head).start && token(tree, head).end <= span.end);
};

const CUE_PARTS = new Set(['aux', 'advmod', 'cop']);

/** The cue with its auxiliaries, negation, particles and the adverbs between them. */
export const cueSpan = (tree: Tree, head: number, alsoLast = head): Span => {
  let first = head;
  let last = Math.max(head, alsoLast);
  const near = tree.children[head] ?? [];
  // Auxiliaries and adverbs right before the cue, and nothing that stands between them and it.
  const before = new Set(
    near.filter(
      (child) => child < head && CUE_PARTS.has(relationOf(tree, child)) && tree.first[child] === tree.last[child],
    ),
  );
  while (before.has(first - 1)) first--;
  for (const child of near) {
    if (child === last + 1 && token(tree, child).deprel === 'compound:prt') last = child;
  }
  while (first < head && EDGE.test(token(tree, first).text)) first++;
  return spanOf(tree, first, last);
};

const MAX_DEPTH = 12;

/** "…, which …", "— a charge that …": set off at the end of a phrase, the narrator's own explanation. */
export const asides = (tree: Tree, head: number): readonly number[] => {
  const last = tree.last[head] as number;
  const found: number[] = [];
  for (let at = last, step = 0; at > head && step < MAX_DEPTH; at = token(tree, at).head, step++) {
    const first = tree.first[at] as number;
    const before = [token(tree, first), tree.tokens[first - 1]].some(
      (word) => word && /^(?:,|—|–|--|-)$/.test(word.text),
    );
    if (before && first > head && ['acl:relcl', 'appos', 'parataxis'].includes(token(tree, at).deprel)) found.push(at);
  }
  return found;
};

/** Last token of a phrase without what is set off at its end. */
export const lastBeforeAsides = (tree: Tree, head: number): number =>
  Math.min(tree.last[head] as number, ...asides(tree, head).map((aside) => (tree.first[aside] as number) - 1));
