import type { NameRole } from '../entry.ts';
import { slug } from '../words.ts';
import { COUNTRY_CODE, DataError, demonymNames, type NamedEntry } from './entries.ts';

/** A line of `states.yaml`. */
export interface StateSource {
  readonly name: string;
  readonly official?: string;
  readonly also?: readonly string[];
  readonly was?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly capital?: string;
  readonly 'also-capital'?: readonly string[];
  /** The capital's name is too common a word to stand for the government. */
  readonly 'capital-plain'?: boolean;
  readonly seats?: readonly string[];
  /** Further cities in which the government sits. */
  readonly cities?: readonly string[];
  readonly lead?: string;
  readonly parent?: string;
  readonly disputed?: string;
  /** The name is more often something else: never taken without support. */
  readonly plain?: boolean;
}

const withRole = (names: readonly string[] | undefined, role: NameRole): (readonly [string, NameRole])[] =>
  (names ?? []).map((name) => [name, role]);

/** A state and its capital, which is a place that may stand for the government. */
export const stateEntries = (source: Readonly<Record<string, StateSource>>): NamedEntry[] =>
  Object.entries(source).flatMap(([code, state]) => {
    if (!COUNTRY_CODE.test(code)) throw new DataError(`"${code}" is no ISO 3166-1 alpha-3 code`);
    const adjective = state.demonyms?.[0];
    const entry: NamedEntry = {
      entry: {
        id: code,
        name: state.name,
        kind: 'state',
        country: code,
        sector: 'GOV',
        lead: state.lead ?? 'president',
        ...(adjective === undefined ? {} : { adjective }),
        ...(state.parent === undefined ? {} : { parent: state.parent }),
        ...(state.disputed === undefined ? {} : { disputed: state.disputed }),
      },
      names: [
        ...withRole([state.name], 'name'),
        ...withRole(state.official === undefined ? [] : [state.official], 'name'),
        ...withRole(state.also, 'name'),
        ...withRole(state.was, 'historical'),
        ...demonymNames(state.demonyms ?? []),
        ...withRole(state.seats, 'seat'),
      ],
    };
    const capitals = [state.capital, ...(state['also-capital'] ?? []), ...(state.cities ?? [])].filter(
      (name): name is string => name !== undefined,
    );
    return [entry, ...capitalEntries(code, state, capitals)];
  });

const capitalEntries = (code: string, state: StateSource, capitals: readonly string[]): NamedEntry[] => {
  const [first, ...others] = capitals;
  if (first === undefined) return [];
  const own = new Set(state.cities ?? []);
  const spellings = others.filter((name) => !own.has(name));
  const place = (name: string, names: readonly string[]): NamedEntry => ({
    entry: {
      id: `plc-${slug(name)}-${code.toLowerCase()}`,
      name,
      kind: 'place',
      country: code,
      ...(state['capital-plain'] ? {} : { standsFor: code }),
    },
    names: withRole(names, 'capital'),
  });
  return [place(first, [first, ...spellings]), ...[...own].map((name) => place(name, [name]))];
};
