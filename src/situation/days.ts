import type { Interval } from '../model/index.ts';

const DAY_MS = 86_400_000;
const ISO_PREFIX = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/** Whole days since 1970-01-01. */
export type DayNumber = number;

/**
 * The last day that an ISO date may mean: itself for `2024-06-18` (a time and zone are left aside, the day is taken as
 * written), the end of the month for `2024-06`, of the year for `2024`. Null when it is no date.
 */
export const lastDay = (iso: string): DayNumber | null => {
  const match = ISO_PREFIX.exec(iso);
  if (match === null) return null;
  const [, year, month, day] = match;
  const y = Number(year);
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return null;
  if (month === undefined) return Date.UTC(y, 12, 0) / DAY_MS;
  if (day === undefined) return Date.UTC(y, Number(month), 0) / DAY_MS;
  const number = Date.UTC(y, Number(month) - 1, Number(day)) / DAY_MS;
  return isoDay(number) === `${year}-${month}-${day}` ? number : null;
};

export const isoDay = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** First and last day as numbers; open sides are infinite. */
export interface DayRange {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

export const OPEN_RANGE: DayRange = { from: -Infinity, to: Infinity };

export const dayRange = ({ from, to }: Interval): DayRange => ({
  from: (from === null ? null : lastDay(from)) ?? OPEN_RANGE.from,
  to: (to === null ? null : lastDay(to)) ?? OPEN_RANGE.to,
});

export const toInterval = ({ from, to }: DayRange): Interval => ({
  from: Number.isFinite(from) ? isoDay(from) : null,
  to: Number.isFinite(to) ? isoDay(to) : null,
});

/** Days covered, both ends counted; infinite when a side is open. */
export const width = ({ from, to }: DayRange): number => to - from + 1;

export const intersection = (a: DayRange, b: DayRange): DayRange => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

export const hull = (a: DayRange, b: DayRange): DayRange => ({
  from: Math.min(a.from, b.from),
  to: Math.max(a.to, b.to),
});

/** Days from the end of one range to the start of the other; 0 when they share a day. */
export const gap = (a: DayRange, b: DayRange): number => Math.max(0, a.from - b.to, b.from - a.to);
