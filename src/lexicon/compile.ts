import type { Equipment, LexiconEntry, NameRole, Office } from './entry.ts';
import { NAME_ROLES } from './entry.ts';
import type { NamedEntry, NamedEquipment, NamedOffice } from './source/entries.ts';
import { CASE_CLASSES, caseClassOf, normaliseWord, wordsOf } from './words.ts';

/** A name table: keys joined by line feeds, and for each key the numbers of its meanings. Small to read, quick to load. */
export interface NameTable {
  readonly keys: string;
  readonly values: readonly (readonly number[])[];
}

/** The lexicon as `build-step.ts` writes it. */
export interface CompiledLexicon {
  readonly format: 1;
  /** The entries' ids, joined by line feeds. */
  readonly ids: string;
  /** Each entry as JSON on a line of its own, in the order of the ids: read only when it is asked for. */
  readonly entries: string;
  /** Country → numbers of its people. */
  readonly people: Readonly<Record<string, readonly number[]>>;
  /** Values are `senseNumber`s. */
  readonly names: NameTable;
  readonly offices: readonly Office[];
  readonly officeNames: NameTable;
  readonly equipment: readonly Equipment[];
  readonly equipmentNames: NameTable;
}

const ROLES = NAME_ROLES.length;
const CASES = CASE_CLASSES.length;

/** Entry, role and case class of a meaning in one number. */
export const senseNumber = (entry: number, role: NameRole, name: string): number =>
  (entry * ROLES + NAME_ROLES.indexOf(role)) * CASES + CASE_CLASSES.indexOf(caseClassOf(name));

export const readSenseNumber = (sense: number) => ({
  entry: Math.floor(sense / (ROLES * CASES)),
  role: NAME_ROLES[Math.floor(sense / CASES) % ROLES] as NameRole,
  caseClass: CASE_CLASSES[sense % CASES] as (typeof CASE_CLASSES)[number],
});

/** The key of a name: its words, normalised, with blanks between. */
export const nameKey = (name: string): string => wordsOf(name).map(normaliseWord).join(' ');

class TableBuilder {
  readonly #values = new Map<string, number[]>();

  add(name: string, value: number): void {
    const key = nameKey(name);
    const values = this.#values.get(key);
    if (values === undefined) this.#values.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
  }

  build(order: (a: number, b: number) => number): NameTable {
    return {
      keys: [...this.#values.keys()].join('\n'),
      values: [...this.#values.values()].map((values) => values.sort(order)),
    };
  }
}

/** One entry where the sources name the same id twice (an official of two states): the terms are put together. */
const mergeEntries = (a: LexiconEntry, b: LexiconEntry): LexiconEntry => ({
  ...a,
  ...(a.terms || b.terms ? { terms: [...(a.terms ?? []), ...(b.terms ?? [])] } : {}),
});

/** Meanings in the order in which they are tried: by role, then as the data has them. */
const byRole = (a: number, b: number): number => {
  const [left, right] = [readSenseNumber(a), readSenseNumber(b)];
  return NAME_ROLES.indexOf(left.role) - NAME_ROLES.indexOf(right.role) || left.entry - right.entry;
};

const ascending = (a: number, b: number): number => a - b;

const peopleByCountry = (entries: readonly LexiconEntry[]): Record<string, number[]> => {
  const people: Record<string, number[]> = {};
  entries.forEach(({ kind, country }, number) => {
    if (kind !== 'person' || country === undefined) return;
    people[country] ??= [];
    people[country].push(number);
  });
  return people;
};

export interface LexiconSource {
  readonly entries: readonly NamedEntry[];
  readonly offices: readonly NamedOffice[];
  readonly equipment: readonly NamedEquipment[];
}

export const compileLexicon = (source: LexiconSource): CompiledLexicon => {
  const entries: LexiconEntry[] = [];
  const numberOf = new Map<string, number>();
  const names = new TableBuilder();
  for (const { entry, names: own } of source.entries) {
    let number = numberOf.get(entry.id);
    if (number === undefined) {
      number = entries.length;
      numberOf.set(entry.id, number);
      entries.push(entry);
    } else {
      entries[number] = mergeEntries(entries[number] as LexiconEntry, entry);
    }
    for (const [name, role] of own) names.add(name, senseNumber(number, role, name));
  }
  const officeNames = new TableBuilder();
  source.offices.forEach(({ names: own }, number) => {
    for (const name of own) officeNames.add(name, number);
  });
  const equipmentNames = new TableBuilder();
  source.equipment.forEach(({ names: own }, number) => {
    for (const name of own) equipmentNames.add(name, number);
  });
  return {
    format: 1,
    ids: entries.map(({ id }) => id).join('\n'),
    entries: entries.map((entry) => JSON.stringify(entry)).join('\n'),
    people: peopleByCountry(entries),
    names: names.build(byRole),
    offices: source.offices.map(({ office }) => office),
    officeNames: officeNames.build(ascending),
    equipment: source.equipment.map(({ equipment }) => equipment),
    equipmentNames: equipmentNames.build(ascending),
  };
};
