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
 * `patient`: whom it touches ("an arms depot of the Syrian army"); `responsible`: whose deed it is, when a deed is condemned or praised;
 * `thing`: for whom a thing is that is sent, lifted or imposed, whoever it belongs to ("U.S. aid to Egypt").
 */
export type PartyRole = 'agent' | 'patient' | 'responsible' | 'thing';

const MAX_DEPTH = 4;
const MODIFIERS = ['amod', 'compound', 'nmod:desc', 'flat', 'dep', 'nmod:unmarked', 'nmod:npmod'];

const DESCENT: Readonly<Record<PartyRole, readonly string[]>> = {
  agent: [
    'of',
    'by',
    'between',
    'among',
    'from',
    'for',
    'in',
    'at',
    'within',
    'with',
    'among',
    'to',
    'under',
    'inside',
    'loyal to',
  ],
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
  responsible: ['by', 'from', 'of', 'for', 'between', 'with'],
  thing: ['to', 'for', 'on', 'against', 'in', 'of', 'from', 'with', 'into', 'at', 'between', 'over', 'near', 'along'],
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

const named = (context: ClauseContext, parties: readonly Party[]): readonly Party[] =>
  parties.filter(
    ({ mention, actor }) => mention.form !== 'nominal' || context.actorById.get(actor)?.country !== undefined,
  );

/** Nouns that stand in a relation to whom they name: Russia's adversaries are not Russia. */
const isRelational = (context: ClauseContext, head: number): boolean =>
  context.lexicon.classes.get('relational')?.has(lemmaOf(context.tree, head)) ?? false;

const inPhrase = (context: ClauseContext, head: number, role: PartyRole, depth: number): readonly Party[] => {
  const { tree } = context;
  const own = role === 'thing' && depth === 0 ? [] : one(context, head, depth);
  if (own.length > 0) return own;
  if (depth >= MAX_DEPTH || isRelational(context, head)) return [];
  const below = (children: readonly number[]): readonly Party[] =>
    children.flatMap((child) => inPhrase(context, child, role === 'thing' ? 'patient' : role, depth + 1));

  if (role !== 'thing') {
    const possessor = below(childrenBy(tree, head, 'nmod:poss').flatMap((child) => withConjuncts(tree, child)));
    // "cracked down on their ability": a thing of somebody's that only a pronoun names is not he.
    const owner = role === 'patient' ? possessor.filter(({ mention }) => mention.form !== 'pronoun') : possessor;
    if (owner.length > 0) return owner;
    const appositions = depth === 0 ? below(childrenBy(tree, head, 'appos')) : [];
    const modifiers = named(context, below(childrenBy(tree, head, ...MODIFIERS)));
    if (modifiers.length > 0 || appositions.length > 0) return modifiers.length > 0 ? modifiers : appositions;
  }
  // "fired by Israel", "led by Egypt": the agent of a participle that describes the phrase.
  if (role !== 'patient')
    for (const clause of childrenBy(tree, head, 'acl')) {
      const roles = isVerb(tree, clause) ? context.roles(clause) : undefined;
      const agents = roles?.passive ? below(roles.subjects) : [];
      if (agents.length > 0) return agents;
    }
  const nominals = childrenOf(tree, head).filter(
    (child) => relationOf(tree, child) === 'nmod' && token(tree, child).deprel !== 'nmod:poss',
  );
  for (const preposition of DESCENT[role]) {
    if (isEventNoun(context, head) && !bringsParty(context, head, role, preposition)) continue;
    for (const nominal of nominals) {
      if (prepositionOf(tree, nominal) !== preposition) continue;
      const found = below(withConjuncts(tree, nominal));
      if (found.length > 0) return found;
    }
  }
  if (role === 'thing') return named(context, below(childrenBy(tree, head, 'compound')));
  if (role !== 'patient') return [];
  for (const clause of childrenBy(tree, head, 'acl')) {
    if (!isVerb(tree, clause) || depth > 0 || token(tree, clause).deprel === 'acl:relcl') continue;
    const roles = context.roles(clause);
    const around = [
      ...roles.obliques.map((oblique) => oblique.head),
      ...(roles.passive ? roles.subjects : roles.objects),
    ];
    const found = below(around.filter((index) => index !== head));
    if (found.length > 0) return found;
  }
  return [];
};

/** Which prepositions after a deed lead to the party: "the killing of civilians" does not make the civilians answerable. */
const bringsParty = (context: ClauseContext, head: number, role: PartyRole, preposition: string): boolean => {
  if (role === 'agent') return !['in', 'to', 'for', 'at'].includes(preposition);
  if (role !== 'responsible' || ['by', 'from', 'between'].includes(preposition)) return true;
  return preposition === 'of' && !context.lexicon.nominalisations.has(lemmaOf(context.tree, head));
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
  const all = [...found.values()];
  // Where somebody is named, a place that the phrase also names is only where.
  const acting = role === 'agent' ? all.filter(({ actor }) => context.actorById.get(actor)?.kind !== 'place') : all;
  return acting.length > 0 ? acting : all;
};

export const without = (parties: readonly Party[], others: readonly Party[]): readonly Party[] =>
  parties.filter((party) => !others.some((other) => other.actor === party.actor));

/**
 * The members of a joint subject that one mention covers: "UK and EU negotiators", "the armies of Brazil and Argentina".
 * Empty unless there are two or more.
 */
export const membersIn = (context: ClauseContext, head: number): readonly Party[] => {
  const { tree } = context;
  const found = new Map<string, Party>();
  const mentions = context.actors.inSentence(context.sentence);
  const [first, last] = [tree.first[head] as number, tree.last[head] as number];
  for (const mention of mentions) {
    if (mention.head === head || mention.head < first || mention.head > last || mention.form === 'nominal') continue;
    const kind = context.actorById.get(mention.actor)?.kind;
    if (kind === 'place' || kind === 'person' || !joinsHead(context, mention.head, head)) continue;
    if (!found.has(mention.actor)) found.set(mention.actor, { actor: mention.actor, mention, distance: 1 });
  }
  return found.size > 1 ? [...found.values()] : [];
};

/** True when only modifiers, of-phrases and coordination lead from the word up to the head. */
const joinsHead = ({ tree }: ClauseContext, from: number, head: number): boolean => {
  for (let at = from, step = 0; step < 4; step++) {
    if (at === head) return true;
    const relation = relationOf(tree, at);
    const joins =
      relation === 'conj' ||
      MODIFIERS.includes(relation) ||
      token(tree, at).deprel === 'nmod:poss' ||
      (relation === 'nmod' && prepositionOf(tree, at) === 'of');
    if (!joins) return false;
    at = token(tree, at).head;
    if (at < 0) return false;
  }
  return false;
};
