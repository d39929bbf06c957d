import type { EventFrame } from '../../../lexicon/index.ts';
import type { EventType } from '../../../model/index.ts';
import { type Oblique, obliquesOf } from '../syntax/roles.ts';
import {
  childrenBy,
  childrenOf,
  isVerb,
  lemmaOf,
  markOf,
  prepositionOf,
  relationOf,
  token,
  withConjuncts,
} from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Company } from './frame-match.ts';
import { type Party, type PartyRole, partiesIn, without } from './parties.ts';

/** Types that answer a deed: their target is whoever did it, not whom it struck. */
const ANSWERS: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN', 'REQUEST', 'AGREE']);

const LOCATIVES = [
  'in',
  'at',
  'near',
  'along',
  'around',
  'outside',
  'inside',
  'across',
  'over',
  'off',
  'on',
  'from',
  'into',
  'to',
  'within',
  'throughout',
  'toward',
  'towards',
];

export const roleFor = (type: EventType): PartyRole => (ANSWERS.has(type) ? 'responsible' : 'patient');

/** "in return for", "in response to": what follows is no party of the deed. */
const SET_PHRASES = new Set(
  'return exchange response addition case contrast order turn line view light reaction retaliation protest connection'.split(
    ' ',
  ),
);

/** Prepositional phrases of the head and of its objects, one or two steps down: "imposed [sanctions [on banks [in Iran]]]". */
const phrasesAround = (
  context: ClauseContext,
  company: Company,
  objects: readonly number[],
  steps: 1 | 2,
): readonly Oblique[] => {
  const { tree } = context;
  const under = objects.flatMap((object) => withConjuncts(tree, object)).flatMap((object) => obliquesOf(tree, object));
  // The preposition right after the noun belongs to it, whatever the tree made of what follows.
  const adjacent = [...objects, company.head].flatMap((object) => {
    const next = tree.tokens[object + 1];
    if (next?.deprel !== 'case' || next.upos !== 'ADP' || next.head <= object) return [];
    return [{ preposition: next.lemma.toLowerCase(), head: next.head }];
  });
  const further = steps === 2 ? under.flatMap(({ head }) => obliquesOf(tree, head)) : [];
  return [...company.obliques, ...under, ...further, ...adjacent].filter(
    ({ preposition, head }) => preposition !== 'in' || !SET_PHRASES.has(lemmaOf(tree, head)),
  );
};

const THINGS = [
  'aid',
  'arms',
  'troops',
  'restriction',
  'sanctions',
  'agreement',
  'talks',
  'ties',
  'cooperation',
  'exercise',
  'attack',
  'projectile',
  'investigation',
  'criticism',
  'praise',
  'warning',
  'protest',
  'award',
  'peacekeepers',
];

/** True of an object that is handed over, imposed or lifted rather than acted upon. */
const isThing = (context: ClauseContext, object: number): boolean => {
  const words = [lemmaOf(context.tree, object), token(context.tree, object).text.toLowerCase()];
  return THINGS.some((name) => words.some((word) => context.lexicon.classes.get(name)?.has(word)));
};

const matches = (preposition: string, place: string): boolean =>
  preposition === place || (!preposition.startsWith('accord') && wordsMatch(preposition, place));

const wordsMatch = (preposition: string, place: string): boolean =>
  (place !== '' && preposition.endsWith(` ${place}`)) || preposition.startsWith(`${place} `);

/** Looks for a party at the places in order; the first place that yields anybody but the excluded wins. */
export const partiesAt = (
  context: ClauseContext,
  places: readonly string[],
  company: Company,
  objects: readonly number[],
  role: PartyRole,
  excluded: readonly Party[],
  objectsAreThings = false,
  steps: 1 | 2 = 2,
): readonly Party[] => {
  const { tree } = context;
  for (const place of places) {
    let heads: readonly number[];
    switch (place) {
      case 'object':
        heads = objects;
        break;
      case 'subject':
        heads = company.subjects;
        break;
      case 'possessor':
        heads = childrenBy(tree, company.head, 'nmod:poss', 'amod', 'compound');
        break;
      case 'complement':
        heads = childrenBy(tree, company.head, 'ccomp', 'xcomp', 'advcl').flatMap((clause) => {
          const roles = context.roles(clause);
          return [...roles.subjects];
        });
        break;
      default: {
        const phrases = phrasesAround(context, company, objects, steps).filter(({ preposition }) =>
          matches(preposition, place),
        );
        heads = phrases.map(({ head }) => head);
        if (place === 'to' && company.recipients.length > 0) heads = [...company.recipients, ...heads];
        break;
      }
    }
    if (place === 'object') {
      const recipients = partiesIn(context, company.recipients, role);
      const things = objectsAreThings ? heads.filter((head) => isThing(context, head)) : [];
      const direct = partiesIn(
        context,
        heads.filter((head) => !things.includes(head)),
        role,
      );
      const found = without(
        recipients.length > 0 ? recipients : direct.length > 0 ? direct : partiesIn(context, things, 'thing'),
        excluded,
      );
      if (found.length > 0) return found;
      continue;
    }
    const found = without(partiesIn(context, heads, role), excluded);
    if (found.length > 0) return found;
  }
  return [];
};

