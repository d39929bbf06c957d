import { type FurnitureRule, wordsOf } from './block.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  `\\b(?:(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m2>${MONTH})\\.?,?\\s+(?<y2>\\d{4})|(?<m3>${MONTH})\\.?\\s+(?<d3>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y3>\\d{4}))\\b`,
  'i',
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first date of a line that names day, month and year, as ISO 8601; null without one. */
export const isoDateIn = (line: string): string | null => {
  const found = DATE.exec(line)?.groups;
  if (!found) return null;
  const year = found['y1'] ?? found['y2'] ?? found['y3'] ?? '';
  const day = Number(found['d1'] ?? found['d2'] ?? found['d3']);
  const name = found['m2'] ?? found['m3'];
  const month = name === undefined ? Number(found['m1']) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
};

const CLOCK = /\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|\(?[A-Z]{3,4}\)?))?/gi;
const DATE_WORDS =
  /\b(?:first|last|originally|published|posted|updated|modified|created|released|issued|on|at|date|the|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|[|·•,;:()–—-]/gi;

/** A line that holds a date of publication or change and nothing else. */
export const isDateLine = (text: string): boolean => {
  if (isoDateIn(text) === null || wordsOf(text).length > 16) return false;
  const rest = text.replace(new RegExp(DATE.source, 'gi'), ' ').replace(CLOCK, ' ').replace(DATE_WORDS, ' ');
  return rest.trim() === '';
};

const NAME = "[\\p{Lu}][\\p{L}.'’-]*(?:\\s+(?:(?:van|von|de|al|bin|el|la|di|der)\\s+)*[\\p{Lu}][\\p{L}.'’-]*){1,3}";
const BY_LINE = new RegExp(
  `^(?:by|written\\s+by|author|reported\\s+by|opinion\\s+by)[:\\s]\\s*(${NAME}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*&\\s*)${NAME})*)`,
  'iu',
);
const LONGEST_BY_LINE_WORDS = 14;

/** The writers that a "By A. Name and B. Name" line gives. */
export const writersOf = (text: string): string | null => {
  if (wordsOf(text).length > LONGEST_BY_LINE_WORDS || /[.!?]["”]?$/.test(text.trimEnd())) return null;
  const found = BY_LINE.exec(text)?.[1];
  // The flag `i` lets lower-case words pass as names: look again.
  return found !== undefined && /^\p{Lu}/u.test(found) ? found.replace(/\s+/g, ' ').trim() : null;
};

const MORE_FROM = new RegExp(`\\b(?:read\\s+)?more\\s+(?:from|by)\\s+(${NAME})\\s*$`, 'iu');

/** The writer that "READ MORE FROM A. NAME" gives, in usual capitals. */
export const writerOfPointer = (text: string): string | null => {
  const found = MORE_FROM.exec(text.trim())?.[1];
  if (found === undefined || /\b(?:news|the|our|times|post|today|section|us)\b/i.test(found)) return null;
  if (found !== found.toUpperCase()) return found;
  return found
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
};

/** "By A. Name", "Published June 18, 2024": who and when, above the article; intake reads them as metadata. */
export const byOrDateLine: FurnitureRule = ({ text }, { index, firstProse }) => {
  if (firstProse !== -1 && index > firstProse) return undefined;
  return isDateLine(text) || writersOf(text) !== null ? 'byline or date line' : undefined;
};
