import type { LexiconSource } from '../compile.ts';
import { type EquipmentSource, equipmentEntries, type OfficesSource, officeEntries } from './offices.ts';
import { type OrganisationsSource, organisationEntries, type PeoplesSource, peoplesEntries } from './organisations.ts';
import { type PeopleSource, peopleEntries } from './people.ts';
import { type PlacesSource, placeEntries } from './places.ts';
import { type StateSource, stateEntries } from './states.ts';

/** The files that make up the lexicon, in the order in which an ambiguous name tries its meanings. */
export const LEXICON_FILES = [
  'states',
  'organisations',
  'people-1',
  'people-2',
  'peoples',
  'places',
  'offices',
  'equipment',
] as const;

/** Everything the lexicon is made of, from the data files as a reader gives them. */
export const readLexiconSource = (read: <T>(name: (typeof LEXICON_FILES)[number]) => T): LexiconSource => ({
  entries: [
    ...stateEntries(read<Readonly<Record<string, StateSource>>>('states')),
    ...organisationEntries(read<OrganisationsSource>('organisations')),
    ...peopleEntries(read<PeopleSource>('people-1')),
    ...peopleEntries(read<PeopleSource>('people-2')),
    ...peoplesEntries(read<PeoplesSource>('peoples')),
    ...placeEntries(read<PlacesSource>('places')),
  ],
  offices: officeEntries(read<OfficesSource>('offices')),
  equipment: equipmentEntries(read<EquipmentSource>('equipment')),
});
