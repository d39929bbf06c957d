import type { Span } from '../../../model/index.ts';
import { childrenBy, hasChild, lemmaOf, markOf, relationOf, type Tree, token } from '../syntax/tree.ts';
import type { CueContext, CueMatch } from './cue-context.ts';
import { subtreeWithout, trimmedSpan } from './spans.ts';

const ADJUNCT_MARKS = new Set([
  'because',
  'since',
  'if',
  'when',
  'while',
  'unless',
  'until',
  'before',
  'after',
  'so that',
  'where',
  'as long as',
  'once',
  'even if',
  'even though',
  'so',
]);

/** Cues whose object is who is told, so that what stands between cue and clause is not said. */
const ADDRESSING = new Set(
  'tell inform remind assure warn ask notify advise brief promise teach show convince persuade order urge'.split(' '),
);

/** What is reported, from the clauses under a cue, with what the tree hangs elsewhere and without what is not said. */
export const reportedClause = (context: CueContext, match: CueMatch, clauses: readonly number[]): Span[] => {
  const { tree } = context;
  const { head, lastWord } = match;
  const [clause] = clauses as [number];
  const own = clauses.flatMap((part) =>
    fromItsStart(tree, match, part, subtreeWithout(tree, part, [...insertions(tree, part, head)])),
  );
  const content = withFollowers(tree, head, clause, own);
  content.unshift(...frontedParts(tree, match, clause));
  if (isInserted(tree, head)) content.unshift(...subtreeWithout(tree, token(tree, head).head, [head]));
  return content.map((span) => withExpletive(tree, lastWord, span));
};

/** "consider it likely that …": the "it" belongs to what is considered. */
const withExpletive = (tree: Tree, lastWord: number, span: Span): Span => {
  const it = tree.tokens[lastWord + 1];
  return it?.text === 'it' && tree.tokens[lastWord + 2]?.start === span.start
    ? { start: it.start, end: span.end }
    : span;
};

/** The cue's own words may stand inside its clause: "Russia, he said, would …". */
const insertions = (tree: Tree, clause: number, cue: number): readonly number[] =>
  childrenBy(tree, clause, 'parataxis').filter(
    (child) => (tree.first[child] as number) <= cue && cue <= (tree.last[child] as number),
  );

/** "If they attack, he said, that would be a mistake": with commas on both sides of source and cue, what stands before is said too. */
const frontedParts = (tree: Tree, { head, lastWord }: CueMatch, clause: number): readonly Span[] => {
  const [subject] = childrenBy(tree, head, 'nsubj');
  if (clause < head || subject === undefined || subject > head || tree.tokens[lastWord + 1]?.text !== ',') return [];
  const first = tree.first[subject] as number;
  if (first < 1 || token(tree, first - 1).text !== ',') return [];
  return childrenBy(tree, head, 'advcl')
    .filter((child) => child < first && ADJUNCT_MARKS.has(markOf(tree, child)))
    .flatMap((child) => subtreeWithout(tree, child, []));
};

/** "It is unlikely, they say, that …": a cue between commas inside the sentence that it reports. */
const isInserted = (tree: Tree, head: number): boolean =>
  relationOf(tree, head) === 'parataxis' &&
  token(tree, head).head < (tree.first[head] as number) &&
  tree.tokens[head + 1]?.text === ',' &&
  token(tree, tree.first[head] as number).text === ',';

/**
 * "said on Friday that …": what the tree hangs before the "that" of a clause belongs to the cue. "says his tweets are lies":
 * a subject that the tree hangs on the cue belongs to its clause.
 */
const fromItsStart = (
  tree: Tree,
  { head, cue, lastWord }: CueMatch,
  clause: number,
  content: readonly Span[],
): readonly Span[] => {
  const [opening] = content;
  if (clause < head || !opening) return content;
  const mark = childrenBy(tree, clause, 'mark').find((child) => lemmaOf(tree, child) === 'that');
  if (mark !== undefined) {
    if (mark < head || !childrenBy(tree, clause, 'obl', 'nmod').some((child) => child < mark)) return content;
    const { start } = token(tree, mark);
    return content.flatMap((span) =>
      span.end <= start ? [] : [{ start: Math.max(span.start, start), end: span.end }],
    );
  }
  const subjectless =
    (!hasChild(tree, clause, 'nsubj', 'csubj', 'expl', 'mark') && /^VB[DZP]$/.test(token(tree, clause).xpos)) ||
    (hasChild(tree, clause, 'cop', 'aux') && !hasChild(tree, clause, 'nsubj', 'csubj', 'expl', 'mark'));
  const misplaced = childrenBy(tree, head, 'obj', 'obl').some((child) => child > lastWord && child < clause);
  if (!subjectless || !misplaced || ADDRESSING.has(cue.head)) return content;
  const span = trimmedSpan(tree, lastWord + 1, tree.last[clause] as number);
  return span ? [{ start: span.start, end: Math.max(span.end, opening.end) }, ...content.slice(1)] : content;
};

const adjunctsOf = (tree: Tree, head: number): readonly number[] =>
  childrenBy(tree, head, 'advcl').filter((child) => child > head && ADJUNCT_MARKS.has(markOf(tree, child)));

/** "…, Graham said, since …": what a comma sets off after a cue that follows its clause. */
export const adjunctsAfter = (tree: Tree, head: number): readonly Span[] =>
  adjunctsOf(tree, head)
    .filter((child) => {
      const first = tree.first[child] as number;
      return token(tree, first).text === ',' || token(tree, first - 1).text === ',';
    })
    .flatMap((child) => subtreeWithout(tree, child, []));

/** "said that X was hypocritical, because …", "said X had won and it would …": what stands after the reported clause and goes on with it. */
const withFollowers = (tree: Tree, head: number, clause: number, content: readonly Span[]): Span[] => {
  const last = content.at(-1);
  if (!last) return [];
  if (clause < head) return [...content, ...adjunctsAfter(tree, head)];
  const adjuncts = adjunctsOf(tree, head).filter((child) => child > clause);
  const subjectOf = (verb: number): string => {
    const [subject] = childrenBy(tree, verb, 'nsubj');
    return subject !== undefined && token(tree, subject).xpos === 'PRP' ? lemmaOf(tree, subject) : '';
  };
  // "says she hopes to win, but she knows …": the same pronoun goes on.
  const goesOn = (child: number): boolean => subjectOf(child) !== '' && subjectOf(child) === subjectOf(clause);
  const conjuncts = childrenBy(tree, head, 'conj').filter(
    (child) =>
      child > clause &&
      hasChild(tree, child, 'nsubj') &&
      (goesOn(child) ||
        childrenBy(tree, child, 'cc').some(
          (and) => lemmaOf(tree, and) === 'and' && token(tree, and - 1).end === last.end,
        )),
  );
  const end = Math.max(
    last.end,
    ...[...adjuncts, ...conjuncts].map((child) => token(tree, tree.last[child] as number).end),
  );
  const trimmed = trimmedSpan(
    tree,
    tree.tokens.findIndex((word) => word.start >= last.start),
    tree.tokens.findLastIndex((word) => word.end <= end),
  );
  return [...content.slice(0, -1), trimmed ?? last];
};
