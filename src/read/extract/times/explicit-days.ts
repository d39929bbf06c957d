import { type Day, type DayRange, dayNumber, isValidDay } from './calendar.ts';
import { MONTH, monthNumber, ORDINAL, ordinalNumber, WEEKDAY } from './names.ts';
import type { Resolved, TimeContext, TimeRule } from './time-rule.ts';

const DAY_OF_MONTH = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1\\d{3}|20\\d{2}|\\d{3}(?=\\s?[);]))';
const DASH = '\\s?(?:[-–—]|to|through|and)\\s?';
const LEAD = `(?:${WEEKDAY},?\\s+)?`;

/** Anchors older than this are a story of their own; nearer ones are mere background of the news of the day. */
const BACKGROUND_YEARS = 5;

/** A story that goes on in a month this much earlier in the calendar has passed into the next year. */
const MONTHS_BACK = 5;

const isStoryOfItsOwn = (anchor: DayRange, reference: Day): boolean =>
  reference.year - anchor.last.year > BACKGROUND_YEARS || anchor.first.year > reference.year;

/** The year of a month-and-day that bears none: the story's where one is told, else the nearest by tense. */
export const yearOf = (month: number, day: number, context: TimeContext): number | null => {
  const { reference, anchor, direction, storyGoesOn } = context;
  if (anchor && (!reference || isStoryOfItsOwn(anchor, reference) || (storyGoesOn && direction === 'past'))) {
    const { first, last } = anchor;
    const before = storyGoesOn && (month < first.month || (month === first.month && day < first.day && day > 1));
    return before && last.year - first.year === 0 && first.month - month > MONTHS_BACK ? last.year + 1 : last.year;
  }
  if (!reference) return null;
  const candidate = { year: reference.year, month, day };
  const distance = dayNumber(candidate) - dayNumber(reference);
  if (direction === 'past') return distance > 0 ? reference.year - 1 : reference.year;
  return distance < 0 ? reference.year + 1 : reference.year;
};

const toDays = (year: number | null, month: number, first: number, last = first, lastMonth = month): Resolved => {
  if (year === null) return null;
  const range: DayRange = {
    first: { year: lastMonth < month ? year - 1 : year, month, day: first },
    last: { year, month: lastMonth, day: last },
  };
  return isValidDay(range.first) && isValidDay(range.last) ? range : null;
};

const dayOf = (text: string | undefined): number => Number.parseInt(text ?? '', 10);

const given = (year: string | undefined): number | undefined => (year === undefined ? undefined : Number(year));

export const explicitDayRules: readonly TimeRule[] = [
  {
    name: 'iso-date',
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    resolve: ([, y, m, d]) => toDays(Number(y), Number(m), Number(d)),
  },
  {
    name: 'numeric-date',
    // 18.06.2024 is day first; 6/18/2024 is whichever way only one order allows, and nothing when both do.
    pattern: /\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/g,
    resolve: ([, a, mark, b, y]) => {
      const [x, z] = [Number(a), Number(b)];
      if (mark === '.' || x > 12) return toDays(Number(y), z, x);
      if (z > 12) return toDays(Number(y), x, z);
      return x === z ? toDays(Number(y), x, z) : null;
    },
  },
  {
    name: 'month-day-range-across-months',
    pattern: new RegExp(
      `(${MONTH})\\s+(${DAY_OF_MONTH})${DASH}(${MONTH})\\s+(${DAY_OF_MONTH})(?:,?\\s+(${YEAR}))?\\b`,
      'g',
    ),
    resolve: ([, m1, d1, m2, d2, y], context) => {
      const [first, last] = [monthNumber(m1 as string), monthNumber(m2 as string)];
      return toDays(given(y) ?? yearOf(last, dayOf(d2), context), first, dayOf(d1), dayOf(d2), last);
    },
  },
  {
    name: 'day-month-range-across-months',
    pattern: new RegExp(
      `\\b(${DAY_OF_MONTH})\\s+(${MONTH})${DASH}(${DAY_OF_MONTH})\\s+(${MONTH})(?:,?\\s+(${YEAR}))?`,
      'g',
    ),
    resolve: ([, d1, m1, d2, m2, y], context) => {
      const [first, last] = [monthNumber(m1 as string), monthNumber(m2 as string)];
      return toDays(given(y) ?? yearOf(last, dayOf(d2), context), first, dayOf(d1), dayOf(d2), last);
    },
  },
  {
    name: 'month-day-range',
    pattern: new RegExp(
      `(${MONTH})\\s+(${DAY_OF_MONTH})${DASH}(${DAY_OF_MONTH})(?:,?\\s+(${YEAR}))?\\b(?!\\s*(?:,\\d{3}|percent|%))`,
      'g',
    ),
    resolve: ([, m, d1, d2, y], context) => {
      const month = monthNumber(m as string);
      return toDays(given(y) ?? yearOf(month, dayOf(d2), context), month, dayOf(d1), dayOf(d2));
    },
  },
  {
    name: 'day-month-range',
    pattern: new RegExp(
      `\\b(${DAY_OF_MONTH})${DASH}(${DAY_OF_MONTH})\\s+(?:of\\s+)?(${MONTH})(?:,?\\s+(${YEAR}))?`,
      'g',
    ),
    resolve: ([, d1, d2, m, y], context) => {
      const month = monthNumber(m as string);
      return toDays(given(y) ?? yearOf(month, dayOf(d2), context), month, dayOf(d1), dayOf(d2));
    },
  },
  {
    name: 'month-day',
    pattern: new RegExp(
      `${LEAD}(${MONTH})\\s+(?:the\\s+)?(${DAY_OF_MONTH})(?:,?\\s+(${YEAR}))?(?![\\d,]*\\d|\\s?%|\\.\\d)`,
      'g',
    ),
    resolve: ([, m, d, y], context) => {
      const month = monthNumber(m as string);
      return toDays(given(y) ?? yearOf(month, dayOf(d), context), month, dayOf(d));
    },
  },
  {
    name: 'day-month',
    pattern: new RegExp(
      `${LEAD}\\b(?:the\\s+)?(${DAY_OF_MONTH})\\s+(?:day\\s+of\\s+|of\\s+)?(${MONTH})(?:,?\\s+(${YEAR}))?`,
      'g',
    ),
    resolve: ([, d, m, y], context) => {
      const month = monthNumber(m as string);
      return toDays(given(y) ?? yearOf(month, dayOf(d), context), month, dayOf(d));
    },
  },
  {
    name: 'ordinal-day-of-month',
    pattern: new RegExp(`\\b[Tt]he\\s+(${ORDINAL})\\s+of\\s+(${MONTH})(?:,?\\s+(${YEAR}))?`, 'g'),
    resolve: ([, o, m, y], context) => {
      const [month, day] = [monthNumber(m as string), ordinalNumber(o as string)];
      return toDays(given(y) ?? yearOf(month, day, context), month, day);
    },
  },
];
