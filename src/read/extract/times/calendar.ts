/** A day of the proleptic Gregorian calendar. Year 0 is 1 BC, as in ISO 8601. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const DAYS_PER_WEEK = 7;

/** Days since 1 March 0000 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
export const dayNumber = ({ year, month, day }: Day): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * DAYS_PER_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
};

export const fromDayNumber = (n: number): Day => {
  const era = Math.floor(n / DAYS_PER_ERA);
  const doe = n - era * DAYS_PER_ERA;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
};

export const addDays = (day: Day, days: number): Day => fromDayNumber(dayNumber(day) + days);

export const daysInMonth = (year: number, month: number): number =>
  dayNumber(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) -
  dayNumber({ year, month, day: 1 });

/** Same day of the month, or its last day where the month is shorter. */
export const addMonths = ({ year, month, day }: Day, months: number): Day => {
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { year: y, month: m, day: Math.min(day, daysInMonth(y, m)) };
};

/** 0 Monday … 6 Sunday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 2) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;

export const isValidDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const pad = (n: number, width: number): string => String(Math.abs(n)).padStart(width, '0');

/** `YYYY-MM-DD`; years before 1 BC with a leading minus, as XML Schema and TEI write them. */
export const isoDay = ({ year, month, day }: Day): string =>
  `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** The day of an ISO date or date-time, null where it is none. */
export const parseIsoDay = (text: string | null | undefined): Day | null => {
  const match = /^(-?\d{4,6})-(\d{2})-(\d{2})/.exec(text ?? '');
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isValidDay(day) ? day : null;
};

/** A closed range of days. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

export const oneDay = (day: Day): DayRange => ({ first: day, last: day });

export const monthRange = (year: number, month: number): DayRange => ({
  first: { year, month, day: 1 },
  last: { year, month, day: daysInMonth(year, month) },
});

export const monthsRange = (year: number, month: number, count: number): DayRange => {
  const end = addMonths({ year, month, day: 1 }, count - 1);
  return { first: { year, month, day: 1 }, last: monthRange(end.year, end.month).last };
};

export const yearsRange = (first: number, last: number): DayRange => ({
  first: { year: first, month: 1, day: 1 },
  last: { year: last, month: 12, day: 31 },
});

/** Monday to Sunday of the week that holds the day. */
export const weekRange = (day: Day): DayRange => {
  const monday = addDays(day, -weekday(day));
  return { first: monday, last: addDays(monday, DAYS_PER_WEEK - 1) };
};