/** Where it happens, when that stands for whom it touches. */
export const partiesByPlace = (
  context: ClauseContext,
  company: Company,
  objects: readonly number[],
  excluded: readonly Party[],
): readonly Party[] => partiesAt(context, LOCATIVES, company, objects, 'patient', excluded);

/** "sent money to help people in Somalia": for whom, as the purpose clause has it. */
const partiesByPurpose = (
  context: ClauseContext,
  company: Company,
  objects: readonly number[],
  excluded: readonly Party[],
): readonly Party[] => {
  const clauses = [company.head, ...objects]
    .flatMap((head) => childrenBy(context.tree, head, 'acl', 'advcl', 'xcomp'))
    .filter((clause) => isVerb(context.tree, clause) && markOf(context.tree, clause) === 'to');
  const around = clauses.flatMap((clause) => {
    const roles = context.roles(clause);
    return [...roles.objects, ...roles.obliques.map(({ head }) => head)];
  });
  return without(partiesIn(context, around, 'patient'), excluded);
};

/** The targets that a frame finds around a verb or noun, at its places in order, then by purpose or place where it allows that. */
export const targetsOf = (
  context: ClauseContext,
  frame: EventFrame,
  company: Company,
  objects: readonly number[],
  sources: readonly Party[],
): readonly Party[] => {
  const type = frame.type ?? 'CONSULT';
  const role = frame.patient ? 'patient' : roleFor(type);
  // "called for tariffs on goods from China": who is asked is named near by.
  const steps = type === 'REQUEST' ? 1 : 2;
  const parties = partiesAt(context, frame.target, company, objects, role, sources, frame.object !== undefined, steps);
  if (parties.length > 0) return parties;
  const answered = ANSWERS.has(type) ? partiesAt(context, ['complement'], company, objects, role, sources) : [];
  if (answered.length > 0) return answered;
  const helped = type === 'AID' ? partiesByPurpose(context, company, objects, sources) : [];
  if (helped.length > 0 || !frame.place) return helped;
  return partiesByPlace(context, company, objects, sources);
};

const STATE_POWER: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'YIELD']);
const TRANSFERS: ReadonlySet<EventType> = new Set(['AID', 'COOPERATE']);

/** "a delivery of Iranian drones": whose goods they are, where nobody is said to send them. */
const ownersOfGoods = (context: ClauseContext, goods: readonly number[]): readonly Party[] =>
  partiesIn(
    context,
    goods.flatMap((head) => childrenBy(context.tree, head, 'nmod:poss', 'amod', 'compound')),
    'agent',
  );

/**
 * Who acts where the grammar names nobody: a state's own power ("was expelled from Iran", "were freed in Libya"), or
 * whoever goods come from ("shipped from Iran", "a delivery of Iranian drones").
 */
export const sourcesByPlace = (
  context: ClauseContext,
  type: EventType,
  company: Company,
  objects: readonly number[],
): readonly Party[] => {
  if (TRANSFERS.has(type)) {
    const from = partiesAt(context, ['from'], company, [], 'agent', []);
    return from.length > 0 ? from : ownersOfGoods(context, objects);
  }
  return STATE_POWER.has(type) ? partiesAt(context, ['by', 'from', 'in'], company, [], 'agent', []) : [];
};

/** The phrase that a possessor, demonym, by- or from-phrase puts behind a noun. */
export const holdersOfNoun = (
  context: ClauseContext,
  noun: number,
  prepositions: readonly string[],
): readonly Party[] => {
  const { tree } = context;
  const possessors = childrenBy(tree, noun, 'nmod:poss');
  const found = partiesIn(context, possessors, 'agent');
  if (found.length > 0) return found;
  const modifiers = childrenBy(tree, noun, 'amod', 'compound', 'nmod:desc');
  const named = partiesIn(context, modifiers, 'agent');
  if (named.length > 0) return named;
  const phrases = childrenOf(tree, noun).filter(
    (child) =>
      relationOf(tree, child) === 'nmod' &&
      prepositions.includes(prepositionOf(tree, child)) &&
      token(tree, child).deprel !== 'nmod:poss',
  );
  const byPhrase = partiesIn(context, phrases, 'agent');
  if (byPhrase.length > 0) return byPhrase;
  // "the expulsion of diplomats by Poland": the by-phrase may hang on the noun before it.
  const further = obliquesOf(tree, noun).flatMap(({ head }) => obliquesOf(tree, head));
  const agents = partiesIn(
    context,
    further.filter(({ preposition }) => preposition === 'by').map(({ head }) => head),
    'agent',
  );
  if (agents.length > 0 && prepositions.includes('by')) return agents;
  const participles = childrenBy(tree, noun, 'acl').filter(
    (clause) => lemmaOf(tree, clause) !== '' && context.roles(clause).passive,
  );
  return partiesIn(
    context,
    participles.flatMap((clause) => context.roles(clause).subjects),
    'agent',
  );
};
