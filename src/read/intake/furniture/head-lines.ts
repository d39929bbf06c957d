import { type FurnitureRule, wordCount } from './block.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  `\\b(?:(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})|(?<d4>\\d{1,2})\\.(?<m4>\\d{1,2})\\.(?<y4>\\d{4})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m2>${MONTH})\\.?,?\\s+(?<y2>\\d{4})|(?<m3>${MONTH})\\.?\\s+(?<d3>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y3>\\d{4}))\\b`,
  'i',
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first date of a line that names day, month and year, as ISO 8601; null without one. */
export const isoDateIn = (line: string): string | null => {
  const found = DATE.exec(line)?.groups;
  if (!found) return null;
  const year = found['y1'] ?? found['y2'] ?? found['y3'] ?? found['y4'] ?? '';
  const day = Number(found['d1'] ?? found['d2'] ?? found['d3'] ?? found['d4']);
  const name = found['m2'] ?? found['m3'];
  const month =
    name === undefined ? Number(found['m1'] ?? found['m4']) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
};

const CLOCK = /\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|\(?[A-Z]{3,4}\)?))?/gi;
const DATE_WORDS =
  /\b(?:press release|news|first|last|originally|published|posted|updated|modified|created|released|issued|on|at|date|the|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|[|·•,;:()–—-]/gi;

/** A line that holds a date of publication or change and nothing else. */
export const isDateLine = (text: string): boolean => {
  if (isoDateIn(text) === null || wordCount(text) > 16) return false;
  const rest = text.replace(new RegExp(DATE.source, 'gi'), ' ').replace(CLOCK, ' ').replace(DATE_WORDS, ' ');
  return rest.trim() === '';
};

const NAME =
  "[\\p{Lu}][\\p{L}.'’-]*(?:\\s+(?:(?:van|von|de|da|dos|du|del|al|bin|ibn|el|la|le|di|der|den|ter|zu)\\s+)*[\\p{Lu}][\\p{L}.'’-]*){1,3}";
const LIST_OF_NAMES = `(${NAME}(?:(?:\\s*,\\s*|\\s+(?:and|AND)\\s+|\\s*&\\s*)${NAME})*)`;
const BY_LINE = new RegExp(
  `^(?:(?:[Ww]ritten |[Rr]eported |[Oo]pinion |WRITTEN |OPINION )?(?:[Bb]y|BY)|[Aa]uthor|AUTHOR)[:\\s]\\s*${LIST_OF_NAMES}`,
  'u',
);
const LONGEST_BY_LINE_WORDS = 14;

/** The writers that a "By A. Name and B. Name" line gives. */
export const writersOf = (text: string): string | null => {
  if (!/^(?:by|written|author|reported|opinion)\b/i.test(text)) return null;
  if (wordCount(text) > LONGEST_BY_LINE_WORDS || /[.!?]["”]?$/.test(text.trimEnd())) return null;
  return BY_LINE.exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ?? null;
};

const MORE_FROM = new RegExp(`\\b(?:more|More|MORE)\\s+(?:from|by|From|By|FROM|BY)\\s+(${NAME})\\s*$`, 'u');

/** The writer that "READ MORE FROM A. NAME" gives, in usual capitals. */
export const writerOfPointer = (text: string): string | null => {
  // Names are told by their capitals, and patterns of those take long to compile: look for the words first.
  if (!/\bmore\s+(?:from|by)\b/i.test(text)) return null;
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
