import { type Claim, RECIPROCAL_TYPES } from '../model/index.ts';
import { unique } from './collation.ts';
import type { Parties } from './parties.ts';

/** What claims must share to tell the same happening, time aside. */
export interface HappeningKey {
  readonly key: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

/** Words of goods that go from the source to the target, and of goods that come the other way. */
const GIVING =
  /\b(?:s[eo]ll(?:s|ing)?|sold|sales?|(?:re-?)?export(?:s|ed|ing)?|ship(?:s|ped|ping|ments?)?|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing|y|ies)?|transfer(?:s|red|ring)?)\b/i;
const TAKING = /\b(?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|import(?:s|ed|ing)?)\b/i;

/** Goods that change hands are aid to one reporter and trade to another: "sent", "sold", "delivered", "bought". */
const goodsWay = ({ type, trigger }: Claim): 'given' | 'taken' | null => {
  if (type === 'AID') return 'given';
  if (type !== 'COOPERATE') return null;
  if (GIVING.test(trigger.quote)) return 'given';
  return TAKING.test(trigger.quote) ? 'taken' : null;
};

/** A raid is coercion to one reporter and an assault to another. */
const isForce = ({ type }: Claim): boolean => type === 'COERCE' || type === 'ASSAULT';

/**
 * Family of the type, and parties. Who is named first says nothing where both act on each other. Null for a claim
 * without a party.
 */
export const happeningKey = (claim: Claim, parties: Parties): HappeningKey | null => {
  const sources = parties.all(claim.sources, 'source');
  const targets = parties.all(claim.targets, 'target');
  if (sources.length + targets.length === 0) return null;
  const keyed = (family: string, sides: readonly unknown[]): HappeningKey => ({
    key: JSON.stringify([family, sides]),
    sources,
    targets,
  });
  const way = goodsWay(claim);
  if (way !== null) return keyed('TRANSFER', way === 'given' ? [sources, targets] : [targets, sources]);
  if (isForce(claim)) return keyed('FORCE', [sources, targets]);
  return keyed(claim.type, RECIPROCAL_TYPES.has(claim.type) ? unique([...sources, ...targets]) : [sources, targets]);
};
