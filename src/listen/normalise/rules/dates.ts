import { MONTH_NAMES } from '../../../model/index.ts';
import { cardinalWords, ordinalWords, yearWords } from '../number-words.ts';
import type { Rule } from '../rule.ts';

const MONTH = String.raw`(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)`;
const DAY = String.raw`(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?`;
const YEAR = String.raw`((?:1[1-9]|20)\d{2})`;
const DAYS_TO = String.raw`(?:\s?[-–—]\s?|\s+to\s+)`;

const monthName = (written: string): string =>
  MONTH_NAMES.find((month) => month.startsWith(written.replace('.', '').slice(0, 3))) as string;
const dayWords = (written: string): string => ordinalWords(String(Number(written)));
const yearOf = (written: string | undefined): string => (written ? `, ${yearWords(Number(written))}` : '');
const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

const MONTH_DAY = new RegExp(
  String.raw`${MONTH}\s+${DAY}(?:${DAYS_TO}${DAY}(?!\d))?(?!\d|[:%]|[.,]\d)(?:,?\s+${YEAR}(?!\d))?`,
  'uy',
);
const DAY_MONTH = new RegExp(
  String.raw`(?:the\s+)?${DAY}(?:${DAYS_TO}${DAY})?\s+(?:of\s+)?${MONTH}(?![a-z])(?:,?\s+${YEAR}(?!\d))?`,
  'uy',
);
const MONTH_YEAR = new RegExp(String.raw`${MONTH}\s+${YEAR}(?!\d)`, 'uy');
const ISO = /(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/y;
const SLASHED = /(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2}|\d{2})(?!\d|\/)/y;
const SHORT_MONTH = /(Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\.(?![\p{L}\d])/uy;
const YEAR_RANGE = new RegExp(String.raw`${YEAR}\s?[-–—/]\s?(${YEAR}|\d{2})(?!\d|[-–/]\d)`, 'uy');
const QUARTER = new RegExp(String.raw`(Q[1-4]|H[12])\s+${YEAR}`, 'uy');
const FISCAL = /FY\s?((?:20)?\d{2})(?!\d)/y;

const NAMED_PARTS: Readonly<Record<string, string>> = {
  Q1: 'the first quarter of',
  Q2: 'the second quarter of',
  Q3: 'the third quarter of',
  Q4: 'the fourth quarter of',
  H1: 'the first half of',
  H2: 'the second half of',
};

/** "24" after 2022 is 2024; after 1999 it is no year of the same century, and the range goes on to the next. */
const secondYear = (first: string, second: string): number => {
  if (second.length === 4) return Number(second);
  const year = Number(first.slice(0, 2) + second);
  return year > Number(first) ? year : year + 100;
};

export const dateRules: readonly Rule[] = [
  {
    pattern: ISO,
    say: ([, year, month, day]) =>
      isDay(Number(day), Number(month))
        ? `${MONTH_NAMES[Number(month) - 1]} ${dayWords(day as string)}${yearOf(year)}`
        : null,
  },
  {
    pattern: SLASHED,
    // American order, unless only the other one can be a date.
    say: ([, a, b, year]) => {
      const [month, day] = Number(a) > 12 ? [Number(b), Number(a)] : [Number(a), Number(b)];
      if (!isDay(day, month)) return null;
      const full = (year as string).length === 2 ? `20${year}` : year;
      return `${MONTH_NAMES[month - 1]} ${dayWords(String(day))}${yearOf(full)}`;
    },
  },
  {
    pattern: MONTH_DAY,
    say: ([, month, from, to, year]) =>
      `${monthName(month as string)} ${dayWords(from as string)}${to ? ` to ${dayWords(to)}` : ''}${yearOf(year)}`,
  },
  {
    pattern: DAY_MONTH,
    say: ([, from, to, month, year]) =>
      `the ${dayWords(from as string)}${to ? ` to the ${dayWords(to)}` : ''} of ${monthName(month as string)}${yearOf(year)}`,
  },
  { pattern: MONTH_YEAR, say: ([, month, year]) => `${monthName(month as string)} ${yearWords(Number(year))}` },
  {
    pattern: SHORT_MONTH,
    say: ([, month], { after }) => `${monthName(month as string)}${/^\s*$/.test(after) ? '.' : ''}`,
  },
  {
    pattern: YEAR_RANGE,
    say: ([, first, second]) =>
      `${yearWords(Number(first))} to ${yearWords(secondYear(first as string, second as string))}`,
  },
  { pattern: QUARTER, say: ([, part, year]) => `${NAMED_PARTS[part as string]} ${yearWords(Number(year))}` },
  {
    pattern: FISCAL,
    say: ([, year]) =>
      `fiscal year ${(year as string).length === 4 ? yearWords(Number(year)) : cardinalWords(year as string)}`,
  },
];
