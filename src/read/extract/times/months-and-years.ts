import { monthRange, monthsRange, yearsRange } from './calendar.ts';
import { yearOf } from './explicit-days.ts';
import { MONTH, monthNumber, ORDINAL, ordinalNumber, SEASON, SEASON_MONTH } from './names.ts';
import type { Resolved, TimeContext, TimeRule } from './time-rule.ts';

const YEAR = '(?:1\\d{3}|20\\d{2})';
/** Not the tail of a telephone number, a path or a designation. */
const FOUR_DIGITS = `(?<![/\\w]|\\d[-–./,])(${YEAR})\\b(?!/)`;
const PART =
  '(?:[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater|[Ee]arlier|[Tt]he\\s+(?:beginning|start|middle|end)\\s+of)[\\s-]+(?:in\\s+)?';
const CENTURY_YEARS = 100;
const DECADE_YEARS = 10;

/** Words that make a bare year-like number a count or a name: "2000 troops", "Resolution 1718", "page 1234". */
const COUNT_AFTER =
  /^\s*(?:[A-Z][a-z]+\s+(?:Blvd|Boulevard|Street|St|Avenue|Ave|Road|Rd|Drive|Lane)\b|[-–]?\s*(?:kg|km|m|mm|cm|tons?|tonnes?|dollars?|euros?|rubles?|won|yuan|people|persons?|soldiers?|troops?|men|women|children|civilians?|miles?|meters?|metres?|kilomet|hectares?|acres?|barrels?|rounds?|shells?|missiles?|drones?|tanks?|vehicles?|ships?|houses?|homes?|families|workers?|members?|companies|cases?|deaths?|votes?|seats?|degrees|hours|days|calories|feet|pounds|others?|more|additional|new|different|pages?|megawatts?|MW)\b|%|\s?percent|,\d)/;
const NAME_BEFORE =
  /(?:[Rr]esolution|[Nn]o\.|[Nn]umber|#|[Pp]age|[Pp]p?\.|[Rr]oom|[Ff]light|[Uu]nit|[Rr]oute|[Hh]ighway|Boeing|Airbus|Windows|[Mm]odel|[Tt]ype|[$€£¥]|[A-Z]{2,}-)\s?$|\b(?:[Aa]bout|[Aa]round|[Ss]ome|[Nn]early|[Aa]lmost|[Oo]ver|[Aa]t least|more than|fewer than|up to|as many as|roughly|approximately)\s$/;
const ABOUT_YEAR =
  /\b(?:in|since|until|by|from|circa|c\.)\s+(?:[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Ss]ome|[Rr]oughly)\s$/;

/** Years of three figures are told only where the text is of such a time already. */
const ANCIENT = 1000;
const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];

const year = (text: string | undefined): number => Number(text);

const isCount = ({ before, after }: TimeContext): boolean =>
  COUNT_AFTER.test(after) || (NAME_BEFORE.test(before) && !ABOUT_YEAR.test(before));

/** "May", "March", "Mar" and "Jan" are other words too: a bare month needs a word before it that a time has. */
const AMBIGUOUS_MONTH = /^(?:may|march|mar|jan|april|june|jun|august|dec|sep)\.?$/i;
const TIME_BEFORE =
  /\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]rom|[Tt]hrough|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id-?|to|and|or|of|[Bb]etween|for|[Ee]very|[Ee]ach|a|the|[–-])\s?$/;
const NAME_AFTER = /^\s+[A-Z][a-z]+(?:\s|$)/;

/** "(1704 – 1787)" dates a birth and a death: two years, not a time. */
const inParentheses = ({ before, after }: TimeContext): boolean =>
  /\((?:[^()]*,\s*|c\.\s*|born\s+|reigned\s+)?$/.test(before) && /^\s*[,);]/.test(after);

const monthYear = (month: number, context: TimeContext): number | null => {
  const anchored = yearOf(month, 1, context);
  // Direction decides between years; the month under way counts as now, not as a year ago or ahead.
  if (context.reference && month === context.reference.month && anchored !== null) {
    return Math.abs(anchored - context.reference.year) <= 1 ? context.reference.year : anchored;
  }
  return anchored;
};

const YEAR_AHEAD = new RegExp(
  `^\\s*(?:,|and|to|or|through|until|till|[-–])\\s*${MONTH}\\s+(?:in\\s+|of\\s+)?(${YEAR})\\b`,
);

