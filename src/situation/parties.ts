import type { Sector, SituationActor } from '../model/index.ts';
import type { ActorIndex, KnownActors } from './actors.ts';
import { byText, unique } from './collation.ts';

/** Sectors whose people and bodies act for their state; rebels, firms, media and citizens act for themselves. */
const STATE_SECTORS: ReadonlySet<Sector> = new Set(['GOV', 'MIL', 'SPY', 'LEG', 'JUD', 'COP']);

/** States whose constitution gives one party the lead (in force 2024): there its people and bodies act for the state too. */
const ONE_PARTY_STATES: ReadonlySet<string> = new Set(['CHN', 'CUB', 'LAO', 'PRK', 'VNM']);

const actsForState = (sector: Sector | undefined, country: string): boolean =>
  sector !== undefined && (STATE_SECTORS.has(sector) || (sector === 'PTY' && ONE_PARTY_STATES.has(country)));

export type Role = 'source' | 'target';

/** Who takes part in a happening: at the level of states where persons and organs act for one. */
export interface Parties {
  /** The party that an actor counts for in a role; undefined where it is none (a place does nothing). */
  readonly of: (actorId: string, role: Role) => string | undefined;
  readonly all: (actorIds: readonly string[], role: Role) => readonly string[];
  /** The actors with the states that stand for persons and organs although no document names them. */
  readonly actors: () => readonly SituationActor[];
}

const statesByCountry = (actors: readonly SituationActor[]): Map<string, string> => {
  const states = new Map<string, string>();
  for (const { id, kind, country } of actors) {
    if (kind !== 'state') continue;
    const code = country ?? id;
    // Of two state actors of one country the one that bears its code is the state.
    if (!states.has(code) || id === code) states.set(code, id);
  }
  return states;
};

export const partiesOf = (index: ActorIndex, known: KnownActors): Parties => {
  const states = statesByCountry(index.actors);
  const added = new Map<string, SituationActor>();

  const stateOf = (country: string): string => {
    const present = states.get(country);
    if (present !== undefined) return present;
    added.set(country, {
      id: country,
      name: known.entry(country)?.name ?? country,
      kind: 'state',
      country,
      aliases: [],
      mentions: [],
    });
    states.set(country, country);
    return country;
  };

  const of = (actorId: string, role: Role): string | undefined => {
    const actor = index.get(actorId);
    if (actor === undefined) return undefined;
    const { kind, country, sector } = actor;
    switch (kind) {
      case 'state':
        return country === undefined ? actorId : stateOf(country);
      case 'place':
        return role === 'target' && country !== undefined ? stateOf(country) : undefined;
      case 'person':
      case 'organisation':
      case 'group':
        return country !== undefined && actsForState(sector, country) ? stateOf(country) : actorId;
    }
  };

  return {
    of,
    all: (actorIds, role) =>
      unique(actorIds.map((id) => of(id, role)).filter((party): party is string => party !== undefined)),
    actors: () => [...index.actors, ...added.values()].sort((a, b) => byText(a.id, b.id)),
  };
};
