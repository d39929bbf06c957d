import type { Span } from '../../../model/index.ts';
import { childrenBy, hasChild, isVerb, lemmaOf, markOf, relationOf, spanOf, type Tree, token } from '../syntax/tree.ts';

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

/** "asked if", "to see if": a question handed on, no condition, unless a comma sets it off. */
const QUESTIONING = new Set('ask wonder see know doubt check determine inquire question tell clear sure'.split(' '));

/** A condition as the tree has it: its clause, its cue and the clause that it governs. */
export interface ConditionClause {
  readonly clause: number;
  readonly first: number;
  readonly last: number;
  readonly cue: Span;
  readonly main: number;
}

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

const cueOf = (tree: Tree, clause: number): Span | undefined => {
  const [first] = childrenBy(tree, clause, 'mark');
  // "if the U.S. were to intervene": the infinitive's "to" is a mark of its own.
  const words = markOf(tree, clause).replace(/(?<=.) to$/, '');
  if (first !== undefined && CUES.has(words)) {
    const marks = childrenBy(tree, clause, 'mark').filter((mark) => lemmaOf(tree, mark) !== 'to');
    const last = tree.last[marks.at(-1) ?? first] as number;
    const before = tree.tokens[first - 1]?.text.toLowerCase();
    if (before === 'as') return undefined;
    return spanOf(tree, before === 'even' || before === 'only' ? first - 1 : first, last);
  }
  const inverted = invertedCue(tree, clause);
  return inverted === undefined ? undefined : spanOf(tree, inverted, inverted);
};

/** "if any", "if possible" condition nothing. */
const isWholeClause = (tree: Tree, clause: number): boolean =>
  isVerb(tree, clause) || hasChild(tree, clause, 'cop', 'aux', 'nsubj');

/** Part of a sentence that can stand alone: a verb, or a noun or adjective with its copula. */
export const isPredicate = (tree: Tree, index: number): boolean => isVerb(tree, index) || hasChild(tree, index, 'cop');

const MAX_CLIMB = 8;

/** From the word that the condition hangs on to the finite clause around it: "obliges each side to help if …" is about the obliging. */
const finiteClause = (tree: Tree, from: number): number => {
  let at = from;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const { head } = token(tree, at);
    const infinitive = markOf(tree, at) === 'to' && !hasChild(tree, at, 'nsubj');
    const dependent = ['xcomp', 'acl'].includes(relationOf(tree, at)) && !hasChild(tree, at, 'nsubj');
    if (head < 0 || (isPredicate(tree, at) && !infinitive && !dependent)) break;
    at = head;
  }
  return at;
};

/** "Were Russia to attack, NATO would respond": known by its first words, since trees take it for a question. */
const openingWere = (tree: Tree): readonly ConditionClause[] => {
  if (tree.tokens[0]?.text !== 'Were' || tree.tokens.at(-1)?.text === '?') return [];
  const comma = tree.tokens.findIndex(({ text }) => text === ',');
  const infinitive = tree.tokens.findIndex(({ xpos }, index) => xpos === 'TO' && index < comma);
  const main = tree.tokens.findIndex(({ head }) => head < 0);
  return infinitive > 1 && main > comma
    ? [{ clause: infinitive + 1, first: 0, last: comma - 1, cue: spanOf(tree, 0, 0), main }]
    : [];
};

/** The clauses of a sentence that set a condition. */
export const conditionClauses = (tree: Tree): readonly ConditionClause[] => {
  const clauses = hungClauses(tree);
  return clauses.length > 0 ? clauses : openingWere(tree);
};

const hungClauses = (tree: Tree): readonly ConditionClause[] =>
  tree.tokens.flatMap((_, clause): ConditionClause[] => {
    if (relationOf(tree, clause) !== 'advcl' || !isWholeClause(tree, clause)) return [];
    const cue = cueOf(tree, clause);
    const governor = token(tree, clause).head;
    if (!cue || governor < 0) return [];
    const [first, last] = [tree.first[clause] as number, tree.last[clause] as number];
    const setOff = first > 0 && token(tree, first - 1).upos === 'PUNCT';
    if (QUESTIONING.has(lemmaOf(tree, governor)) && governor < first && !setOff) return [];
    return [{ clause, first, last, cue, main: finiteClause(tree, governor) }];
  });

/** Words with which a question or an answer begins after the comma that ends a condition. */
const OPENS_MAIN = /^(?:DT|PRP|PRP\$|NN|NNS|NNP|NNPS|WRB|WP|EX|RB|MD|JJ|CD)$/;

/**
 * Where the tree takes the main clause into the condition ("if they did so, defensive weapons would come first"): the comma
 * between them, known by the finite verb on both sides.
 */
export const endWithinClause = (tree: Tree, { clause, first, last }: ConditionClause): number | undefined => {
  const isFiniteVerb = (index: number): boolean => /^(?:VB[DZP]|MD)$/.test(token(tree, index).xpos);
  let finiteBefore = false;
  for (let at = first; at < last; at++) {
    if (isFiniteVerb(at)) finiteBefore = true;
    if (token(tree, at).text !== ',' || !finiteBefore || at < clause) continue;
    const next = token(tree, at + 1);
    if (!OPENS_MAIN.test(next.xpos)) continue;
    for (let verb = at + 1; verb <= last; verb++) {
      if (token(tree, verb).upos === 'PUNCT' && token(tree, verb).text === ',') break;
      if (token(tree, verb).xpos === 'MD' || (/^W/.test(next.xpos) && isFiniteVerb(verb))) return at;
    }
  }
  return undefined;
};
