import type { NameRole, Term } from '../entry.ts';
import { slug } from '../words.ts';
import { DataError, type NamedEntry, parseTerm } from './entries.ts';

/** Country code → full name → the line that `people-*.yaml` explains at its head. */
export type PeopleSource = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface PersonLine {
  readonly terms: readonly Term[];
  readonly also: readonly string[];
  readonly short: string | undefined;
  readonly pronoun: 'he' | 'she' | undefined;
}

const parsePersonLine = (line: string): PersonLine => {
  const terms: Term[] = [];
  const also: string[] = [];
  let short: string | undefined;
  let pronoun: 'he' | 'she' | undefined;
  for (const part of line.split(';').map((text) => text.trim())) {
    if (part === '') continue;
    if (part === 'she' || part === 'he') pronoun = part;
    else if (part.startsWith('also ')) also.push(part.slice(5).trim());
    else if (part.startsWith('as ')) short = part.slice(3).trim();
    else terms.push(parseTerm(part));
  }
  return { terms, also, short, pronoun };
};

const lastWord = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

const ROMAN = /^[IVX]+$/;

/** The name a person goes by after the first mention: the last word, unless the line says otherwise. */
const shortNameOf = (name: string, line: PersonLine): string =>
  line.short ?? (ROMAN.test(lastWord(name)) ? name : lastWord(name));

const personEntry = (country: string, name: string, text: string): NamedEntry => {
  const line = parsePersonLine(text);
  const short = shortNameOf(name, line);
  const names: (readonly [string, NameRole])[] = [[name, 'name']];
  for (const other of line.also) names.push([other, other.includes(' ') ? 'name' : 'short']);
  if (short !== name) names.push([short, 'short']);
  // "Kim Jong-un" and "Kim Jong Un" are one name to the look-up; "Erdogan" out of "Recep Tayyip Erdogan" is the short one.
  return {
    entry: {
      id: `per-${slug(name)}`,
      name,
      kind: 'person',
      ...(country === 'international' ? {} : { country }),
      sector: sectorOfTerms(line.terms),
      terms: line.terms,
      short,
      ...(line.pronoun === undefined ? {} : { pronoun: line.pronoun }),
    },
    names,
  };
};

const SECTOR_SIGNS = [
  [
    /rebel|militia|khmer rouge leader|guerrilla|hezbollah|hamas|houthi|al-qaida|islamic state|taliban|gang|warlord/i,
    'REB',
  ],
  [/opposition|activist|dissident/i, 'OPP'],
  [
    /\b(?:NATO|UN|EU|OAS|OPEC|IAEA|WHO|IMF|World Bank|European|Arab League|African Union|OSCE|ASEAN|Commonwealth|WTO)\b|high representative/i,
    'IGO',
  ],
  [/army|navy|air force|general staff|commander|military|joint chiefs|quds|forces/i, 'MIL'],
  [/intelligence|security service|spy|CIA|KGB|FSB|SBU|Mossad/, 'SPY'],
  [/speaker|senator|member of parliament|congress|majority leader|minority leader|lawmaker/i, 'LEG'],
  [/party|political/i, 'PTY'],
  [/cleric|patriarch|archbishop|dalai lama/i, 'REL'],
  [/businessman|chief executive of|company/i, 'BUS'],
] as const;

const sectorOfTerms = (terms: readonly Term[]) => {
  const last = terms[terms.length - 1]?.office ?? '';
  return SECTOR_SIGNS.find(([sign]) => sign.test(last))?.[1] ?? 'GOV';
};

export const peopleEntries = (source: PeopleSource): NamedEntry[] =>
  Object.entries(source).flatMap(([country, people]) =>
    Object.entries(people).map(([name, line]) => {
      if (typeof line !== 'string')
        throw new DataError(`${name}: one line of terms is expected, such as "president 2012-05/"`);
      return personEntry(country, name, line);
    }),
  );
