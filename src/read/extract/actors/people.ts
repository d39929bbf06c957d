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

const leads = (person: LexiconEntry, lexicon: Lexicon): boolean => {
  const lead = person.country === undefined ? undefined : lexicon.entry(person.country)?.lead;
  return (person.terms ?? []).some(({ office }) => office === lead);
};

const lastStart = (person: LexiconEntry): string =>
  (person.terms ?? []).reduce((latest, { from }) => (from !== null && from > latest ? from : latest), '');

/**
 * Whom a short name means: the one who fits best, if well enough; of equals the one who leads a state, then the latest.
 *
 * @param titled the name stands with a title or office, which rules out most that is no person of public life
 */
export const personByShortName = (
  people: readonly LexiconEntry[],
  context: PersonContext,
  titled: boolean,
  lexicon: Lexicon,
): LexiconEntry | undefined => {
  const ranked = people
    .map((person) => ({
      person,
      score: plausibility(person, context, people.length === 1, lexicon) + (titled ? 1 : 0),
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

/** Of people with the same full name (the two George Bushes), the one in office at the day or the last before it. */
export const personByDay = (people: readonly LexiconEntry[], day: string | null): LexiconEntry | undefined => {
  if (people.length < 2 || day === null) return people[people.length - 1] ?? people[0];
  const started = people.filter((person) => (person.terms ?? []).some(({ from }) => from !== null && from <= day));
  return started.sort((a, b) => lastStart(b).localeCompare(lastStart(a)))[0] ?? people[0];
};
