import { loadData } from '../../../lexicon/index.ts';
import { SECTORS, type Sector } from '../../../model/index.ts';

/** What a common noun names, as far as actors are concerned. */
export type NounKind = 'person' | 'group' | 'state' | 'place' | 'time';

export interface NounClass {
  readonly kind: NounKind;
  readonly sector?: Sector;
}

type Lists = Readonly<Record<string, string>>;
interface NounData {
  readonly person: Lists;
  readonly group: Lists;
  readonly state: Lists;
  readonly place: Lists;
  readonly time: Lists;
  readonly relational: string;
  readonly nobody: string;
  readonly local: string;
  readonly parts: string;
  readonly 'name-heads': Lists;
  readonly 'place-heads': string;
  readonly 'event-heads': string;
  readonly titles: string;
  readonly 'female-titles': string;
  readonly 'male-titles': string;
  readonly 'female-nouns': string;
  readonly 'male-nouns': string;
  readonly 'common-surnames': string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const isSector = (code: string): code is Sector => (SECTORS as readonly string[]).includes(code);

const classes = (lists: Lists, kind: NounKind): (readonly [string, NounClass])[] =>
  Object.entries(lists).flatMap(([sector, words]) =>
    [...set(words)].map((word) => [word, { kind, ...(isSector(sector) ? { sector } : {}) }] as const),
  );

const build = () => {
  const data = loadData<NounData>('actor-nouns');
  const given = loadData<{ readonly he: string; readonly she: string }>('given-names');
  return {
    // The first kind that claims a noun keeps it: later lists are set first.
    nouns: new Map<string, NounClass>([
      ...classes(data.time, 'time'),
      ...classes(data.place, 'place'),
      ...classes(data.state, 'state'),
      ...classes(data.group, 'group'),
      ...classes(data.person, 'person'),
    ]),
    relational: set(data.relational),
    nobody: set(data.nobody),
    local: set(data.local),
    parts: set(data.parts),
    nameHeads: new Map(
      Object.entries(data['name-heads'])
        .reverse()
        .flatMap(([sector, words]) => [...set(words)].map((word) => [word, sector as Sector] as const)),
    ),
    placeHeads: set(data['place-heads']),
    eventHeads: set(data['event-heads']),
    titles: set(data.titles),
    femaleTitles: set(data['female-titles']),
    maleTitles: set(data['male-titles']),
    femaleNouns: set(data['female-nouns']),
    maleNouns: set(data['male-nouns']),
    commonSurnames: set(data['common-surnames']),
    he: set(given.he),
    she: set(given.she),
  };
};

let built: ReturnType<typeof build> | undefined;

/** The word lists of `actor-nouns.yaml` and `given-names.yaml`, read at first use. */
export const nounLists = (): ReturnType<typeof build> => {
  built ??= build();
  return built;
};

const PERSON_ENDING = /(?:[a-z]{3}ists?|(?:wo)?m[ae]n|[a-z]{4}ians?)$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'person',
  media: 'media',
  strongmen: 'strongman',
  mps: 'mp',
};

/** The singular of a noun that the lemma may have left in the plural. */
export const singular = (lemma: string): string => {
  const word = lemma.toLowerCase();
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  return word.endsWith('men') && word.length > 4 ? word.replace(/men$/, 'man') : word;
};

export const nounClass = (lemma: string): NounClass | undefined => {
  const word = singular(lemma);
  const { nouns } = nounLists();
  const known = nouns.get(word) ?? (word.endsWith('s') ? nouns.get(word.slice(0, -1)) : undefined);
  if (known !== undefined) return known;
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) return nounClass(word.slice(hyphen + 1));
  return PERSON_ENDING.test(word) ? { kind: 'person', sector: 'CVL' } : undefined;
};
