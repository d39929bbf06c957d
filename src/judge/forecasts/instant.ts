const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;
const DAY_MS = 86_400_000;

const startOfDay = (day: string): number => {
  const at = Date.parse(`${day}T00:00:00Z`);
  // The 31st of June would be taken for the 1st of July.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? Number.NaN : at;
};

/** Milliseconds of an ISO 8601 day (its first, UTC) or time (UTC where no zone is given); NaN where it is neither. */
export const startOf = (text: string): number => {
  const [, day, time, zone = 'Z'] = ISO.exec(text) ?? [];
  if (day === undefined || Number.isNaN(startOfDay(day))) return Number.NaN;
  return time === undefined ? startOfDay(day) : Date.parse(`${day}T${time}${zone}`);
};

/** As `startOf`, but the last millisecond of a day. */
export const endOf = (text: string): number => startOf(text) + (text.includes('T') ? 0 : DAY_MS - 1);
