import type { Mention } from '../actor-layer.ts';
import {
  childrenBy,
  childrenOf,
  isVerb,
  lemmaOf,
  prepositionOf,
  relationOf,
  token,
  withConjuncts,
} from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';

/** An actor in a role, by the mention that put it there. */
export interface Party {
  readonly actor: string;
  readonly mention: Mention;
  /** Steps down from the role's head to the mention: 0 when the head itself is it. */
  readonly distance: number;
}

/**
 * Which actor of a phrase counts. `agent`: who stands behind it ("a U.S. airstrike", "the decision of Israel");
 * `patient`: whom it touches ("an arms depot of the Syrian army"); `responsible`: whose deed it is, when a deed is condemned or praised.
 */
export type PartyRole = 'agent' | 'patient' | 'responsible';

const MAX_DEPTH = 4;

const DESCENT: Readonly<Record<PartyRole, readonly string[]>> = {
  agent: ['of', 'by', 'from', 'for', 'in', 'at', 'within', 'with', 'among', 'to', 'under', 'inside', 'loyal to'],
  patient: [
    'of',
    'in',
    'from',
    'at',
    'by',
    'for',
    'on',
    'to',
    'with',
    'against',
    'between',
    'near',
    'within',
    'into',
    'inside',
    'among',
    'around',
    'across',
    'along',
    'over',
    'outside',
    'about',
    'belonging to',
    'off',
    'by',
    'throughout',
    'under',
  ],
  responsible: ['by', 'from', 'of', 'in', 'at', 'for', 'between', 'with'],
};

const isEventNoun = (context: ClauseContext, index: number): boolean => {
  const lemma = lemmaOf(context.tree, index);
  return context.lexicon.nominalisations.has(lemma) || context.lexicon.nouns.has(lemma);
};

const mentionAt = (context: ClauseContext, index: number): Mention | undefined =>
  context.actors.at(context.sentence, index);

const one = (context: ClauseContext, index: number, distance: number): readonly Party[] => {
  const mention = mentionAt(context, index);
  return mention ? [{ actor: mention.actor, mention, distance }] : [];
};

const inPhrase = (context: ClauseContext, head: number, role: PartyRole, depth: number): readonly Party[] => {
  const { tree } = context;
  const own = one(context, head, depth);
  if (own.length > 0) return own;
  if (depth >= MAX_DEPTH) return [];
  const below = (children: readonly number[]): readonly Party[] =>
    children.flatMap((child) => inPhrase(context, child, role, depth + 1));

  const possessor = below(childrenBy(tree, head, 'nmod:poss').flatMap((child) => withConjuncts(tree, child)));
  if (possessor.length > 0) return possessor;
  const modifiers = below(
    childrenBy(
      tree,
      head,
      'amod',
      'compound',
      'nmod:desc',
      'flat',
      'appos',
      'dep',
      'nmod:unmarked',
      'nmod:npmod',
    ).filter((child) => relationOf(tree, child) !== 'appos' || depth === 0),
  );
  if (modifiers.length > 0) return modifiers;
  // "fired by Israel", "led by Egypt": the agent of a participle that describes the phrase.
  for (const clause of childrenBy(tree, head, 'acl')) {
    if (!isVerb(tree, clause)) continue;
    const roles = context.roles(clause);
    const agents = roles.passive ? below(roles.subjects) : [];
    if (agents.length > 0 && role !== 'patient') return agents;
  }
  const deed = isEventNoun(context, head);
  const nominals = childrenOf(tree, head).filter(
    (child) => relationOf(tree, child) === 'nmod' && token(tree, child).deprel !== 'nmod:poss',
  );
  for (const preposition of DESCENT[role]) {
    // Whose deed: "the killing of civilians" does not make the civilians answerable.
    if (deed && role === 'responsible' && preposition !== 'by' && preposition !== 'from' && preposition !== 'between') {
      if (context.lexicon.nominalisations.has(lemmaOf(tree, head)) || preposition !== 'of') continue;
    }
    if (
      deed &&
      role === 'agent' &&
      (preposition === 'in' || preposition === 'to' || preposition === 'for' || preposition === 'at')
    )
      continue;
    for (const nominal of nominals) {
      if (prepositionOf(tree, nominal) !== preposition) continue;
      const found = below(withConjuncts(tree, nominal));
      if (found.length > 0) return found;
    }
  }
  if (role !== 'patient') return [];
  for (const clause of childrenBy(tree, head, 'acl')) {
    if (!isVerb(tree, clause)) continue;
    const roles = context.roles(clause);
    const found = below(
      [...roles.obliques.map((oblique) => oblique.head), ...(roles.passive ? roles.subjects : roles.objects)].filter(
        (index) => index !== head,
      ),
    );
    if (found.length > 0) return found;
  }
  return [];
};

/** The actors that a phrase and those coordinated with it bring into a role, without repetition. */
export const partiesIn = (context: ClauseContext, heads: readonly number[], role: PartyRole): readonly Party[] => {
  const found = new Map<string, Party>();
  for (const head of heads)
    for (const member of withConjuncts(context.tree, head))
      for (const party of inPhrase(context, member, role, 0)) {
        const known = found.get(party.actor);
        if (!known || party.distance < known.distance) found.set(party.actor, party);
      }
  return [...found.values()];
};

export const without = (parties: readonly Party[], others: readonly Party[]): readonly Party[] =>
  parties.filter((party) => !others.some((other) => other.actor === party.actor));
