import type { NameRole } from '../entry.ts';
import { slug } from '../words.ts';
import { COUNTRY_CODE, DataError, demonymNames, type NamedEntry, nameList } from './entries.ts';

/** A place with more to say than its names. */
export interface PlaceSource {
  readonly name: string;
  readonly also?: readonly string[];
  readonly demonyms?: readonly string[];
  /** What is disputed, in neutral words. */
  readonly disputed?: string;
}

/** Country code, or `none` for seas and regions of several states → lines `Aleppo | Halab = Aleppan`, or an object. */
export type PlacesSource = Readonly<Record<string, readonly (string | PlaceSource)[]>>;

const fromLine = (line: string): PlaceSource => {
  const [names, demonyms] = line.split('=');
  const [name, ...also] = nameList(names as string) as [string, ...string[]];
  return { name, also, ...(demonyms === undefined ? {} : { demonyms: nameList(demonyms) }) };
};

export const placeEntries = (source: PlacesSource): NamedEntry[] =>
  Object.entries(source).flatMap(([country, places]) => {
    if (country !== 'none' && !COUNTRY_CODE.test(country))
      throw new DataError(`"${country}" is no ISO 3166-1 alpha-3 code (use "none" for places of several states)`);
    return places.map((item): NamedEntry => {
      const place = typeof item === 'string' ? fromLine(item) : item;
      return {
        entry: {
          id: country === 'none' ? `plc-${slug(place.name)}` : `plc-${slug(place.name)}-${country.toLowerCase()}`,
          name: place.name,
          kind: 'place',
          ...(country === 'none' ? {} : { country }),
          ...(place.disputed === undefined ? {} : { disputed: place.disputed }),
          ...(place.demonyms?.[0] === undefined ? {} : { adjective: place.demonyms[0] }),
        },
        names: [
          ...[place.name, ...(place.also ?? [])].map((name): readonly [string, NameRole] => [name, 'name']),
          ...demonymNames(place.demonyms ?? []),
        ],
      };
    });
  });
