import type { ActorKind, Sector } from '../model/index.ts';

/** A stretch of office. Dates are as exact as known (`2000`, `2000-05`, `2000-05-07`); `to` is null while it lasts. */
export interface Term {
  /** An office of `offices.yaml` by its id, else free words. */
  readonly office: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Something that can act or be acted upon and that has a name of its own. */
export interface LexiconEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly sector?: Sector;
  /** Offices held, for people. */
  readonly terms?: readonly Term[];
  /** The name by which a person is called after the first mention. */
  readonly short?: string;
  readonly pronoun?: 'he' | 'she';
  /** What is disputed about a state or place, in neutral words. */
  readonly disputed?: string;
  /** For a place: the state whose government is meant when the place is said to speak or act. */
  readonly standsFor?: string;
  /** For a state: the office that "the … leader" means. */
  readonly lead?: string;
  /** For a state: its first demonym, as an adjective ("Russian"). */
  readonly adjective?: string;
  /** For a territory: the state that administers it. */
  readonly parent?: string;
}

/** How a name names its entry. */
export const NAME_ROLES = ['name', 'historical', 'demonym', 'capital', 'seat', 'short'] as const;
export type NameRole = (typeof NAME_ROLES)[number];

/** One meaning of a name. */
export interface NameSense {
  readonly entry: LexiconEntry;
  readonly role: NameRole;
}

/** A name found in a run of words: how many words it takes and all that it may mean, the likeliest first. */
export interface NameMatch {
  readonly length: number;
  readonly senses: readonly NameSense[];
}

/** An office found in a run of words. */
export interface OfficeMatch {
  readonly length: number;
  /** Offices that these words may mean; more than one where states use the same words for different offices. */
  readonly offices: readonly Office[];
}

export interface Office {
  readonly id: string;
  readonly sector: Sector;
  /** Lower is higher: 1 head of state or government, 2 minister, 3 other. */
  readonly rank: number;
  /** Only in these states; everywhere when absent. */
  readonly countries?: readonly string[];
}

/** A weapon or other item of the ledger. */
export interface Equipment {
  readonly id: string;
  readonly name: string;
  /** Class of the item: `missile`, `aircraft`, `drone`, … */
  readonly kind: string;
  /** The singular noun that is counted: `launcher`, `missile`, `tank`. */
  readonly noun: string;
  readonly country?: string;
}

export interface EquipmentMatch {
  readonly length: number;
  readonly equipment: Equipment;
}
