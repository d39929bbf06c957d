import type { Span } from '../../src/model/index.ts';
import { daysInMonth, parseIsoDay, weekday } from '../../src/read/extract/times/calendar.ts';
import { WEEKDAY, weekdayNumber } from '../../src/read/extract/times/names.ts';
import type { GoldDocument } from './conllu.ts';

/** A date of the gold: open on a side where the markup gives none. */
export interface GoldDate {
  readonly span: Span;
  readonly from: string | null;
  readonly to: string | null;
  /** As the markup has it, for the list of faults. */
  readonly markup: string;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** TEI `when`, `from`/`to`, `notBefore`/`notAfter` as an interval of days; null for a date without a year (`--06`). */
const edge = (value: string | undefined, last: boolean): string | null => {
  const match = /^(-?\d{3,5})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value ?? '');
  if (!match) return null;
  const [, y, m, d] = match;
  const month = m ?? (last ? '12' : '01');
  const sign = y?.startsWith('-') ? '-' : '';
  const year = sign + (y as string).replace('-', '').padStart(4, '0');
  return `${year}-${month}-${d ?? (last ? pad(daysInMonth(Number(y), Number(month))) : '01')}`;
};

/** The dates that GUM marks as TEI does. */
export const goldDates = (document: GoldDocument): GoldDate[] => {
  const dates: GoldDate[] = [];
  for (const sentence of document.sentences) {
    let open: { start: number; markup: string; attributes: Record<string, string> } | null = null;
    sentence.tokens.forEach((token, index) => {
      const xml = /XML=(.*?)(?:\|[A-Z]\w+=|$)/.exec(sentence.misc[index] as string)?.[1] ?? '';
      for (const [tag] of xml.matchAll(/<[^>]+>/g)) {
        if (tag.startsWith('<date')) {
          const attributes = Object.fromEntries([...tag.matchAll(/(\w+):::"([^"]*)"/g)].map(([, k, v]) => [k, v]));
          open = { start: token.start, markup: tag.replaceAll(':::', '='), attributes };
        } else if (tag === '</date>' && open) {
          const { when, from, to, notBefore, notAfter } = open.attributes;
          const value = { from: edge(when ?? from ?? notBefore, false), to: edge(when ?? to ?? notAfter, true) };
          if (value.from || value.to)
            dates.push({ span: { start: open.start, end: token.end }, ...value, markup: open.markup });
          open = null;
        }
      }
    });
  }
  return dates;
};

/**
 * Ways in which a gold value contradicts its own words or the document's date of creation. Only what can be told without
 * judgement: no fault is a matter of convention but `month cut to a day` and `end cut to a day`, where the words name a
 * whole month, year, decade or century and the markup ends it on its first day.
 */
export const FAULTS = [
  'a today after the text was made',
  'a past that ends after the text was made',
  'counted from another day than that of creation',
  'another weekday',
  'another year than the words',
  'another day than the words',
  'month cut to a day',
  'end cut to a day',
] as const;
export type Fault = (typeof FAULTS)[number];

const DEICTIC = /^(?:today|tonight|this (?:morning|afternoon|evening)|earlier today)$/i;
const WEEKDAYS = new RegExp(`\\b(${WEEKDAY})\\b`);
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** The fault of a gold value, if it has one. */
export const faultOf = (document: GoldDocument, { span, from, to }: GoldDate): Fault | undefined => {
  const words = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const created = document.metadata['dateCreated'] ?? '';
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  if (DEICTIC.test(words) && parseIsoDay(created) !== null && from !== null && from > created)
    return 'a today after the text was made';
  const made = parseIsoDay(created);
  if (made !== null && /^(?:the )?(?:past|last)\b|\bago$/i.test(words) && last !== null && last.year > made.year)
    return 'a past that ends after the text was made';
  const ago = /([\d,]+) years ago$/.exec(words)?.[1];
  // A round year is a rounded count ("10,000 years ago" as 8000 BC), which is no contradiction.
  if (made !== null && ago !== undefined && first !== null && first.year % 100 !== 0)
    if (Math.abs(made.year - Number(ago.replaceAll(',', '')) - first.year) > 1)
      return 'counted from another day than that of creation';
  const day = WEEKDAYS.exec(words)?.[1];
  if (day !== undefined && first !== null && from === to && weekday(first) !== weekdayNumber(day))
    return 'another weekday';
  if (/weekend$/.test(words) && first !== null && weekday(first) !== 5) return 'another weekday';
  const years = [...words.matchAll(/(?<![\d,.-])(\d{4})(?![\d,]|s)/g)].map(([year]) => year);
  const given = [from, to].flatMap((value) => (value === null ? [] : [value.replace(/-\d\d-\d\d$/, '')]));
  if (years.length > 0 && !years.some((year) => given.includes(year) || given.includes(`-${year}`)))
    return 'another year than the words';
  const dated = new RegExp(`^(?:the )?(\\d{1,2}) (?:${MONTHS})|^(?:${MONTHS}) (\\d{1,2})\\b`).exec(words);
  const number = Number(dated?.[1] ?? dated?.[2]);
  if (dated && from === to && first !== null && first.day !== number) return 'another day than the words';
  const wholeMonth = new RegExp(`^(?:${MONTHS})(?:,? (?:of )?\\d{4})?$`).test(words);
  if (wholeMonth && from === to && from !== null) return 'month cut to a day';
  const long = /\d0['’]?s\b|century/i.test(words);
  if (long && last !== null && last.month === 1 && last.day === 1) return 'end cut to a day';
  return undefined;
};
