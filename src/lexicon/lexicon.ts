import { type CompiledLexicon, nameKey, readSenseNumber } from './compile.ts';
import type { EquipmentMatch, LexiconEntry, NameMatch, NameSense, Office, OfficeMatch, Term } from './entry.ts';
import { NameIndex, type Words } from './name-index.ts';
import { capitalsFit } from './words.ts';

/** Typed access to what the analyst's world is called. Look-ups never throw and know nothing of files. */
export interface Lexicon {
  /** How many entries it holds: states, people, organisations, groups, places. */
  readonly size: number;
  readonly entry: (id: string) => LexiconEntry | undefined;
  /** All names that begin at a word of a text, longest first, each with what it may mean. */
  readonly namesAt: (words: Words, from: number) => readonly NameMatch[];
  /** What one name may mean, whatever its capitals. */
  readonly named: (name: string) => readonly NameSense[];
  readonly officesAt: (words: Words, from: number) => readonly OfficeMatch[];
  readonly equipmentAt: (words: Words, from: number) => readonly EquipmentMatch[];
  /** The state that the words "Russian" or "Russians" name. */
  readonly stateOfDemonym: (word: string) => LexiconEntry | undefined;
  /** The state whose government a capital or seat ("Moscow", "the Kremlin") stands for. */
  readonly stateOfCapital: (name: string) => LexiconEntry | undefined;
  /** Who holds an office at a day (`YYYY-MM-DD`; null means now, that is, the latest known). Several where two share it. */
  readonly holders: (country: string, office: string, day: string | null) => readonly LexiconEntry[];
  /** Who "the … leader" of a state is at a day. */
  readonly leader: (country: string, day: string | null) => LexiconEntry | undefined;
}

/** Does a term include the day? Months and years count as a whole, so that a vague end keeps its holder. */
export const termIncludes = (term: Term, day: string): boolean =>
  (term.from === null || day.slice(0, term.from.length) >= term.from) &&
  (term.to === null || day.slice(0, term.to.length) <= term.to);

const sameOffice = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Of holders whose vague terms meet in one month, the one who came last. */
const latestFirst = (office: string) => (a: LexiconEntry, b: LexiconEntry) =>
  latestStart(b, office).localeCompare(latestStart(a, office));

const latestStart = (person: LexiconEntry, office: string): string =>
  (person.terms ?? [])
    .filter((term) => sameOffice(term.office, office))
    .reduce((latest, term) => (term.from !== null && term.from > latest ? term.from : latest), '');

/** A compiled lexicon made ready: names indexed, entries read when they are asked for. */
const openLayer = (compiled: CompiledLexicon) => {
  const ids = compiled.ids === '' ? [] : compiled.ids.split('\n');
  const lines = compiled.entries.split('\n');
  const read: (LexiconEntry | undefined)[] = [];
  return {
    ids,
    people: compiled.people,
    offices: compiled.offices,
    equipment: compiled.equipment,
    names: new NameIndex(compiled.names),
    officeNames: new NameIndex(compiled.officeNames),
    equipmentNames: new NameIndex(compiled.equipmentNames),
    entry: (number: number): LexiconEntry => {
      read[number] ??= JSON.parse(lines[number] as string) as LexiconEntry;
      return read[number];
    },
  };
};

type Layer = ReturnType<typeof openLayer>;

/** Further compiled entries are laid over the base: an id of the base is replaced, a name leads to the newcomer first. */
export const createLexicon = (base: CompiledLexicon, ...overlays: readonly CompiledLexicon[]): Lexicon => {
  // The newest layer comes first: what it says of an id or a name holds before what lies under it.
  const layers = [base, ...overlays].map(openLayer).reverse();
  const places = new Map<string, readonly [layer: Layer, number: number]>();
  for (const layer of layers)
    layer.ids.forEach((id, number) => {
      if (!places.has(id)) places.set(id, [layer, number]);
    });
  const byId = (id: string): LexiconEntry | undefined => {
    const place = places.get(id);
    return place?.[0].entry(place[1]);
  };

  const peopleOf = (country: string): LexiconEntry[] => {
    const ids = new Set(
      layers.flatMap((layer) => (layer.people[country] ?? []).map((number) => layer.ids[number] as string)),
    );
    return [...ids].map((id) => byId(id) as LexiconEntry);
  };

  const sensesOf = (layer: Layer, values: readonly number[], raw: readonly string[] | null) => {
    const senses: NameSense[] = [];
    for (const value of values) {
      const { entry, role, caseClass } = readSenseNumber(value);
      if (raw !== null && !capitalsFit(caseClass, raw)) continue;
      senses.push({ entry: byId(layer.ids[entry] as string) as LexiconEntry, role });
    }
    return senses;
  };

  const namesAt = ({ raw, keys }: Words, from: number): NameMatch[] => {
    const matches: { length: number; senses: NameSense[] }[] = [];
    for (const layer of layers) {
      for (const hit of layer.names.at(keys, from)) {
        const senses = sensesOf(layer, hit.values, raw.slice(from, from + hit.length));
        if (senses.length === 0) continue;
        const same = matches.find((match) => match.length === hit.length);
        if (same === undefined) matches.push({ length: hit.length, senses });
        else same.senses.push(...senses.filter((sense) => !same.senses.some((one) => one.entry.id === sense.entry.id)));
      }
    }
    return matches.length > 1 ? matches.sort((a, b) => b.length - a.length) : matches;
  };

  const named = (name: string): NameSense[] =>
    layers.flatMap((layer) => sensesOf(layer, layer.names.get(nameKey(name)) ?? [], null));

  const holders = (country: string, office: string, day: string | null): LexiconEntry[] => {
    const all = peopleOf(country).filter((person) => person.terms?.some((term) => sameOffice(term.office, office)));
    const at = all.filter((person) =>
      person.terms?.some(
        (term) => sameOffice(term.office, office) && (day === null ? term.to === null : termIncludes(term, day)),
      ),
    );
    return at.sort(latestFirst(office));
  };

  return {
    size: places.size,
    entry: byId,
    namesAt,
    named,
    officesAt: ({ keys }, from) =>
      layers.flatMap((layer) =>
        layer.officeNames.at(keys, from).map(
          (hit): OfficeMatch => ({
            length: hit.length,
            offices: hit.values.map((value) => layer.offices[value] as Office),
          }),
        ),
      ),
    equipmentAt: ({ keys }, from) =>
      layers.flatMap((layer) =>
        layer.equipmentNames.at(keys, from).map(
          (hit): EquipmentMatch => ({
            length: hit.length,
            equipment: layer.equipment[hit.values[0] as number] as EquipmentMatch['equipment'],
          }),
        ),
      ),
    stateOfDemonym: (word) =>
      named(word).find((sense) => sense.role === 'demonym' && sense.entry.kind === 'state')?.entry,
    stateOfCapital: (name) => {
      for (const { entry, role } of named(name)) {
        if (role === 'seat') return entry;
        if (role === 'capital' && entry.standsFor !== undefined) return byId(entry.standsFor);
      }
      return undefined;
    },
    holders,
    leader: (country, day) => holders(country, byId(country)?.lead ?? 'president', day)[0],
  };
};
