import { parseNumber, SMALL_NUMBER } from '../numbers/number-words.ts';
import {
  addDays,
  addMonths,
  type Day,
  type DayRange,
  monthRange,
  monthsRange,
  oneDay,
  weekday,
  weekRange,
  yearsRange,
} from './calendar.ts';
import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from './names.ts';
import type { Resolved, TimeContext, TimeRule } from './time-rule.ts';

const UNIT = '(?:day|week|fortnight|month|quarter|year|decade|century|centuries|hour|minute)';
const LONG_UNIT = '(?:day|week|fortnight|month|quarter|year|decade|century|centuries)';
const SOME = `(?:(?:about|around|some|nearly|almost|just over|over|more than|less than|roughly|approximately|at least|exactly|only|just)\\s+)?`;
const COUNT = `(?:\\d{1,3}\\s+1/2|${SMALL_NUMBER}(?:\\s+and\\s+a\\s+half|\\.\\d)?|an?\\s+half|half\\s+an?|a\\s+quarter\\s+of\\s+an?|an?|several|a\\s+few|a\\s+couple\\s+of|many)`;
const PERIOD = '(?:night|morning|afternoon|evening)';
const HOURS_PER_DAY = 24;

/** "The last months of his life": counted from an end that is told elsewhere. */
const OF_A_LIFE = /^\s+of\s+(?:his|her|its|their|the|a|an|[A-Z])/;

const VAGUE = new Set(['several', 'a few', 'many']);

/** How many of the unit, NaN where the words do not say ("several years"). */
const countOf = (text: string): number => {
  const words = text.toLowerCase().replace(/\s+/g, ' ');
  if (VAGUE.has(words)) return Number.NaN;
  if (words === 'a couple of') return 2;
  if (words === 'a' || words === 'an') return 1;
  if (/^(?:half an?|an? half)$/.test(words)) return 0.5;
  const mixed = /^(\d+) 1\/2$/.exec(words);
  if (mixed) return Number(mixed[1]) + 0.5;
  if (/^a quarter of an?$/.test(words)) return 0.25;
  const half = words.endsWith(' and a half');
  return parseNumber(half ? words.replace(' and a half', '') : words) + (half ? 0.5 : 0);
};

const singular = (unit: string): string => (unit === 'centuries' ? 'century' : unit.replace(/s$/, ''));

const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };
const DAYS_IN: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  hour: 1 / HOURS_PER_DAY,
  minute: 0,
};

/** The day so many units from another; minutes stay on the day. */
const shift = (day: Day, unit: string, count: number): Day => {
  const months = MONTHS_IN[unit];
  if (months !== undefined) {
    const whole = Math.trunc(months * count);
    const rest = Math.round((months * count - whole) * 30);
    return addDays(addMonths(day, whole), rest);
  }
  return addDays(day, Math.trunc((DAYS_IN[unit] ?? 0) * count));
};

/** As exact as the words: "two years ago" is a year, "three weeks ago" a week, "five days ago" a day. */
const widen = (day: Day, unit: string): DayRange => {
  if (unit === 'year') return yearsRange(day.year, day.year);
  if (unit === 'decade') return yearsRange(Math.floor(day.year / 10) * 10, Math.floor(day.year / 10) * 10 + 9);
  if (unit === 'century') return yearsRange(Math.floor(day.year / 100) * 100, Math.floor(day.year / 100) * 100 + 99);
  if (unit === 'month') return monthRange(day.year, day.month);
  if (unit === 'quarter') return monthsRange(day.year, Math.floor((day.month - 1) / 3) * 3 + 1, 3);
  if (unit === 'week' || unit === 'fortnight') return weekRange(day);
  return oneDay(day);
};

const unitAround = (day: Day, unit: string, step: number): DayRange => widen(shift(day, unit, step), unit);

const nearestWeekday = (reference: Day, wanted: number, direction: 'past' | 'future', strict: boolean): Day => {
  const forward = (wanted - weekday(reference) + 7) % 7;
  if (direction === 'future') return addDays(reference, strict && forward === 0 ? 7 : forward);
  const back = (7 - forward) % 7;
  return addDays(reference, -(strict && back === 0 ? 7 : back));
};

const deictic =
  (days: number) =>
  (_: RegExpExecArray, { reference }: TimeContext): Resolved =>
    reference ? oneDay(addDays(reference, days)) : null;

const STEP: Readonly<Record<string, number>> = {
  last: -1,
  'this past': -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
};

