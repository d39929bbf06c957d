import type { Actor, Sector } from '../../../model/index.ts';
import { lemmaOf } from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Party } from './parties.ts';

/**
 * How much a party counts in the public world: `strong` for states, governments, forces, parties, courts, armed groups and
 * the people who speak for them; `weak` for crowds, firms, media and private people; `place` for what is only a place.
 */
export type Standing = 'strong' | 'weak' | 'place';

const PUBLIC: ReadonlySet<Sector> = new Set([
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'SPY',
  'COP',
  'OPP',
  'REB',
  'PTY',
  'IGO',
  'NGO',
]);

const ofActor = (actor: Actor, named: boolean): Standing => {
  const publicly = actor.sector !== undefined && PUBLIC.has(actor.sector);
  switch (actor.kind) {
    case 'state':
      return 'strong';
    case 'place':
      return 'place';
    case 'person':
      return publicly || (named && actor.country !== undefined) ? 'strong' : 'weak';
    case 'organisation':
      return publicly || (named && actor.sector === undefined) ? 'strong' : 'weak';
    case 'group':
      return publicly || named ? 'strong' : 'weak';
  }
};

export const standingOf = (context: ClauseContext, { actor: id, mention }: Party): Standing => {
  const actor = context.actorById.get(id);
  if (!actor) return 'weak';
  // A pronoun stands for whoever is named elsewhere: the actor's own name tells.
  const named =
    mention.form === 'name' ||
    mention.form === 'demonym' ||
    (mention.form === 'pronoun' && /^\p{Lu}/u.test(actor.name));
  const vague =
    !named &&
    actor.country === undefined &&
    actor.sector !== undefined &&
    NAMED_ONLY.has(actor.sector) &&
    !/^\p{Lu}/u.test(actor.name);
  return vague ? 'weak' : ofActor(actor, named);
};

/** Bodies that are somebody only by a name: any organisation, any opponent, any mission. */
const NAMED_ONLY: ReadonlySet<Sector> = new Set(['IGO', 'NGO', 'OPP']);

/**
 * Whether a mention brings anybody into an event at all. A common noun for a place ("the site", "the east") does not, nor
 * one that says only how somebody stands to somebody else ("their opponents", "allies").
 */
export const actsInPublic = (context: ClauseContext, { actor: id, mention }: Party): boolean => {
  const actor = context.actorById.get(id);
  if (!actor) return false;
  const resolved = /^\p{Lu}/u.test(actor.name);
  if (mention.form === 'name' || mention.form === 'demonym') return true;
  if (actor.kind === 'place' && !resolved) return false;
  if (mention.form !== 'nominal' || mention.sentence !== context.sentence) return true;
  return resolved || !context.lexicon.classes.get('relational')?.has(lemmaOf(context.tree, mention.head));
};

/** The best standing among parties; undefined where there are none. */
export const bestStanding = (context: ClauseContext, parties: readonly Party[]): Standing | undefined => {
  const all = parties.map((party) => standingOf(context, party));
  return all.includes('strong') ? 'strong' : all.includes('place') ? 'place' : all[0];
};
