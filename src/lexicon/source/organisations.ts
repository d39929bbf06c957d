import { SECTORS, type Sector } from '../../model/index.ts';
import type { NameRole } from '../entry.ts';
import { slug } from '../words.ts';
import { DataError, demonymNames, type NamedEntry, nameList } from './entries.ts';

/** Country code or `international` → sector → lines `Name | other name`. */
export type OrganisationsSource = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const isSector = (code: string): code is Sector => (SECTORS as readonly string[]).includes(code);

/** Armed groups act as groups, everything else as organisations. */
export const organisationEntries = (source: OrganisationsSource): NamedEntry[] =>
  Object.entries(source).flatMap(([country, sectors]) =>
    Object.entries(sectors).flatMap(([sector, lines]) => {
      if (!isSector(sector)) throw new DataError(`"${sector}" is no sector: use one of ${SECTORS.join(', ')}`);
      return lines.map((line): NamedEntry => {
        const names = nameList(line);
        const name = names[0] as string;
        const home = country === 'international' ? undefined : country;
        return {
          entry: {
            id: `${sector === 'REB' ? 'grp' : 'org'}-${slug(name)}`,
            name,
            kind: sector === 'REB' ? 'group' : 'organisation',
            sector,
            ...(home === undefined ? {} : { country: home }),
          },
          names: names.map((text): readonly [string, NameRole] => [text, 'name']),
        };
      });
    }),
  );

/** `any` or a country code → lines `Kurds | Kurd | Kurdish`: peoples and faiths, which are groups of civilians. */
export type PeoplesSource = Readonly<Record<string, readonly string[]>>;

export const peoplesEntries = (source: PeoplesSource): NamedEntry[] =>
  Object.entries(source).flatMap(([country, lines]) =>
    lines.map((line): NamedEntry => {
      const [name, ...others] = nameList(line) as [string, ...string[]];
      return {
        entry: {
          id: `grp-${slug(name)}`,
          name,
          kind: 'group',
          sector: 'CVL',
          ...(country === 'any' ? {} : { country }),
        },
        names: [[name, 'name'], ...demonymNames(others)],
      };
    }),
  );
