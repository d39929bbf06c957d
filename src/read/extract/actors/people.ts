import { type Lexicon, type LexiconEntry, termIncludes } from '../../../lexicon/index.ts';
import { nounLists } from './noun-classes.ts';

/** What the text around a name says about who it may be. */
export interface PersonContext {
  /** `YYYY-MM-DD`, or null where the publication date is unknown. */
  readonly day: string | null;
  /** States that the text names, by code. */
  readonly countries: ReadonlySet<string>;
  /** Ids of people whom the text names in full. */
  readonly named: ReadonlySet<string>;
  /** Surnames, lower case, of people named in full whom the lexicon does not know. */
  readonly strangers: ReadonlySet<string>;
}

const AFTERGLOW_MONTHS = 18;
const ENOUGH = 4;

const monthsAfter = (day: string, end: string): number => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7) || '1')];
  return (year - Number(end.slice(0, 4))) * 12 + month - Number(end.slice(5, 7) || '12');
};

/** How well a short name ("Putin") fits a person: in office, named in full, of a state that the text is about. */
const plausibility = (person: LexiconEntry, context: PersonContext, unique: boolean, lexicon: Lexicon): number => {
  if (context.named.has(person.id)) return 20;
  if (context.strangers.has((person.short ?? person.name.split(' ').at(-1) ?? '').toLowerCase())) return 0;
  let score = 0;
  const terms = person.terms ?? [];
  const { day } = context;
  if (day === null) {
    if (terms.some((term) => term.to === null)) score += 3;
    if (leads(person, lexicon)) score += 1;
  } else if (terms.some((term) => termIncludes(term, day))) score += 4;
  else if (terms.some((term) => term.to !== null && isRecent(day, term.to))) score += 2;
  if (person.country !== undefined && context.countries.has(person.country)) score += 2;
  if (unique) score += nounLists().commonSurnames.has(person.short ?? '') ? 0 : 4;
  else if (nounLists().commonSurnames.has(person.short ?? '')) score -= 1;
  return score;
};

const isRecent = (day: string, end: string): boolean => {
  const months = monthsAfter(day, end);
  return months >= 0 && months <= AFTERGLOW_MONTHS;
};

const holdsTitle = (person: LexiconEntry, titles: readonly string[]): boolean =>
  (person.terms ?? []).some(({ office }) => titles.some((title) => office === title || office.endsWith(` ${title}`)));

const leads = (person: LexiconEntry, lexicon: Lexicon): boolean => {
  const lead = person.country === undefined ? undefined : lexicon.entry(person.country)?.lead;
  return (person.terms ?? []).some(({ office }) => office === lead);
};

const lastStart = (person: LexiconEntry): string =>
  (person.terms ?? []).reduce((latest, { from }) => (from !== null && from > latest ? from : latest), '');

/** False of a man called "Mrs." and a woman called "Mr.". */
const bearsTitles = (person: LexiconEntry, titles: readonly string[]): boolean => {
  const { maleTitles, femaleTitles, she, he } = nounLists();
  const given = person.name.split(' ')[0] as string;
  const female = person.pronoun === 'she' || (person.pronoun === undefined && she.has(given) && !he.has(given));
  const male = person.pronoun === 'he' || (person.pronoun === undefined && he.has(given) && !she.has(given));
  return !titles.some((title) => (female && maleTitles.has(title)) || (male && femaleTitles.has(title)));
};

/**
 * Whom a short name means: the one who fits best, if well enough; of equals the one who leads a state, then the latest.
 *
 * @param titles that stand with the name, lower case: they rule out most that is no person of public life, and a holder of
 *   that very office comes first
 */
export const personByShortName = (
  bearers: readonly LexiconEntry[],
  context: PersonContext,
  titles: readonly string[],
  lexicon: Lexicon,
): LexiconEntry | undefined => {
  const people = bearers.filter((person) => titles.length === 0 || bearsTitles(person, titles));
  const ranked = people
    .map((person) => ({
      person,
      score:
        plausibility(person, context, people.length === 1, lexicon) +
        (titles.length > 0 ? 1 : 0) +
        (holdsTitle(person, titles) ? 3 : 0),
    }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(leads(b.person, lexicon)) - Number(leads(a.person, lexicon)) ||
        lastStart(b.person).localeCompare(lastStart(a.person)),
    );
  const best = ranked[0];
  return best !== undefined && best.score >= ENOUGH ? best.person : undefined;
};

/** Of people with the same full name (the two George Bushes, the kings Abdullah): in office at the day, of a state of the text, or the last. */
export const personByFullName = (people: readonly LexiconEntry[], context: PersonContext): LexiconEntry | undefined => {
  if (people.length < 2) return people[0];
  const { day } = context;
  const score = (person: LexiconEntry): number => {
    const terms = person.terms ?? [];
    const inOffice = terms.some((term) => (day === null ? term.to === null : termIncludes(term, day)));
    const begun = day === null || terms.some(({ from }) => from !== null && from <= day);
    const near = person.country !== undefined && context.countries.has(person.country);
    return (inOffice ? 4 : 0) + (near ? 2 : 0) + (begun ? 1 : 0);
  };
  return [...people].sort((a, b) => score(b) - score(a) || lastStart(b).localeCompare(lastStart(a)))[0];
};
