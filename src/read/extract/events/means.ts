import type { Actor, EventType, Sector } from '../../../model/index.ts';
import { lemmaOf } from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Party } from './parties.ts';

/** Sectors that bear arms or order those who do. */
const ARMED: ReadonlySet<Sector> = new Set(['MIL', 'REB', 'COP', 'SPY', 'IGO', 'GOV']);
/** Sectors that can arrest, ban, seize or hack. */
const POWERFUL: ReadonlySet<Sector> = new Set([...ARMED, 'JUD', 'LEG']);

const isAssailant = (context: ClauseContext, { mention }: Party): boolean =>
  mention.sentence === context.sentence &&
  (context.lexicon.classes.get('assailants')?.has(lemmaOf(context.tree, mention.head)) ?? false);

const inSectors = (actor: Actor | undefined, sectors: ReadonlySet<Sector>): boolean =>
  actor?.sector !== undefined && sectors.has(actor.sector);

/**
 * Whether a party has the means to do what a type says: troops, weapons and arrests need a state, an armed body, whoever
 * leads one, or people whose name says that they use force. A party, newspaper or candidate has none.
 */
export const hasMeans = (context: ClauseContext, type: EventType, party: Party): boolean => {
  const actor = context.actorById.get(party.actor);
  switch (type) {
    case 'ASSAULT':
    case 'MOBILIZE':
      return actor?.kind === 'state' || inSectors(actor, ARMED) || isAssailant(context, party);
    case 'COERCE':
      return (
        actor?.kind === 'state' ||
        inSectors(actor, POWERFUL) ||
        isAssailant(context, party) ||
        (actor?.kind === 'organisation' && actor.sector !== 'PTY' && actor.sector !== 'MED')
      );
    default:
      return true;
  }
};