export const relativeRules: readonly TimeRule[] = [
  { name: 'day-before-yesterday', pattern: /\b[Tt]he\s+day\s+before\s+yesterday\b/g, resolve: deictic(-2) },
  { name: 'day-after-tomorrow', pattern: /\b[Tt]he\s+day\s+after\s+tomorrow\b/g, resolve: deictic(2) },
  {
    name: 'yesterday',
    pattern: new RegExp(`\\b(?:[Yy]esterday|YESTERDAY)(?:\\s+${PERIOD})?\\b|\\b[Ll]ast\\s+night\\b`, 'g'),
    resolve: deictic(-1),
  },
  {
    name: 'tomorrow',
    pattern: new RegExp(`\\b(?:[Tt]omorrow|TOMORROW)(?:\\s+${PERIOD})?\\b`, 'g'),
    // "today's friend … tomorrow's opponent" contrasts ages, not days.
    resolve: (match, context) =>
      context.general || /[Tt]oday['’]s/.test(context.before) ? null : deictic(1)(match, context),
  },
  {
    name: 'today',
    // "today's friend" and "the world of today" speak of an age, not of a day.
    pattern: new RegExp(
      `\\b(?:[Tt]oday|TODAY|[Tt]onight|[Tt]his\\s+${PERIOD}|[Ee]arlier\\s+today|[Tt]his\\s+very\\s+day)\\b(?!['’]s)`,
      'g',
    ),
    resolve: (match, context) => {
      const today = /^today$/i.test(match[0]);
      const inAName = /[A-Z]\w+\s$/.test(context.before) && match[0] === 'Today';
      const ofAnAge = /\b(?:still|known|use|used|as it is|than|of|world|what is)\s$/.test(context.before);
      return today && (inAName || ofAnAge || context.general) ? null : deictic(0)(match, context);
    },
  },
  {
    name: 'relative-weekday',
    pattern: new RegExp(
      `\\b([Ll]ast|[Nn]ext|[Tt]his(?:\\s+(?:past|coming))?|[Tt]he\\s+(?:following|previous))\\s+(${WEEKDAY})(?:\\s+${PERIOD})?\\b`,
      'g',
    ),
    resolve: ([, which, name], { reference, anchor, direction }) => {
      const word = (which as string).toLowerCase();
      const base = word.startsWith('the') ? (anchor?.first ?? reference) : reference;
      if (!base) return null;
      const wanted = weekdayNumber(name as string);
      const forward = /next|coming|following/.test(word) || (word === 'this' && direction === 'future');
      return oneDay(nearestWeekday(base, wanted, forward ? 'future' : 'past', word !== 'this'));
    },
  },
  {
    name: 'weekday',
    pattern: new RegExp(
      `\\b(${WEEKDAY})(?:,?\\s+${PERIOD})?\\b(?!['’]s\\s+(?:paper|edition)|s\\b|\\s+(?:School|Times|Club))`,
      'g',
    ),
    resolve: ([text, name], { reference, direction, before, after }) => {
      if (
        !reference ||
        /(?:Black|Bloody|Good|Easter|Palm|Ash|Every|every|each|Each|Super|Cyber|\b[Oo]n\s+a|\bper\s+week\s+on)\s$|\w\/$/.test(
          before,
        )
      )
        return null;
      // "Friday the 13th", "Saturday Morning Breakfast": names; "Monday and Saturday mornings": every one.
      if (
        /^\s+the\s+\d|^\s+(?:[Mm]orning|[Ee]vening|[Nn]ight)s\b/.test(after) ||
        /^\s+[A-Z]\w+\s+[A-Z]/.test(after) ||
        /\s[A-Z]/.test(text)
      )
        return null;
      return oneDay(nearestWeekday(reference, weekdayNumber(name as string), direction, false));
    },
  },
  {
    name: 'relative-month',
    pattern: new RegExp(`\\b([Ll]ast|[Nn]ext|[Tt]his(?:\\s+(?:past|coming))?)\\s+(${MONTH})`, 'g'),
    resolve: ([, which, name], { reference }) => {
      if (!reference) return null;
      const month = monthNumber(name as string);
      const word = (which as string).toLowerCase();
      if (word === 'this') return monthRange(reference.year, month);
      const ahead = /next|coming/.test(word);
      const y = ahead
        ? month > reference.month
          ? reference.year
          : reference.year + 1
        : month < reference.month
          ? reference.year
          : reference.year - 1;
      return monthRange(y, month);
    },
  },
  {
    name: 'weekend',
    pattern: /\b(?:[Oo]ver\s+)?([Tt]he|[Ll]ast|[Tt]his(?:\s+(?:past|coming))?|[Nn]ext)\s+weekend\b/g,
    resolve: ([, which], { reference, direction }) => {
      if (!reference) return null;
      const word = (which as string).toLowerCase();
      const ahead =
        /next|coming/.test(word) ||
        (/^(?:this|the)$/.test(word) && (direction === 'future' || weekday(reference) >= 5));
      const saturday = addDays(weekRange(reference).first, 5 + (ahead ? (word === 'next' ? 7 : 0) : -7));
      return { first: saturday, last: addDays(saturday, 1) };
    },
  },
  {
    name: 'end-of-period',
    pattern: /\b[Tt]he\s+end\s+of\s+(?:the|this)\s+(week|month|year|decade)\b/g,
    resolve: ([, unit], { reference }) => (reference ? oneDay(unitAround(reference, unit as string, 0).last) : null),
  },
  {
    name: 'last-several-units',
    pattern: new RegExp(
      `\\b(?:[Tt]he\\s+)?([Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming)\\s+(${COUNT})\\s+(${UNIT}s?)\\b`,
      'g',
    ),
    resolve: ([, which, count, unit], { reference, anchor, direction, after }) => {
      if (OF_A_LIFE.test(after)) return null;
      const word = (which as string).toLowerCase();
      // "Over the next five years he served …": next to what was told, not to today.
      const told = word === 'next' && direction === 'past';
      const base = told ? anchor?.last : word === 'previous' ? (anchor?.first ?? reference) : reference;
      if (!base) return null;
      const n = countOf(count as string);
      const ahead = word === 'next' || word === 'coming';
      if (Number.isNaN(n)) return ahead ? { first: base, last: null } : { first: null, last: base };
      const other = shift(base, singular(unit as string), ahead ? n : -n);
      return ahead ? { first: base, last: other } : { first: other, last: base };
    },
  },
  {
    name: 'recent-units',
    pattern: /\b(?:[Rr]ecent|[Tt]he\s+(?:last|past))\s+(?:few\s+)?(?:days|weeks|months|years|decades|times)\b/g,
    resolve: (_, { reference, after }) =>
      reference && !OF_A_LIFE.test(after) ? { first: null, last: reference } : null,
  },
  {
    name: 'past-unit',
    pattern: /\b(?:[Oo]ver\s+)?[Tt]he\s+(past|last|coming|next)\s+(week|month|quarter|year|decade|century)\b/g,
    resolve: ([, which, unit], { reference }) => {
      if (!reference) return null;
      const ahead = which === 'coming' || which === 'next';
      const other = shift(reference, unit as string, ahead ? 1 : -1);
      return ahead ? { first: reference, last: other } : { first: other, last: reference };
    },
  },
  {
    name: 'relative-unit',
    pattern:
      /\b(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)\s+)?([Ll]ast|[Tt]his(?:\s+past)?|[Nn]ext|LAST|THIS|NEXT)\s+(week|month|quarter|year|decade|century)\b/g,
    resolve: ([, which, unit], { reference }) =>
      reference
        ? unitAround(reference, unit as string, STEP[(which as string).toLowerCase().replace(/\s+/g, ' ')] ?? 0)
        : null,
  },
  {
    name: 'anchored-unit',
    pattern:
      /\b(?:[Tt]hat(?:\s+same|\s+very)?|[Tt]he\s+(same|following|next|previous|preceding))\s+(day|night|week|month|year|decade)\b/g,
    resolve: ([, which, unit], { anchor }) => {
      if (!anchor) return null;
      const base = which === 'following' || which === 'next' ? anchor.last : anchor.first;
      const step =
        which === 'following' || which === 'next' ? 1 : which === 'previous' || which === 'preceding' ? -1 : 0;
      return unitAround(base, unit === 'night' ? 'day' : (unit as string), step);
    },
  },
  {
    name: 'units-ago',
    pattern: new RegExp(`\\b(?:${SOME})(${COUNT})\\s+(${UNIT}s?)\\s+(?:ago|back)\\b`, 'gi'),
    resolve: ([, count, unit], { reference }) => {
      if (!reference) return null;
      const n = countOf(count as string);
      return Number.isNaN(n)
        ? { first: null, last: reference }
        : unitAround(reference, singular((unit as string).toLowerCase()), -n);
    },
  },
  {
    name: 'units-from-now',
    pattern: new RegExp(
      `\\b(?:(?:in|within)\\s+)(?:the\\s+)?(?:${SOME})(${COUNT})\\s+(${UNIT}s?)(?:['’]\\s+time)?\\b(?!\\s+(?:ago|of|on|earlier|later|before|after))|\\b(${COUNT})\\s+(${UNIT}s?)\\s+from\\s+now\\b`,
      'gi',
    ),
    resolve: ([text, count, unit, countNow, unitNow], { reference, direction, before }) => {
      if (!reference) return null;
      const n = countOf((count ?? countNow) as string);
      const u = singular(((unit ?? unitNow) as string).toLowerCase());
      if (Number.isNaN(n)) return null;
      // "for the first time in a quarter of a century": a span that ends now.
      if (
        /(?:first|only|second|third|most|worst|best|highest|lowest|biggest|largest|deadliest)\b.{0,40}$/i.test(
          before,
        ) &&
        /^in\b/i.test(text)
      ) {
        return { first: shift(reference, u, -n), last: reference };
      }
      if (direction !== 'future' && countNow === undefined) return null;
      if (/^within\b/i.test(text)) return { first: reference, last: shift(reference, u, n) };
      return unitAround(reference, u, n);
    },
  },
  {
    name: 'units-from-anchor',
    pattern: new RegExp(
      `\\b(${COUNT})\\s+(${LONG_UNIT}s?)\\s+(earlier|later|(?:before|after(?:wards?)?)\\b(?!\\s+(?:the|his|her|its|their|a|an|he|she|it|they|[A-Z])))\\b`,
      'gi',
    ),
    resolve: ([, count, unit, which], { anchor, reference }) => {
      const base = anchor?.first ?? reference;
      const n = countOf(count as string);
      if (!base || Number.isNaN(n)) return null;
      const back = /earlier|before/i.test(which as string);
      return unitAround(base, singular((unit as string).toLowerCase()), back ? -n : n);
    },
  },
];
