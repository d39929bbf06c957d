import type { LexiconEntry } from '../../../lexicon/index.ts';
import type { Sector } from '../../../model/index.ts';
import type { Mention } from '../actor-layer.ts';

/** What a phrase stands for. `people` are several persons; `thing` is all that cannot act: objects, ideas, events. */
export type PhraseKind =
  | 'person'
  | 'people'
  | 'group'
  | 'organisation'
  | 'state'
  | 'place'
  | 'time'
  | 'event'
  | 'thing';

/** Pronouns that may stand for it. */
export interface Pronouns {
  readonly he: boolean;
  readonly she: boolean;
  readonly it: boolean;
  readonly they: boolean;
}

/** A noun phrase, name or pronoun of a text: what coreference works on. Most end as no actor's mention. */
export interface Phrase {
  /** Position in the text's list of phrases. */
  readonly index: number;
  readonly sentence: number;
  /** Token indices, half-open: the phrase with all that belongs to it. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly form: Mention['form'];
  readonly kind: PhraseKind;
  readonly pronouns: Pronouns;
  /** Of the lexicon, where the phrase names or describes one. */
  readonly entry?: LexiconEntry;
  /** Phrases with the same key are the same actor. */
  readonly key?: string;
  /**
   * Key of the wider group that the phrase counts some of: "3,000 Russian soldiers" are not "Russian soldiers", but as
   * actors they are the same forces.
   */
  readonly group?: string;
  /** A readable name, for actors that no lexicon knows. */
  readonly name?: string;
  readonly country?: string;
  readonly sector?: Sector;
  /** Words of the name without titles, lower case, for linking short forms to full ones. */
  readonly nameWords?: readonly string[];
  /** Office that the phrase gives: "President Putin", "the foreign minister". */
  readonly office?: string;
  /** Singular head noun, lower case. */
  readonly noun: string;
  /** Lower-case content words before and after the head. */
  readonly modifiers: readonly string[];
  readonly definite: boolean;
  /** Stands before another noun as a part of its compound: "government forces". */
  readonly compound: boolean;
  /** For a coordination: the heads of its conjuncts. It is latent: it counts only when something goes back to it. */
  readonly parts?: readonly number[];
  /** Which rule made it, for `--explain`. */
  readonly rule: string;
}

export const PRONOUNS_OF: Readonly<Record<PhraseKind, Pronouns>> = {
  person: { he: true, she: true, it: false, they: true },
  people: { he: false, she: false, it: false, they: true },
  group: { he: false, she: false, it: true, they: true },
  organisation: { he: false, she: false, it: true, they: true },
  state: { he: false, she: false, it: true, they: true },
  place: { he: false, she: false, it: true, they: false },
  time: { he: false, she: false, it: true, they: false },
  event: { he: false, she: false, it: true, they: false },
  thing: { he: false, she: false, it: true, they: false },
};
