import { SECTORS, type Sector } from '../../model/index.ts';
import { slug } from '../words.ts';
import { DataError, type NamedEquipment, type NamedOffice, nameList } from './entries.ts';

/** One office: its wordings everywhere, and wordings that mean it only in some states. */
export interface OfficeSource {
  readonly sector: string;
  readonly rank: number;
  readonly words?: readonly string[];
  readonly in?: Readonly<Record<string, readonly string[]>>;
}

export type OfficesSource = Readonly<Record<string, OfficeSource>>;

export const officeEntries = (source: OfficesSource): NamedOffice[] =>
  Object.entries(source).flatMap(([id, office]) => {
    if (!(SECTORS as readonly string[]).includes(office.sector))
      throw new DataError(`${id}: "${office.sector}" is no sector`);
    const sector = office.sector as Sector;
    const everywhere = { office: { id, sector, rank: office.rank }, names: [id, ...(office.words ?? [])] };
    const somewhere = Object.entries(office.in ?? {}).map(([countries, names]) => ({
      office: { id, sector, rank: office.rank, countries: countries.split(/\s+/) },
      names,
    }));
    return [everywhere, ...somewhere];
  });

/** Kind → what is counted → country code or `any` → lines `Name | other name`. */
export type EquipmentSource = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
>;

export const equipmentEntries = (source: EquipmentSource): NamedEquipment[] =>
  Object.entries(source).flatMap(([kind, nouns]) =>
    Object.entries(nouns).flatMap(([noun, countries]) =>
      Object.entries(countries).flatMap(([country, lines]) =>
        lines.map((line): NamedEquipment => {
          const names = nameList(line);
          const name = names[0] as string;
          return {
            equipment: { id: `eqp-${slug(name)}`, name, kind, noun, ...(country === 'any' ? {} : { country }) },
            names,
          };
        }),
      ),
    ),
  );
