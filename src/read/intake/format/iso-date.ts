import { WatchfloorError } from '../../../model/index.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** `2024-06-18` or with time and zone, as exact as given; null where it is no such date. */
export const parseIsoDate = (value: string): string | null => {
  const found = ISO.exec(value.trim());
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const ymd = `${year}-${month}-${day}`;
  if (hour === undefined) return ymd;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const offset = zone === undefined ? '' : zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return `${ymd}T${hour}:${minute}:${second ?? '00'}${offset}`;
};

/** @throws WatchfloorError `intake.bad-date` that names where the date stood */
export const isoDate = (value: string, where: string, label?: string): string => {
  const date = parseIsoDate(value);
  if (date !== null) return date;
  throw new WatchfloorError(
    'intake.bad-date',
    `"${value.slice(0, 40)}" (${where}) is no date; write it as 2024-06-18 or 2024-06-18T09:30:00Z.`,
    label === undefined ? {} : { file: label },
  );
};
