import { type Interval, MONTH_NAMES } from '../../model/index.ts';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const parse = (iso: string): Day => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)) || 1,
  day: Number(iso.slice(8, 10)) || 1,
});

const lastDay = ({ year, month }: Day): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const monthName = ({ month }: Day): string => MONTH_NAMES[month - 1] ?? '';

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970 of an ISO date. */
export const dayNumber = (iso: string): number => Math.floor(Date.parse(iso.slice(0, 10)) / MILLISECONDS_A_DAY);

/** "18 June 2024" from an ISO date, with or without a time. */
export const dayPhrase = (iso: string): string => {
  const day = parse(iso);
  return `${day.day} ${monthName(day)} ${day.year}`;
};

/** The same with months of three letters, for narrow columns. */
export const abbreviateMonths = (phrase: string): string =>
  MONTH_NAMES.reduce((words, month) => words.replaceAll(month, month.slice(0, 3)), phrase);

const closedPhrase = (from: string, to: string): string => {
  if (from === to) return dayPhrase(from);
  const [a, b] = [parse(from), parse(to)];
  const wholeMonths = a.day === 1 && b.day === lastDay(b);
  if (wholeMonths && a.year === b.year) {
    if (a.month === 1 && b.month === 12) return `${a.year}`;
    if (a.month === b.month) return `${monthName(a)} ${a.year}`;
    return `${monthName(a)} to ${monthName(b)} ${a.year}`;
  }
  if (wholeMonths)
    return a.month === 1 && b.month === 12
      ? `${a.year} to ${b.year}`
      : `${monthName(a)} ${a.year} to ${monthName(b)} ${b.year}`;
  if (a.year === b.year && a.month === b.month) return `${a.day}–${b.day} ${monthName(a)} ${a.year}`;
  if (a.year === b.year) return `${a.day} ${monthName(a)} to ${b.day} ${monthName(b)} ${a.year}`;
  return `${dayPhrase(from)} to ${dayPhrase(to)}`;
};

/** An interval in words; `unknown` where neither side is known. */
export const intervalPhrase = ({ from, to }: Interval, unknown = 'no date'): string => {
  if (from && to) return closedPhrase(from, to);
  if (from) return `from ${dayPhrase(from)}`;
  if (to) return `by ${dayPhrase(to)}`;
  return unknown;
};

/** The interval as the adverb of a sentence: "on 18 June 2024", "in March 2024", "by 31 March 2024"; empty when unknown. */
export const intervalAdverb = (interval: Interval): string => {
  const phrase = intervalPhrase(interval, '');
  if (!phrase || /^(?:from|by) /.test(phrase)) return phrase;
  if (interval.from === interval.to) return `on ${phrase}`;
  return /^\d{1,2}[ –]/.test(phrase)
    ? `between ${phrase.replace(' to ', ' and ').replace('–', ' and ')}`
    : `in ${phrase}`;
};
