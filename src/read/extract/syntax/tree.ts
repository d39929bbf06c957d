import type { Span } from '../../../model/index.ts';
import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';

/** A sentence with its dependency tree made walkable: children in order, and for each token the stretch its subtree covers. */
export interface Tree {
  readonly sentence: AnnotatedSentence;
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
  /** First and last token index under each token, both included. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Place of each token in a walk down the tree, and the place after its last descendant. */
  readonly enter: readonly number[];
  readonly leave: readonly number[];
}

const NO_CHILDREN: readonly number[] = [];

/**
 * Tokens whose head chain does not end at a root (a broken tree) are treated as roots themselves, so that every walk down ends.
 */
export const growTree = (sentence: AnnotatedSentence): Tree => {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  const roots: number[] = [];
  tokens.forEach(({ head }, index) => {
    if (head >= 0 && head < tokens.length && head !== index) children[head]?.push(index);
    else roots.push(index);
  });
  const order: number[] = [];
  const seen = new Uint8Array(tokens.length);
  const visit = (root: number): void => {
    const stack = [root];
    while (stack.length > 0) {
      const index = stack.pop() as number;
      if (seen[index]) continue;
      seen[index] = 1;
      order.push(index);
      for (const child of children[index] ?? NO_CHILDREN) stack.push(child);
    }
  };
  roots.forEach(visit);
  tokens.forEach((_, index) => {
    if (seen[index]) return;
    const cut = children[tokens[index]?.head ?? -1];
    cut?.splice(cut.indexOf(index), 1);
    visit(index);
  });
  const first = tokens.map((_, index) => index);
  const last = tokens.map((_, index) => index);
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at] as number;
    for (const child of children[index] ?? NO_CHILDREN) {
      first[index] = Math.min(first[index] as number, first[child] as number);
      last[index] = Math.max(last[index] as number, last[child] as number);
    }
  }
  const enter = tokens.map(() => 0);
  const size = tokens.map(() => 1);
  order.forEach((index, place) => {
    enter[index] = place;
  });
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at] as number;
    for (const child of children[index] ?? NO_CHILDREN) size[index] = (size[index] as number) + (size[child] as number);
  }
  const leave = enter.map((place, index) => place + (size[index] as number));
  return { sentence, tokens, children, first, last, enter, leave };
};

/** True when the one token is the other or hangs under it, however deep. */
export const isUnder = (tree: Tree, index: number, above: number): boolean =>
  (tree.enter[above] as number) <= (tree.enter[index] as number) &&
  (tree.enter[index] as number) < (tree.leave[above] as number);

export const token = (tree: Tree, index: number): Token => tree.tokens[index] as Token;

export const lemmaOf = (tree: Tree, index: number): string => (tree.tokens[index]?.lemma ?? '').toLowerCase();

/** The relation to the head without its subtype: `nsubj` for `nsubj:pass`. */
export const relationOf = (tree: Tree, index: number): string => {
  const relation = tree.tokens[index]?.deprel ?? '';
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
};

export const childrenOf = (tree: Tree, index: number): readonly number[] => tree.children[index] ?? NO_CHILDREN;

/** Children that stand in one of these relations; `nsubj` takes its subtypes along, `nsubj:pass` is that one alone. */
export const childrenBy = (tree: Tree, index: number, ...relations: readonly string[]): readonly number[] =>
  childrenOf(tree, index).filter(
    (child) => relations.includes(relationOf(tree, child)) || relations.includes(token(tree, child).deprel),
  );

export const hasChild = (tree: Tree, index: number, ...relations: readonly string[]): boolean =>
  childrenBy(tree, index, ...relations).length > 0;

export const isVerb = (tree: Tree, index: number): boolean =>
  token(tree, index).upos === 'VERB' || token(tree, index).xpos.startsWith('VB');

export const isNoun = (tree: Tree, index: number): boolean =>
  token(tree, index).upos === 'NOUN' || token(tree, index).upos === 'PROPN';

/** The preposition over a nominal, several words joined: `from`, `out of`, `according to`; empty where there is none. */
export const prepositionOf = (tree: Tree, index: number): string => {
  let cases = childrenOf(tree, index).filter((child) => relationOf(tree, child) === 'case');
  if (cases.length === 0) {
    // "from President Mandela": the preposition may hang on the title before the name.
    const opening = tree.first[index] as number;
    if (opening === index || relationOf(tree, opening) !== 'case' || token(tree, opening).upos !== 'ADP') return '';
    cases = [opening];
  }
  return cases
    .filter(
      (word) => token(tree, word).text !== "'s" && token(tree, word).text !== '’s' && token(tree, word).text !== "'",
    )
    .map((word) =>
      [word, ...childrenOf(tree, word).filter((part) => relationOf(tree, part) === 'fixed')]
        .map((part) => lemmaOf(tree, part))
        .join(' '),
    )
    .join(' ');
};

/** The subordinating word of a clause: `to`, `that`, `if`, `of`; empty where there is none. */
export const markOf = (tree: Tree, index: number): string =>
  childrenBy(tree, index, 'mark')
    .map((word) =>
      [word, ...childrenOf(tree, word).filter((part) => relationOf(tree, part) === 'fixed')]
        .map((part) => lemmaOf(tree, part))
        .join(' '),
    )
    .join(' ');

/** The nominal and those coordinated with it, in order. */
export const withConjuncts = (tree: Tree, index: number): readonly number[] => [
  index,
  ...childrenOf(tree, index).filter((child) => relationOf(tree, child) === 'conj'),
];

export const spanOf = (tree: Tree, first: number, last: number): Span => ({
  start: tree.tokens[first]?.start ?? tree.sentence.start,
  end: tree.tokens[last]?.end ?? tree.sentence.end,
});
