import {
  type Claim,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  stableId,
  type TimelineEntry,
} from '../model/index.ts';
import { byText, groupBy } from './collation.ts';
import { isoDay, toInterval } from './days.ts';
import type { Happening } from './happenings.ts';
import { denies, isPast, type Telling } from './telling.ts';

/** From the surest to the least sure. */
const STATUS_ORDER: readonly EventStatus[] = [
  'occurred',
  'ongoing',
  'planned',
  'threatened',
  'conditional',
  'hypothetical',
  'denied',
];

const CARRIED_OUT: ReadonlySet<EventStatus> = new Set(['occurred', 'ongoing']);
const PROSPECTIVE: ReadonlySet<EventStatus> = new Set(['planned', 'threatened']);

/** A plan or threat is set aside once a claim published no earlier reports it carried out. */
const withoutPlansCarriedOut = (tellings: readonly Telling[]): readonly Telling[] => {
  const reported = tellings.filter(({ claim }) => CARRIED_OUT.has(claim.status) && !denies(claim));
  const latest = reported.reduce((day, { published }) => Math.max(day, published ?? Infinity), -Infinity);
  return tellings.filter(
    ({ claim, published }) =>
      !PROSPECTIVE.has(claim.status) || reported.length === 0 || (published ?? -Infinity) > latest,
  );
};

/** Of a voice that has both said yes and no, the last word. */
const withoutCorrected = (tellings: readonly Telling[]): readonly Telling[] => {
  const day = ({ published }: Telling): number => published ?? -Infinity;
  const latest = { yes: new Map<string, number>(), no: new Map<string, number>() };
  for (const telling of tellings) {
    const said = denies(telling.claim) ? latest.no : latest.yes;
    said.set(telling.voice, Math.max(said.get(telling.voice) ?? -Infinity, day(telling)));
  }
  return tellings.filter((telling) => {
    const opposite = denies(telling.claim) ? latest.yes : latest.no;
    return (opposite.get(telling.voice) ?? -Infinity) <= day(telling);
  });
};

/** The tellings of a happening that still stand, given what was published later. */
export const standing = ({ tellings }: Happening): readonly Telling[] =>
  withoutPlansCarriedOut(withoutCorrected(tellings));

const mostGiven = <T extends string>(values: readonly T[], preferred: (a: T, b: T) => number): T => {
  const counts = [...groupBy(values, (value) => value)].map(([value, all]) => [value as T, all.length] as const);
  return counts.sort(([a, m], [b, n]) => n - m || preferred(a, b))[0]?.[0] as T;
};

export const statusOf = (claims: readonly Claim[]): EventStatus =>
  mostGiven(
    claims.map(({ status }) => status),
    (a, b) => STATUS_ORDER.indexOf(b) - STATUS_ORDER.indexOf(a),
  );

export const typeOf = (claims: readonly Claim[]): EventType =>
  mostGiven(
    claims.map(({ type }) => type),
    (a, b) => EVENT_TYPES.indexOf(a) - EVENT_TYPES.indexOf(b),
  );

/** Of the ways in which the tellings order the parties, the most frequent; then the first in the alphabet. */
const orderOf = (tellings: readonly Telling[]): Pick<Telling, 'sources' | 'targets'> => {
  const written = tellings.map(({ sources, targets }) => JSON.stringify([sources, targets]));
  const [sources, targets] = JSON.parse(mostGiven(written, byText)) as [string[], string[]];
  return { sources, targets };
};

/** What cannot have happened later than it was first published; null where something is yet to come or no date is known. */
const publishedBound = (tellings: readonly Telling[]): string | null => {
  const days = tellings.flatMap(({ claim, published }) => (isPast(claim) && published !== null ? [published] : []));
  return days.length === 0 || days.length < tellings.length ? null : isoDay(days.reduce((a, b) => Math.min(a, b)));
};

export const timelineEntry = (happening: Happening, disputed: boolean): TimelineEntry => {
  const { placing, when, tellings } = happening;
  const claims = tellings.map(({ claim }) => claim);
  const ids = claims.map(({ id }) => id).sort(byText);
  const interval = placing === 'undated' ? { from: null, to: publishedBound(tellings) } : toInterval(when);
  return {
    id: stableId('hap', ids[0] as string),
    type: typeOf(claims),
    ...orderOf(tellings),
    ...interval,
    precision: placing === 'undated' ? 'none' : when.from === when.to ? 'day' : 'span',
    status: statusOf(standing(happening).map(({ claim }) => claim)),
    happened: claims.reduce((sum, { happened }) => sum + happened, 0) / claims.length,
    claims: ids,
    disputed,
  };
};

/** By first day (the last where no first is known); what no document dates comes last. */
export const byTime = (a: TimelineEntry, b: TimelineEntry): number =>
  Number(a.precision === 'none') - Number(b.precision === 'none') ||
  byText(a.from ?? a.to ?? '9999', b.from ?? b.to ?? '9999') ||
  byText(a.to ?? '9999', b.to ?? '9999') ||
  byText(a.id, b.id);
