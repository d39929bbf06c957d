import {
  defaultEventLexicon,
  type EventLexicon,
  type Lexicon,
  normaliseWord,
  openLexicon,
} from '../../lexicon/index.ts';
import type { EventType, Hypothesis, Question } from '../../model/index.ts';
import { stem, type Term, termsOf } from './terms.ts';

/** What a claim must have to do with a hypothesis to bear on it. */
export interface Profile {
  /** Words of the hypothesis and its own terms, by stem. */
  readonly terms: ReadonlyMap<string, string>;
  /** Subjects that its words belong to: class of the event lexicon → stems of the class. */
  readonly subjects: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of actors and codes of states that it names and the question does not. */
  readonly actors: ReadonlySet<string>;
  /** Those that the question names. */
  readonly questionActors: ReadonlySet<string>;
  /** Event types that its nouns tell, with the noun. */
  readonly types: ReadonlyMap<EventType, string>;
}

/** Classes of the event lexicon that are subjects of their own; the others only serve its rules. */
const SUBJECTS = ['arms', 'troops', 'sanctions', 'agreement', 'exercise'] as const;

/** A noun that tells of several kinds of event tells of none for sure. */
const MOST_TYPES = 2;

const actorsIn = (text: string, lexicon: Lexicon) => {
  const raw = text.replace(/['’]s\b/g, '').match(/[\p{L}\p{N}.]+/gu) ?? [];
  const words = { raw, keys: raw.map(normaliseWord) };
  const ids = new Set<string>();
  const stems = new Set<string>();
  for (let at = 0; at < raw.length; at++) {
    const [match] = lexicon.namesAt(words, at);
    const entry = match?.senses[0]?.entry;
    if (!match || !entry) continue;
    ids.add(entry.id);
    const state = entry.kind === 'place' ? entry.standsFor : undefined;
    for (const one of [state, entry.country]) if (one !== undefined) ids.add(one);
    for (let inner = at; inner < at + match.length; inner++) stems.add(stem(raw[inner] as string));
    at += match.length - 1;
  }
  return { ids, stems };
};

const typesOf = (terms: readonly Term[], { nouns, verbs, nominalisations }: EventLexicon) => {
  const types = new Map<EventType, string>();
  for (const { word } of terms) {
    const noun = word.toLowerCase();
    const frames = [noun, noun.replace(/ies$/, 'y'), noun.replace(/s$/, '')].flatMap((form) => [
      ...(nouns.get(form) ?? []),
      ...(verbs.get(nominalisations.get(form) ?? '') ?? []),
    ]);
    const told = new Set(frames.flatMap(({ type }) => type ?? []));
    if (told.size <= MOST_TYPES) for (const type of told) if (!types.has(type)) types.set(type, word);
  }
  return types;
};

export const profileOf = (hypothesis: Hypothesis, question: Question): Profile => {
  const lexicon = openLexicon();
  const events = defaultEventLexicon();
  const text = [hypothesis.text, ...(hypothesis.terms ?? [])].join(' . ');
  const own = actorsIn(text, lexicon);
  const asked = actorsIn(question.text, lexicon).ids;
  const terms = termsOf(text).filter(({ stem: key }) => !own.stems.has(key));
  const subjects = new Map<string, ReadonlySet<string>>();
  for (const name of SUBJECTS) {
    const members = new Set([...(events.classes.get(name) ?? [])].map(stem));
    if (terms.some(({ stem: key }) => members.has(key))) subjects.set(name, members);
  }
  return {
    terms: new Map(terms.map(({ stem: key, word }) => [key, word])),
    subjects,
    actors: new Set([...own.ids].filter((id) => !asked.has(id))),
    questionActors: asked,
    types: typesOf(terms, events),
  };
};
