import type { EventType } from '../model/index.ts';
import { loadData } from './data.ts';
import { type Words, wordList } from './word-list.ts';

/** A word that stands for one of a set, as `object:`, `with:` and `modifier:` name them. */
export type WordSet = ReadonlySet<string> | 'any';

/** Where a party of an event stands: a grammatical role or a preposition. */
export type PartyPlace = string;

/** A complement that a frame or operator needs: an infinitive, a that-clause, a gerund, an event noun, or a preposition before either. */
export type ComplementKind = string;

/** A head word with the company that makes it tell an event of one type, or (type null) that keeps it from telling one. */
export interface EventFrame {
  readonly id: string;
  readonly head: string;
  readonly pos: 'verb' | 'noun';
  /** Words that must hang on the head, in order: particles, prepositions, an idiom's noun. */
  readonly tail: readonly string[];
  readonly type: EventType | null;
  readonly object?: WordSet;
  readonly modifier?: WordSet;
  readonly with?: readonly { readonly preposition: string; readonly words: WordSet }[];
  readonly complement?: ComplementKind;
  readonly subject?: WordSet;
  readonly target: readonly PartyPlace[];
  readonly source: readonly PartyPlace[];
  readonly reciprocal: boolean;
  readonly place: boolean;
  /** The target is whom the deed touches even where the type answers a deed: "investigate". */
  readonly patient: boolean;
}

/** A verb that only carries an event noun ("hold talks"); swapped where its subject suffers the event ("face criticism"). */
export interface LightVerb {
  readonly head: string;
  readonly tail: readonly string[];
  readonly swapped: boolean;
}

export type OperatorStatus = 'occurred' | 'ongoing' | 'planned' | 'threatened' | 'denied' | 'hypothetical';

/** A word over another event: "agreed to supply", "refusal to meet", "accused of shelling". */
export interface EventOperator {
  readonly id: string;
  readonly head: string;
  readonly pos: 'verb' | 'noun' | 'adjective';
  readonly tail: readonly string[];
  readonly complement?: ComplementKind;
  /** The event that the operator itself is. */
  readonly act?: EventType;
  /** The event that it is when what follows is hostile. */
  readonly conflict?: EventType;
  readonly status?: OperatorStatus;
  /** Who acts in the event below: the operator's subject, its object, or whoever the lower clause names. */
  readonly party: 'subject' | 'object' | 'below';
  /** The act is one only when what follows is of this class. */
  readonly only?: 'cooperative' | 'conflict';
  readonly alleged: boolean;
}

/** Every word that tells an event, by head lemma. */
export interface EventLexicon {
  readonly verbs: ReadonlyMap<string, readonly EventFrame[]>;
  readonly nouns: ReadonlyMap<string, readonly EventFrame[]>;
  /** Noun → verb: "invasion" → "invade". */
  readonly nominalisations: ReadonlyMap<string, string>;
  readonly light: ReadonlyMap<string, readonly LightVerb[]>;
  readonly operators: ReadonlyMap<string, readonly EventOperator[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Regular inflected forms of the verbs → their lemma, for verbs that the lemma rules do not know. */
  readonly inflections: ReadonlyMap<string, string>;
}

interface RawFrame {
  readonly verb?: Words;
  readonly noun?: Words;
  readonly type?: string;
  readonly object?: Words;
  readonly modifier?: Words;
  readonly with?: Readonly<Record<string, Words>>;
  readonly complement?: string;
  readonly subject?: Words;
  readonly target?: Words;
  readonly source?: Words;
  readonly reciprocal?: boolean;
  readonly place?: boolean;
  readonly patient?: boolean;
}

interface RawOperator {
  readonly verb?: Words;
  readonly noun?: Words;
  readonly adjective?: Words;
  readonly complement?: string;
  readonly act?: EventType;
  readonly conflict?: EventType;
  readonly status?: OperatorStatus;
  readonly party?: 'subject' | 'object' | 'below';
  readonly only?: 'cooperative' | 'conflict';
  readonly alleged?: boolean;
}

/** The shape of `data/events.yaml` and of a case's own file. */
export interface EventLexiconSource {
  readonly classes?: Readonly<Record<string, Words>>;
  /** Verb → the nouns made from it. */
  readonly nominalisations?: Readonly<Record<string, Words>>;
  readonly light?: readonly { readonly verb: Words; readonly subject?: 'target' }[];
  readonly events?: Readonly<Partial<Record<EventType, readonly RawFrame[]>>>;
  readonly operators?: readonly RawOperator[];
}

const list = (words: Words | undefined): readonly string[] => (words === undefined ? [] : wordList(words));

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
};

