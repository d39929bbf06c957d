import { type Claim, type EventStatus, RECIPROCAL_TYPES, type Reading, type SituationActor } from '../model/index.ts';
import { type DayNumber, type DayRange, dayRange, lastDay, OPEN_RANGE, width } from './days.ts';
import { happeningKey } from './happening-key.ts';
import { voiceKey } from './holders.ts';
import type { Parties } from './parties.ts';

/** A time longer than this is too vague to tell one happening from the next. */
export const DATED_MAX_DAYS = 31;

/** How well a claim is placed in time. */
export type Placing = 'dated' | 'vague' | 'undated';

/** A claim as one telling of a happening: what it must share with another to be the same. */
export interface Telling {
  readonly claim: Claim;
  readonly key: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly when: DayRange;
  readonly placing: Placing;
  readonly published: DayNumber | null;
  readonly voice: string;
  /** Place of the happening where it tells two apart: two raids on one day on two towns are two. */
  readonly place: string | null;
  /** Talks and pacts go on for days and over time zones: a day more or less is no other happening. */
  readonly slackDays: number;
}

const UNREAL: ReadonlySet<EventStatus> = new Set(['conditional', 'hypothetical']);
const PAST: ReadonlySet<EventStatus> = new Set(['occurred', 'ongoing', 'denied']);

/** Whether a claim is about what is said to have come about (or not), rather than what is to come. */
export const isPast = (claim: Claim): boolean => PAST.has(claim.status);

/** From here down the scale of `happened` says no (annotators' clear noes average about −1.2). */
const NO = -0.5;

export const denies = ({ status, happened }: Claim): boolean =>
  status === 'denied' || ((status === 'occurred' || status === 'ongoing') && happened <= NO);

const placeOf = (claim: Claim, actor: (id: string) => SituationActor | undefined): string | null => {
  const distinct = claim.type === 'ASSAULT' || claim.type === 'COERCE';
  if (!distinct) return null;
  const place = [claim.where, ...claim.targets].find((id) => id !== undefined && actor(id)?.kind === 'place');
  return place ?? null;
};

/** A claim's telling; null for one that is only supposed, or names no party. */
export const tellingOf = (
  claim: Claim,
  reading: Reading,
  parties: Parties,
  actor: (id: string) => SituationActor | undefined,
): Telling | null => {
  if (UNREAL.has(claim.status)) return null;
  const key = happeningKey(claim, parties);
  if (key === null) return null;
  const { published, publisher } = reading.document;
  const when = claim.when === undefined ? OPEN_RANGE : dayRange(claim.when);
  const days = width(when);
  const known = Number.isFinite(when.from) || Number.isFinite(when.to);
  return {
    claim,
    ...key,
    when,
    placing: !known ? 'undated' : days <= DATED_MAX_DAYS ? 'dated' : 'vague',
    published: published === null ? null : lastDay(published),
    voice: voiceKey(claim.holder, claim.document, publisher),
    place: placeOf(claim, actor),
    slackDays: RECIPROCAL_TYPES.has(claim.type) ? 1 : 0,
  };
};