/** "between May and June in 1981": the year that the second month bears is the first one's too. */
const yearAhead = (after: string): number | undefined => {
  const match = YEAR_AHEAD.exec(after);
  return match ? Number(match[1]) : undefined;
};

const season = (name: string, y: number): Resolved =>
  name === 'winter'
    ? monthsRange(y - 1, 12, MONTHS_TOUCHED)
    : monthsRange(y, SEASON_MONTH[name] as number, MONTHS_TOUCHED);

/** A season by the sun begins and ends within a month: it touches four, June to September in summer. */
const MONTHS_TOUCHED = 4;

const seasonYear = (name: string, { reference, direction }: TimeContext): number | null => {
  if (!reference) return null;
  const begun = reference.month >= (SEASON_MONTH[name] as number);
  if (name === 'winter') return direction === 'past' || reference.month <= 2 ? reference.year : reference.year + 1;
  if (direction === 'past') return begun ? reference.year : reference.year - 1;
  return begun && reference.month > (SEASON_MONTH[name] as number) + 2 ? reference.year + 1 : reference.year;
};

/** The part of a decade or century that "early", "mid" and "late" mean: a half of a decade, a quarter of a century. */
const partOf = (text: string, first: number, length: number): Resolved => {
  const part = length === DECADE_YEARS ? length / 2 : length / 4;
  if (/^(?:the\s+)?(?:early|earlier|the\s+(?:beginning|start)\s+of)\b/i.test(text))
    return yearsRange(first, first + part - 1);
  if (/^(?:the\s+)?(?:late|later|the\s+end\s+of)\b/i.test(text))
    return yearsRange(first + length - part, first + length - 1);
  if (/^(?:the\s+)?(?:mid|the\s+middle\s+of)\b/i.test(text)) {
    const edge = length === DECADE_YEARS ? 2 : 40;
    return yearsRange(first + edge, first + length - edge);
  }
  return yearsRange(first, first + length - 1);
};

const secondYear = (first: number, text: string): number =>
  text.length === 2 ? Math.floor(first / CENTURY_YEARS) * CENTURY_YEARS + Number(text) : Number(text);

