import { type Claim, type Reading, stableId } from '../model/index.ts';
import type { ActorIndex } from './actors.ts';
import { cite } from './cite.ts';
import { unique } from './collation.ts';
import { voiceOf } from './holders.ts';

export const claimId = (document: string, event: string): string => stableId('clm', document, event);

/** Each event of a reading as what it is: somebody's claim. */
export const claimsOf = (reading: Reading, actors: ActorIndex): readonly Claim[] =>
  reading.events.map((event) => {
    const { holder, via } = voiceOf(reading, event, actors);
    const resolveAll = (ids: readonly string[]): string[] => unique(ids.map((id) => actors.resolve(reading, id)));
    return {
      id: claimId(reading.id, event.id),
      document: reading.id,
      event: event.id,
      type: event.type,
      sources: resolveAll(event.sources),
      targets: resolveAll(event.targets),
      status: event.status,
      happened: event.happened,
      ...(event.when === undefined ? {} : { when: event.when }),
      ...(event.where === undefined ? {} : { where: actors.resolve(reading, event.where) }),
      holder,
      ...(via.length === 0 ? {} : { via }),
      trigger: cite(reading, event.trigger),
      evidence: cite(reading, event.evidence),
      quantities: event.quantities,
    };
  });
