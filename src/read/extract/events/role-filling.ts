import type { EventFrame } from '../../../lexicon/index.ts';
import type { EventType } from '../../../model/index.ts';
import { type Oblique, obliquesOf } from '../syntax/roles.ts';
import { childrenBy, childrenOf, lemmaOf, prepositionOf, relationOf, token, withConjuncts } from '../syntax/tree.ts';
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

/** Prepositional phrases of the head and of its objects, two steps down: "imposed [sanctions [on banks [in Iran]]]". */
const phrasesAround = (context: ClauseContext, company: Company, objects: readonly number[]): readonly Oblique[] => {
  const { tree } = context;
  const under = objects.flatMap((object) => withConjuncts(tree, object)).flatMap((object) => obliquesOf(tree, object));
  return [...company.obliques, ...under, ...under.flatMap(({ head }) => obliquesOf(tree, head))];
};

const matches = (preposition: string, place: string): boolean =>
  preposition === place || (place !== '' && preposition.endsWith(` ${place}`)) || preposition.startsWith(`${place} `);

/** Looks for a party at the places in order; the first place that yields anybody but the excluded wins. */
export const partiesAt = (
  context: ClauseContext,
  places: readonly string[],
  company: Company,
  objects: readonly number[],
  role: PartyRole,
  excluded: readonly Party[],
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
          return roles.passive ? [...roles.objects, ...roles.subjects] : [...roles.subjects];
        });
        break;
      default: {
        const phrases = phrasesAround(context, company, objects).filter(({ preposition }) =>
          matches(preposition, place),
        );
        heads = phrases.map(({ head }) => head);
        if (place === 'to' && company.recipients.length > 0) heads = [...company.recipients, ...heads];
        // "condemned Iran for shelling Israel", "warned against attacking Iran": a clause in the place of a nominal.
        break;
      }
    }
    if (place === 'object') {
      const recipients = partiesIn(context, company.recipients, role);
      const found = without(recipients.length > 0 ? recipients : partiesIn(context, heads, role), excluded);
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

/** Parties with whom a reciprocal event is shared by the words around it: "between A and B", "with B". */
export const targetsOf = (
  context: ClauseContext,
  frame: EventFrame,
  company: Company,
  objects: readonly number[],
  sources: readonly Party[],
): readonly Party[] => {
  const role = roleFor(frame.type ?? 'CONSULT');
  const named = partiesAt(context, frame.target, company, objects, role, sources);
  if (named.length > 0 || !frame.place) return named;
  return partiesByPlace(context, company, objects, sources);
};

const STATE_POWER: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'YIELD']);

/** A passive without agent, told of a state's own power: "was expelled from Iran", "were freed in Libya". */
export const sourcesByPlace = (context: ClauseContext, type: EventType, company: Company): readonly Party[] =>
  STATE_POWER.has(type) ? partiesAt(context, ['by', 'from', 'in'], company, [], 'agent', []) : [];

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
  const participles = childrenBy(tree, noun, 'acl').filter(
    (clause) => lemmaOf(tree, clause) !== '' && context.roles(clause).passive,
  );
  return partiesIn(
    context,
    participles.flatMap((clause) => context.roles(clause).subjects),
    'agent',
  );
};
