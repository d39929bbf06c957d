import { z } from 'zod';
import { SECTORS } from '../../model/index.ts';
import type { LexiconSource } from '../compile.ts';
import { equipmentEntries, officeEntries } from '../source/offices.ts';
import { organisationEntries, peoplesEntries } from '../source/organisations.ts';
import { peopleEntries } from '../source/people.ts';
import { placeEntries } from '../source/places.ts';
import { stateEntries } from '../source/states.ts';
import { wordSections } from './word-sections.ts';

export type DataPath = readonly (string | number)[];

/** One line of a section: where it stands, and what it adds. Compiling one by one lets an error name its line. */
export interface Item {
  readonly path: DataPath;
  readonly compile: () => Partial<LexiconSource>;
}

const line = z.string().min(1);
const names = z.array(line);
const country = (extra: string) =>
  z.string().refine((code) => code === extra || /^[A-Z]{3}$/.test(code), {
    message: `is no ISO 3166-1 alpha-3 code, such as UKR (nor "${extra}")`,
  });
const place = z.strictObject({
  name: line,
  also: names.optional(),
  demonyms: names.optional(),
  disputed: line.optional(),
});
const state = z.strictObject({
  name: line,
  official: line.optional(),
  also: names.optional(),
  was: names.optional(),
  demonyms: names.optional(),
  capital: line.optional(),
  'also-capital': names.optional(),
  'capital-plain': z.boolean().optional(),
  seats: names.optional(),
  cities: names.optional(),
  lead: line.optional(),
  parent: line.optional(),
  disputed: line.optional(),
  plain: z.boolean().optional(),
});
const office = z.strictObject({
  sector: z.enum(SECTORS),
  rank: z.number(),
  words: names.optional(),
  in: z.record(z.string(), names).optional(),
});

/** The shape of an analyst's file: sections of the shipped data files, all optional. */
export const ownLexiconSchema = z.strictObject({
  states: z.record(z.string(), state).optional(),
  people: z.record(country('international'), z.record(z.string(), line)).optional(),
  organisations: z.record(country('international'), z.partialRecord(z.enum(SECTORS), names)).optional(),
  peoples: z.record(country('any'), names).optional(),
  places: z.record(country('none'), z.array(z.union([line, place]))).optional(),
  offices: z.record(z.string(), office).optional(),
  equipment: z.record(z.string(), z.record(z.string(), z.record(country('any'), names))).optional(),
  ...wordSections,
});

type OwnSections = z.infer<typeof ownLexiconSchema>;

/** Every line of a checked file. */
export const itemsOf = (own: OwnSections): Item[] => [
  ...Object.entries(own.states ?? {}).map(
    ([code, value]): Item => ({
      path: ['states', code],
      compile: () => ({ entries: stateEntries({ [code]: JSON.parse(JSON.stringify(value)) }) }),
    }),
  ),
  ...Object.entries(own.people ?? {}).flatMap(([code, people]) =>
    Object.entries(people).map(
      ([name, terms]): Item => ({
        path: ['people', code, name],
        compile: () => ({ entries: peopleEntries({ [code]: { [name]: terms } }) }),
      }),
    ),
  ),
  ...Object.entries(own.organisations ?? {}).flatMap(([code, sectors]) =>
    Object.entries(sectors).flatMap(([sector, lines]) =>
      (lines ?? []).map(
        (text, index): Item => ({
          path: ['organisations', code, sector, index],
          compile: () => ({ entries: organisationEntries({ [code]: { [sector]: [text] } }) }),
        }),
      ),
    ),
  ),
  ...Object.entries(own.peoples ?? {}).flatMap(([code, lines]) =>
    lines.map(
      (text, index): Item => ({
        path: ['peoples', code, index],
        compile: () => ({ entries: peoplesEntries({ [code]: [text] }) }),
      }),
    ),
  ),
  ...Object.entries(own.places ?? {}).flatMap(([code, places]) =>
    places.map(
      (value, index): Item => ({
        path: ['places', code, index],
        compile: () => ({
          entries: placeEntries({ [code]: [typeof value === 'string' ? value : JSON.parse(JSON.stringify(value))] }),
        }),
      }),
    ),
  ),
  ...Object.entries(own.offices ?? {}).map(
    ([id, value]): Item => ({
      path: ['offices', id],
      compile: () => ({ offices: officeEntries({ [id]: JSON.parse(JSON.stringify(value)) }) }),
    }),
  ),
  ...Object.entries(own.equipment ?? {}).flatMap(([kind, nouns]) =>
    Object.entries(nouns).flatMap(([noun, countries]) =>
      Object.entries(countries).flatMap(([code, lines]) =>
        lines.map(
          (text, index): Item => ({
            path: ['equipment', kind, noun, code, index],
            compile: () => ({ equipment: equipmentEntries({ [kind]: { [noun]: { [code]: [text] } } }) }),
          }),
        ),
      ),
    ),
  ),
];
