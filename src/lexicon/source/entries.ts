import type { Equipment, LexiconEntry, NameRole, Office, Term } from '../entry.ts';

/** An entry with all names that lead to it, before compilation. */
export interface NamedEntry {
  readonly entry: LexiconEntry;
  readonly names: readonly (readonly [name: string, role: NameRole])[];
}

export interface NamedOffice {
  readonly office: Office;
  readonly names: readonly string[];
}

export interface NamedEquipment {
  readonly equipment: Equipment;
  readonly names: readonly string[];
}

/** A line of data that does not say what it should; the loader adds file and place. */
export class DataError extends Error {}

export const COUNTRY_CODE = /^[A-Z]{3}$/;

/** `Name | other name | third name` → its parts. */
export const nameList = (line: string): string[] => {
  const names = line.split('|').map((name) => name.trim());
  if (names.some((name) => name === '')) throw new DataError(`"${line}" holds an empty name between the bars`);
  return names;
};

const PLURAL_AS_IS = /(?:ese|sh|ch|ss|s|ois|oi|lao|I-Kiribati)$/i;

/** The plural of a demonym noun: Russians, Frenchmen, Chinese, Iraqis. */
export const demonymPlural = (demonym: string): string | undefined => {
  if (/(?:wo)?man$/.test(demonym) && !/(?:Ger|O|Ro)man$/.test(demonym)) return demonym.replace(/man$/, 'men');
  if (PLURAL_AS_IS.test(demonym) || demonym.includes('.')) return undefined;
  if (/[^aeiou]y$/.test(demonym)) return demonym.replace(/y$/, 'ies');
  return `${demonym}s`;
};

/** The names of a list of demonyms, plurals included. */
export const demonymNames = (demonyms: readonly string[]): (readonly [string, NameRole])[] =>
  demonyms.flatMap((demonym) => {
    const plural = demonymPlural(demonym);
    return plural === undefined
      ? [[demonym, 'demonym'] as const]
      : [[demonym, 'demonym'] as const, [plural, 'demonym'] as const];
  });

const DATE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`;
const TERM = new RegExp(`^(?<office>.+?)\\s+(?<from>${DATE})?(?:(?<slash>/)(?<to>${DATE})?)?$`);

/** `president 2000-05/2008-05` → an office with its first and last day, month or year. */
export const parseTerm = (text: string): Term => {
  const match = TERM.exec(text);
  if (!match?.groups || (match.groups['from'] === undefined && match.groups['to'] === undefined))
    throw new DataError(
      `"${text}" is no term of office: write "office from/to", with dates such as 2012-05-07, 2012-05 or 2012`,
    );
  const { office, from, slash, to } = match.groups;
  if (from !== undefined && to !== undefined && to.slice(0, from.length) < from.slice(0, to.length))
    throw new DataError(`"${text}" ends before it begins`);
  return { office: office as string, from: from ?? null, to: to ?? (slash ? null : (from ?? null)) };
};
