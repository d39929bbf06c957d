const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;
const DAY_MS = 86_400_000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const startOfDay = (year: number, month: number, day: number): number => {
  const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  // The 31st of June would be taken for the 1st of July.
  return day >= 1 && day <= days ? Date.UTC(year, month - 1, day) : Number.NaN;
};

/** Milliseconds of an ISO 8601 day (its first, UTC) or time (UTC where no zone is given); NaN where it is neither. */
export const startOf = (text: string): number => {
  const found = ISO.exec(text);
  if (found === null) return Number.NaN;
  const midnight = startOfDay(Number(found[1]), Number(found[2]), Number(found[3]));
  const time = found[4];
  return time === undefined || Number.isNaN(midnight)
    ? midnight
    : Date.parse(`${text.slice(0, 10)}T${time}${found[5] ?? 'Z'}`);
};

/** As `startOf`, but the last millisecond of a day. */
export const endOf = (text: string): number => startOf(text) + (text.includes('T') ? 0 : DAY_MS - 1);
