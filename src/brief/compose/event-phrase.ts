import {
  type Claim,
  type EventStatus,
  type EventType,
  type Interval,
  type Quantity,
  RECIPROCAL_TYPES,
} from '../../model/index.ts';
import { isPlural } from './agreement.ts';
import { dayNumber, intervalAdverb } from './date-phrase.ts';
import { SUFFERED, TRIGGER_PATTERNS, TYPE_PATTERNS } from './event-verbs.ts';
import { figurePhrase } from './figure-phrase.ts';
import { ingForm, participle, pastForm, thirdPerson, verbForms } from './inflection.ts';
import type { Naming } from './naming.ts';
import { enumerate } from './prose.ts';

/** What the grammar needs to know of an event, whether one claim or several merged. */
export interface Happening {
  readonly type: EventType;
  readonly status: EventStatus;
  readonly happened: number;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly when?: Interval | undefined;
  readonly where?: string | undefined;
  /** The words that set the coding off: they choose the verb. */
  readonly trigger: string;
  readonly quantities: readonly Quantity[];
  /** The actor who says so, when it is one: "North Korea denies having sent …". */
  readonly speaker?: string | undefined;
}

type Names = Pick<Naming, 'record' | 'actor'>;

const DAYS_THAT_DATE_AN_EVENT = 366;
/** At or above it the text takes the event for a fact; under it, only as probable or possible. */
const TAKEN_FOR_FACT = 0.3;
const MOST_PARTIES = 4;