/** The regular forms of a verb; an irregular one only gains forms that no text has. */
const inflect = (verb: string): readonly string[] => {
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) ? `${verb}${verb.at(-1)}` : verb;
  if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb}ing`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (/(s|x|z|ch|sh)$/.test(verb)) return [`${verb}es`, `${verb}ed`, `${verb}ing`];
  return [`${verb}s`, `${verb}ed`, `${verb}ing`, `${doubled}ed`, `${doubled}ing`];
};

const headAndTail = (phrase: string): { head: string; tail: readonly string[] } => {
  const [head = '', ...tail] = phrase.split(' ');
  return { head, tail };
};

/**
 * Compiles event words, most particular source first: frames of an earlier source are tried before those of a later one,
 * and a class of the same name adds its words.
 */
export const compileEventLexicon = (sources: readonly EventLexiconSource[]): EventLexicon => {
  const classes = new Map<string, Set<string>>();
  for (const source of sources)
    for (const [name, words] of Object.entries(source.classes ?? {})) {
      const known = classes.get(name) ?? new Set<string>();
      for (const word of list(words)) known.add(word);
      classes.set(name, known);
    }
  const wordSet = (words: Words | undefined): WordSet | undefined => {
    if (words === undefined) return undefined;
    const all = new Set<string>();
    for (const word of list(words)) {
      if (word === 'any') return 'any';
      if (!word.startsWith('$')) all.add(word);
      else if (classes.has(word.slice(1))) for (const member of classes.get(word.slice(1)) ?? []) all.add(member);
      // Classes that are no word list ($person, $organisation, $weekday) stay as they are: the matcher knows them.
      else all.add(word);
    }
    return all;
  };

  const verbs = new Map<string, EventFrame[]>();
  const nouns = new Map<string, EventFrame[]>();
  const light = new Map<string, LightVerb[]>();
  const operators = new Map<string, EventOperator[]>();
  const nominalisations = new Map<string, string>();

  const addFrame = (type: string, raw: RawFrame, pos: 'verb' | 'noun', phrase: string): void => {
    // A noun phrase has its head last ("hunger strike"); what stands before it is a modifier.
    const words = phrase.split(' ');
    const nounHead = pos === 'noun' ? (words.at(-1) as string) : '';
    const { head, tail } = pos === 'verb' ? headAndTail(phrase) : { head: nounHead, tail: [] };
    const stated = raw.type ?? type;
    const object = wordSet(raw.object);
    const subject = wordSet(raw.subject);
    const modifier = pos === 'noun' && words.length > 1 ? wordSet(words.slice(0, -1)) : wordSet(raw.modifier);
    push(pos === 'verb' ? verbs : nouns, head, {
      id: `${stated}/${pos}:${phrase}`,
      head,
      pos,
      tail,
      type: stated === 'none' ? null : (stated as EventType),
      ...(object ? { object } : {}),
      ...(modifier ? { modifier } : {}),
      ...(raw.with
        ? {
            with: Object.entries(raw.with).map(([preposition, words]) => ({
              preposition,
              words: wordSet(words) as WordSet,
            })),
          }
        : {}),
      ...(raw.complement ? { complement: raw.complement } : {}),
      ...(subject ? { subject } : {}),
      target: list(raw.target),
      source: raw.source ? list(raw.source) : [],
      reciprocal: raw.reciprocal ?? false,
      place: raw.place ?? false,
      patient: raw.patient ?? false,
    });
  };

  for (const source of sources) {
    for (const [verb, made] of Object.entries(source.nominalisations ?? {}))
      for (const noun of list(made)) if (!nominalisations.has(noun)) nominalisations.set(noun, verb);
    for (const entry of source.light ?? [])
      for (const phrase of list(entry.verb)) {
        const parts = headAndTail(phrase);
        push(light, parts.head, { ...parts, swapped: entry.subject === 'target' });
      }
    for (const [type, frames] of Object.entries(source.events ?? {}))
      for (const raw of frames ?? []) {
        for (const phrase of list(raw.verb)) addFrame(type, raw, 'verb', phrase);
        for (const phrase of list(raw.noun)) addFrame(type, raw, 'noun', phrase);
      }
    for (const raw of source.operators ?? [])
      for (const pos of ['verb', 'noun', 'adjective'] as const)
        for (const phrase of list(raw[pos])) {
          const parts = headAndTail(phrase);
          push(operators, parts.head, {
            id: `operator/${pos}:${phrase}`,
            ...parts,
            pos,
            ...(raw.complement ? { complement: raw.complement } : {}),
            ...(raw.act ? { act: raw.act } : {}),
            ...(raw.conflict ? { conflict: raw.conflict } : {}),
            ...(raw.status ? { status: raw.status } : {}),
            party: raw.party ?? 'subject',
            ...(raw.only ? { only: raw.only } : {}),
            alleged: raw.alleged ?? false,
          });
        }
  }
  const inflections = new Map<string, string>();
  for (const head of [...verbs.keys(), ...light.keys(), ...operators.keys()])
    for (const form of inflect(head)) if (!inflections.has(form)) inflections.set(form, head);
  return { verbs, nouns, nominalisations, light, operators, classes, inflections };
};

let opened: EventLexicon | undefined;

/** The shipped event words, compiled once. */
export const defaultEventLexicon = (): EventLexicon => {
  opened ??= compileEventLexicon([loadData<EventLexiconSource>('events')]);
  return opened;
};
