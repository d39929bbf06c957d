import { type Claim, type EventType, RECIPROCAL_TYPES } from '../model/index.ts';
import { unique } from './collation.ts';
import type { Parties } from './parties.ts';

/** Types under which two reporters may well code one happening: a raid is coercion to one, an assault to the other. */
const FORCE: ReadonlySet<EventType> = new Set(['COERCE', 'ASSAULT']);

export const typeFamily = (type: EventType): string => (FORCE.has(type) ? 'FORCE' : type);

/** What claims must share to tell the same happening, time aside. */
export interface HappeningKey {
  readonly key: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

/**
 * Family of the type, and parties. Who is named first says nothing where both act on each other. Null for a claim
 * without a party.
 */
export const happeningKey = (claim: Claim, parties: Parties): HappeningKey | null => {
  const sources = parties.all(claim.sources, 'source');
  const targets = parties.all(claim.targets, 'target');
  if (sources.length + targets.length === 0) return null;
  const sides = RECIPROCAL_TYPES.has(claim.type) ? unique([...sources, ...targets]) : [sources, targets];
  return { key: JSON.stringify([typeFamily(claim.type), sides]), sources, targets };
};