export const monthAndYearRules: readonly TimeRule[] = [
  {
    name: 'month-range-of-year',
    pattern: new RegExp(
      `(${MONTH})\\s?(?:[-–—]|to|through|(?<=[Bb]etween\\s+${MONTH}\\s+)and)\\s?(${MONTH})\\s+(?:of\\s+|in\\s+)?(${YEAR})\\b`,
      'g',
    ),
    resolve: ([, a, b, y]) => {
      const [first, last] = [monthNumber(a as string), monthNumber(b as string)];
      if (last < first)
        return { first: { year: year(y) - 1, month: first, day: 1 }, last: monthRange(year(y), last).last };
      return { first: { year: year(y), month: first, day: 1 }, last: monthRange(year(y), last).last };
    },
  },
  {
    name: 'month-of-year',
    pattern: new RegExp(`(?:${PART})?(${MONTH}),?\\s+(?:of\\s+|in\\s+)?(${YEAR})\\b`, 'g'),
    resolve: ([, m, y]) => monthRange(year(y), monthNumber(m as string)),
  },
  {
    name: 'month',
    pattern: new RegExp(`(?:${PART})?(${MONTH})(?!\\s*\\d)`, 'g'),
    resolve: ([text, m], context) => {
      const name = m as string;
      const bare = !/\s|-/.test(text);
      if (bare && AMBIGUOUS_MONTH.test(name) && !TIME_BEFORE.test(context.before)) return null;
      if (bare && !TIME_BEFORE.test(context.before) && NAME_AFTER.test(context.after)) return null;
      if (bare && /[A-Z]\.?\s$/.test(context.before)) return null;
      if (name.length <= 4 && !name.endsWith('.') && !/^(?:may|june|july)$/i.test(name)) return null;
      // "The monsoon occurs in July": any July.
      if (context.general && context.direction !== 'future' && !/^(?:[Tt]his|[Ll]ast|[Nn]ext)/.test(text)) return null;
      const number = monthNumber(name);
      const y = yearAhead(context.after) ?? monthYear(number, context);
      return y === null ? null : monthRange(y, number);
    },
  },
  {
    name: 'quarter',
    pattern: new RegExp(
      `\\b(?:Q([1-4])|(?:the\\s+)?(first|second|third|fourth|last)\\s+quarter)(?:\\s+(?:of\\s+)?(?:(${YEAR})|(last|this|next)\\s+year|the\\s+year))?(?!\\s+of\\s+a)\\b`,
      'g',
    ),
    resolve: ([, q, word, y, relative], { reference, before }) => {
      if (!y && !relative && !/\b(?:in|for|during|of|by)\s(?:the\s)?$/i.test(before)) return null;
      const base = y ? year(y) : reference?.year;
      if (base === undefined) return null;
      const shift = relative === 'last' ? -1 : relative === 'next' ? 1 : 0;
      const index = q ? Number(q) : word === 'last' ? 4 : ordinalNumber(word as string);
      return monthsRange(base + shift, (index - 1) * 3 + 1, 3);
    },
  },
  {
    name: 'half-year',
    pattern: new RegExp(
      `\\b(?:H([12])|[Tt]he\\s+(first|second)\\s+half)\\s+(?:of\\s+)?(?:(${YEAR})|(last|this|next)\\s+year)\\b`,
      'g',
    ),
    resolve: ([, h, word, y, relative], { reference }) => {
      const base = y ? year(y) : reference?.year;
      if (base === undefined) return null;
      const shift = relative === 'last' ? -1 : relative === 'next' ? 1 : 0;
      return monthsRange(base + shift, h === '1' || word === 'first' ? 1 : 7, 6);
    },
  },
  {
    name: 'season-of-year',
    pattern: new RegExp(
      `(?:[Tt]he\\s+)?(?:${PART})?(?:the\\s+)?(${SEASON})\\s+(?:of\\s+)?(${YEAR})(?:[-–/](\\d{2}|\\d{4}))?\\b`,
      'g',
    ),
    resolve: ([, s, y, second]) => {
      const name = (s as string).toLowerCase();
      return name === 'winter' && !second
        ? monthsRange(year(y), 12, MONTHS_TOUCHED)
        : season(name, second ? secondYear(year(y), second) : year(y));
    },
  },
  {
    name: 'relative-season',
    pattern: new RegExp(`\\b([Ll]ast|[Tt]his|[Nn]ext|[Tt]he\\s+(?:coming|following))\\s+(${SEASON})\\b`, 'g'),
    resolve: ([, which, s], context) => {
      const name = (s as string).toLowerCase();
      if (/following/i.test(which as string)) {
        const base = context.anchor?.last;
        if (!base) return null;
        return season(name, base.month >= (SEASON_MONTH[name] as number) ? base.year + 1 : base.year);
      }
      const { reference } = context;
      if (!reference) return null;
      const word = (which as string).toLowerCase();
      if (word === 'this')
        return season(name, name === 'winter' && reference.month > 2 ? reference.year + 1 : reference.year);
      if (word !== 'last')
        return season(name, reference.month >= (SEASON_MONTH[name] as number) ? reference.year + 1 : reference.year);
      const y = seasonYear(name, { ...context, direction: 'past' }) as number;
      const current = season(name, y);
      const running = current?.last && current.last.month >= reference.month && y === reference.year;
      return season(name, running ? y - 1 : y);
    },
  },
  {
    name: 'century',
    pattern: new RegExp(
      `(?:[Tt]he\\s+)?(?:${PART})?(?:the\\s+)?(${ORDINAL})[\\s-][Cc]entury(?:\\s+(BC|BCE|AD|CE|B\\.C\\.|A\\.D\\.))?`,
      'g',
    ),
    resolve: ([text, o, era]) => {
      const n = ordinalNumber((o as string).toLowerCase());
      if (n === 0) return null;
      if (era && /^B/.test(era))
        return {
          first: { year: -n * CENTURY_YEARS, month: 1, day: 1 },
          last: { year: -(n - 1) * CENTURY_YEARS - 1, month: 12, day: 31 },
        };
      return partOf(text, (n - 1) * CENTURY_YEARS, CENTURY_YEARS);
    },
  },
  {
    name: 'decade',
    pattern: new RegExp(`(?:[Tt]he\\s+)?(?:${PART})?(?:the\\s+)?(?:\\b(1\\d{2}0|20\\d0)|['’](\\d)0)['’]?s\\b`, 'g'),
    resolve: ([text, full, short]) => {
      if (short !== undefined) return partOf(text, 1900 + Number(short) * DECADE_YEARS, DECADE_YEARS);
      const first = Number(full);
      return partOf(text, first, first % CENTURY_YEARS === 0 && first < 2000 ? CENTURY_YEARS : DECADE_YEARS);
    },
  },
  {
    name: 'decade-in-words',
    pattern:
      /\b[Tt]he\s+(?:(?:early|mid|late)[\s-]+)?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b/g,
    resolve: ([text, name]) => partOf(text, 1920 + DECADES.indexOf(name as string) * DECADE_YEARS, DECADE_YEARS),
  },
  {
    name: 'year-to-now',
    pattern: new RegExp(`\\b(${YEAR})\\s?[-–—]\\s?(?:present|today|now)\\b`, 'gi'),
    resolve: ([, y]) => ({ first: { year: year(y), month: 1, day: 1 }, last: null }),
  },
  {
    name: 'end-of-a-life',
    // "(1729–1797)": the second of two years in brackets.
    pattern: /(?<=\((?:c\.\s?)?\d{3,4}\s?[-–—]\s?)\d{3,4}(?=\))/g,
    resolve: ([y], { reference }) => (reference && year(y) > reference.year ? null : yearsRange(year(y), year(y))),
  },
  {
    name: 'ancient-year',
    pattern: /(?<![\d.,/$€£-])\b(\d{3})\b(?![\d.,]*\d|\s?%|\s+[a-z]+s\b)/g,
    resolve: ([y], { anchor, before }) => {
      const stated = /(?:\bc\.\s?|\bcirca\s|\bthe year\s|\bAD\s)$/i.test(before);
      const goesOn = anchor !== null && anchor.first.year > 0 && anchor.last.year < ANCIENT;
      const told = /\b(?:in|about|around|after|before|until|by|since|from|to)\s$|\(\s?$|\d{3}\s?[-–—]\s?$/i.test(
        before,
      );
      return stated || (goesOn && told) ? yearsRange(year(y), year(y)) : null;
    },
  },
  {
    name: 'year-before-christ',
    pattern: /\b(\d{1,5})\s?(?:BC|BCE|B\.C\.(?:E\.)?)(?![A-Za-z])/g,
    resolve: ([, y]) => yearsRange(-Number(y), -Number(y)),
  },
  {
    name: 'year-anno-domini',
    pattern: /\b(?:AD\s?(\d{1,4})|(\d{1,4})\s?(?:AD|CE|A\.D\.))(?![A-Za-z])/g,
    resolve: ([, a, b]) => yearsRange(year(a ?? b), year(a ?? b)),
  },
  {
    name: 'year-range',
    pattern: new RegExp(`\\b(${YEAR})\\s?([-–—/])\\s?(\\d{4}|\\d{2})\\b(?![-–/.,]\\d)`, 'g'),
    resolve: ([, a, , b], context) => {
      const [first, last] = [year(a), secondYear(year(a), b as string)];
      if (inParentheses(context)) return null;
      // Pages of a journal, rooms of a house: "92 (6): 1087–1101".
      if (/:\s?$/.test(context.before) || last > (context.reference?.year ?? 2020) + 76) return null;
      return last <= first || NAME_BEFORE.test(context.before) ? null : yearsRange(first, last);
    },
  },
  {
    name: 'year',
    pattern: new RegExp(`(?:${PART})?(?:the\\s+year\\s+)?${FOUR_DIGITS}(?!\\.\\d|,\\d{3}|:\\d)`, 'g'),
    resolve: ([text, y], context) => {
      if (/^[-–]\d/.test(context.after) && !/^[-–]\d{4}\s*\)/.test(context.after)) return null;
      if (isCount(context)) return null;
      const value = year(y);
      const near = context.reference ? context.reference.year : 2020;
      // Below 1500 a bare number is a year only where something before it says so.
      if (
        value < 1500 &&
        !/\b(?:in|since|until|by|from|to|after|before|between|and|circa|c\.)\s(?:\w+\s)?$|\(\s?$|[–-]\s?$/i.test(
          context.before,
        )
      )
        return null;
      if (value > near + 76 && text === y) return null;
      return yearsRange(value, value);
    },
  },
];