const nounForms = (noun: string): readonly string[] => [
  noun,
  noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`,
];

const formIndex = (type: EventType): ReadonlyMap<string, string> => {
  const index = new Map<string, string>();
  for (const head of Object.keys(TRIGGER_PATTERNS[type]))
    for (const form of [...verbForms(head), ...nounForms(head)]) if (!index.has(form)) index.set(form, head);
  return index;
};

const indices = new Map<EventType, ReadonlyMap<string, string>>();

/** The table's head for the trigger: its last word that the table knows ("had sent" → send). */
const triggerHead = (type: EventType, trigger: string): string | undefined => {
  const index = indices.get(type) ?? formIndex(type);
  indices.set(type, index);
  const words = trigger.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words
    .reverse()
    .map((word) => index.get(word))
    .find((head) => head !== undefined);
};

/** Drops a state beside a person or organisation of that state: "Putin and Russia" is one party. */
const withoutOwnState = (ids: readonly string[], naming: Names): string[] => {
  const parts = ids.map((id) => naming.record(id));
  const countries = new Set(parts.filter((part) => part && part.kind !== 'state').map((part) => part?.country));
  return ids.filter((_, index) => {
    const part = parts[index];
    return !(part?.kind === 'state' && part.country !== undefined && countries.has(part.country));
  });
};

interface Parties {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

const POSSESSIVE = /^(?:his|her|its|their|our|my) /i;

/** "Nancy Pelosi and her family", not the other way round. */
const ownersFirst = (ids: readonly string[], naming: Names): string[] => {
  const isOwned = (id: string): boolean => POSSESSIVE.test(naming.actor(id));
  return [...ids.filter((id) => !isOwned(id)), ...ids.filter(isOwned)];
};

/** Who acts and on whom, without loops: nobody acts on himself, nor a leader on his own state. */
const partiesOf = (happening: Happening, naming: Names): Parties => {
  const sources = ownersFirst(withoutOwnState([...new Set(happening.sources)], naming), naming);
  const countryOf = (id: string): string | undefined => naming.record(id)?.country;
  const own = new Set(sources.map(countryOf).filter((country) => country !== undefined));
  const others = [...new Set(happening.targets)].filter((id) => !sources.includes(id));
  const targets = ownersFirst(withoutOwnState(others, naming), naming).filter((id) => {
    const country = countryOf(id);
    return country === undefined || !own.has(country) || naming.record(id)?.kind === 'person';
  });
  if (sources.length > 0) return { sources, targets };
  return RECIPROCAL_TYPES.has(happening.type) ? { sources: targets, targets: [] } : { sources, targets };
};

const figures = (quantities: readonly Quantity[]): string => {
  const [first, ...rest] = quantities.filter(({ unit }) => unit !== 'mm' && unit !== 'percent').slice(0, 3);
  if (!first) return '';
  return figurePhrase(first) + (rest.length > 0 ? ` (${rest.map(figurePhrase).join(', ')})` : '');
};

const fill = (pattern: string, slots: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w)\}/g, (_, slot: string) => slots[slot] ?? '');

const verbPhrase = (happening: Happening, targets: string): string => {
  const head = triggerHead(happening.type, happening.trigger);
  const slots: Record<string, string> = { T: targets, Q: figures(happening.quantities) };
  const patterns = [...((head && TRIGGER_PATTERNS[happening.type][head]) || []), ...TYPE_PATTERNS[happening.type]];
  const pattern =
    patterns.find((one) => [...one.matchAll(/\{(\w)\}/g)].every((slot) => slots[slot[1] as string])) ?? '';
  return fill(pattern, slots);
};

const inflect = (phrase: string, form: (verb: string) => string): string => {
  const space = phrase.indexOf(' ');
  return space < 0 ? form(phrase) : form(phrase.slice(0, space)) + phrase.slice(space);
};

const arePlural = (sources: readonly string[], naming: Names): boolean => {
  if (sources.length !== 1) return sources.length > 1;
  const [id = ''] = sources;
  return naming.record(id)?.kind === 'group' && isPlural(naming.actor(id));
};

/** The predicate in the tense and mood that the status calls for. */
const predicate = (phrase: string, happening: Happening, plural: boolean): string => {
  switch (happening.status) {
    case 'occurred':
      return happening.happened >= TAKEN_FOR_FACT
        ? inflect(phrase, pastForm)
        : `may have ${inflect(phrase, participle)}`;
    case 'ongoing':
      return happening.happened >= TAKEN_FOR_FACT
        ? `${plural ? 'are' : 'is'} ${inflect(phrase, ingForm)}`
        : `may be ${inflect(phrase, ingForm)}`;
    case 'planned':
      return `${plural ? 'plan' : 'plans'} to ${phrase}`;
    case 'threatened':
      return `threatened to ${phrase}`;
    case 'denied':
      return happening.speaker && happening.sources.includes(happening.speaker)
        ? `${inflect('deny', plural ? (verb) => verb : thirdPerson)} having ${inflect(phrase, participle)}`
        : `did not ${phrase}`;
    case 'conditional':
      return `would ${phrase} under a stated condition`;
    case 'hypothetical':
      return `might ${phrase}`;
  }
};

const adverb = (when: Interval | undefined): string => {
  if (!when) return '';
  if (when.from && when.to) {
    if (dayNumber(when.to) - dayNumber(when.from) > DAYS_THAT_DATE_AN_EVENT) return '';
  }
  const words = intervalAdverb(when);
  return words ? ` ${words}` : '';
};

/** "More than 100 soldiers were killed": what befell the targets, where nobody is named who did it; null where it cannot be said so. */
const passiveClause = (happening: Happening, targets: readonly string[], naming: Names): string | null => {
  const head = triggerHead(happening.type, happening.trigger);
  if (!head || happening.status !== 'occurred' || happening.happened < TAKEN_FOR_FACT || targets.length === 0)
    return null;
  const people = targets.every((id) => ['person', 'group'].includes(naming.record(id)?.kind ?? ''));
  if (!SUFFERED.anybody.has(head) && !(people && SUFFERED.people.has(head))) return null;
  const be = arePlural(targets, naming) ? 'were' : 'was';
  return `${enumerate(targets.map(naming.actor), MOST_PARTIES)} ${be} ${participle(head)}`;
};

/**
 * A coded event as an English clause, without full stop: "North Korea sent 7,000 containers to Russia by 31 March 2024".
 * It says what a text says; who says so is for the caller to add. Null where the coding names no party to speak of.
 */
export const eventClause = (happening: Happening, naming: Names): string | null => {
  const { sources, targets } = partiesOf(happening, naming);
  if (sources.length === 0) {
    const suffered = passiveClause(happening, targets, naming);
    return suffered && suffered + adverb(happening.when);
  }
  const named = (ids: readonly string[]): string => enumerate(ids.map(naming.actor), MOST_PARTIES);
  const place =
    happening.where && ![...sources, ...targets].includes(happening.where)
      ? ` in ${naming.actor(happening.where)}`
      : '';
  const phrase = verbPhrase(happening, named(targets));
  return `${named(sources)} ${predicate(phrase, happening, arePlural(sources, naming))}${place}${adverb(happening.when)}`;
};

/** Whether the trigger itself chose the verb; if not, the clause says no more than the type does. */
export const isClose = ({ type, trigger }: Happening): boolean => triggerHead(type, trigger) !== undefined;

/** The coding as a label, where a sentence would say more than the text: "Russia – North Korea: support in words". */
export const eventLabel = (happening: Happening, naming: Names): string | null => {
  const { sources, targets } = partiesOf(happening, naming);
  const named = (ids: readonly string[]): string => enumerate(ids.map(naming.actor), MOST_PARTIES);
  const parties = [sources, targets].filter((side) => side.length > 0).map(named);
  return parties.length === 0 ? null : `${parties.join(' – ')}: ${TYPE_LABELS[happening.type]}`;
};

/** The happening that one claim tells. */
export const happeningOf = (claim: Claim, quantities: readonly Quantity[]): Happening => ({
  type: claim.type,
  status: claim.status,
  happened: claim.happened,
  sources: claim.sources,
  targets: claim.targets,
  when: claim.when,
  where: claim.where,
  trigger: claim.trigger.quote,
  quantities,
  speaker: claim.holder.kind === 'actor' ? claim.holder.actor : undefined,
});

export const TYPE_LABELS: Readonly<Record<EventType, string>> = {
  AGREE: 'agreement',
  CONSULT: 'talks',
  SUPPORT: 'support in words',
  COOPERATE: 'cooperation',
  AID: 'aid or transfer',
  YIELD: 'concession',
  REQUEST: 'request',
  ACCUSE: 'criticism',
  REJECT: 'rejection',
  THREATEN: 'threat',
  PROTEST: 'protest',
  SANCTION: 'punitive measure',
  MOBILIZE: 'military move',
  COERCE: 'coercion',
  ASSAULT: 'use of force',
};

export const STATUS_LABELS: Readonly<Record<EventStatus, string>> = {
  occurred: 'said to have happened',
  ongoing: 'said to be under way',
  planned: 'said to be planned',
  threatened: 'threatened',
  denied: 'said not to have happened',
  conditional: 'tied to a condition',
  hypothetical: 'only considered',
};
