import type { DocumentKind } from './document.ts';
import type { EventType } from './plover.ts';
import type { ActorKind, Bound, EventStatus, EventTime, Interval, Sector } from './reading.ts';
import type { Span } from './span.ts';

/** The exact words a datum came from. */
export interface Citation {
  /** The id of the reading. */
  readonly document: string;
  readonly span: Span;
  readonly quote: string;
}

/** One document as a source, in the sense of ICD 206: who wrote what kind of text, when. */
export interface SourceRecord {
  readonly document: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly kind: DocumentKind;
  /** Why the kind was taken: given with the document, or inferred from which signs. */
  readonly kindReason: string;
  readonly sha256: string;
  /** How many of its claims rest on a named speaker, an unnamed one, or the author alone. */
  readonly rests: { readonly named: number; readonly unnamed: number; readonly author: number };
}

/**
 * An actor over all documents; without a mention it is the state for which persons or organs act though no document
 * names it. The id is the lexicon's where it has one, else made from name and kind.
 */
export interface SituationActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country?: string;
  readonly sector?: Sector;
  /** Other names that the documents use, most frequent first. */
  readonly aliases: readonly string[];
  readonly mentions: readonly Citation[];
}

/** Who says so: an actor, a speaker whom no actor stands for (in the text's words), or the author of the document. */
export type Holder =
  | { readonly kind: 'actor'; readonly actor: string }
  | { readonly kind: 'unnamed'; readonly words: string }
  | { readonly kind: 'author'; readonly document: string };

/** One event as one document tells it: what is said to have happened, by whom, how surely. */
export interface Claim {
  readonly id: string;
  readonly document: string;
  /** The event's id in that reading. */
  readonly event: string;
  readonly type: EventType;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly status: EventStatus;
  readonly happened: number;
  readonly when?: EventTime;
  readonly where?: string;
  /** The innermost speaker: in “KCNA reported that Kim said …” Kim. */
  readonly holder: Holder;
  /** Through whom the author has it, inside out (KCNA in the example); absent when the holder is quoted at first hand. */
  readonly via?: readonly Holder[];
  readonly trigger: Citation;
  readonly evidence: Citation;
  /** Ids in that reading. */
  readonly quantities: readonly string[];
}

/**
 * Claims of one or more documents that tell the same happening. Hypothetical and conditional claims, and claims that
 * name no party, are in none.
 */
export interface TimelineEntry extends Interval {
  readonly id: string;
  /** The type that most of its claims have. */
  readonly type: EventType;
  /** Parties, at the level of states where persons or organs act for one; the claims name the individuals. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  /** `day` when from = to, `span` for a vague or long time, `none` when no time is known
   * (then `to` is the day of publication, which what is said to have occurred cannot be later than). */
  readonly precision: 'day' | 'span' | 'none';
  /**
   * Of the claims, the one most often given; ties go to the less certain. A plan or threat that a later document
   * reports as carried out is left aside, and so is what a voice has since taken back.
   */
  readonly status: EventStatus;
  /** Mean over the claims, −3 … 3. */
  readonly happened: number;
  readonly claims: readonly string[];
  readonly disputed: boolean;
}

/**
 * A signed, dated tie between two parties, over all happenings that the documents tell of the pair: between states
 * where persons or organs act for one. Denied, conditional and hypothetical claims make no tie.
 */
export interface Tie {
  readonly id: string;
  /** Ids in alphabetical order: a tie has no direction, its claims do. */
  readonly a: string;
  readonly b: string;
  readonly sign: 1 | -1;
  /** 0 … 1: how one-sided the weighted claims are. */
  readonly agreement: number;
  /** Sum of the decayed weights of the happenings of the prevailing sign, unbounded. */
  readonly strength: number;
  /** How many happenings (timeline entries, not claims) of which type. */
  readonly types: readonly { readonly type: EventType; readonly count: number }[];
  /** The actors through whom it runs, other than `a` and `b` themselves: persons and organs in the claims. */
  readonly through?: readonly string[];
  /** Ids of the timeline entries that make the tie. */
  readonly happenings?: readonly string[];
  /** First and last day of the dated happenings; null when none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly claims: readonly string[];
}

export type LedgerKind = 'transfer' | 'pledge' | 'sanction' | 'force' | 'casualty' | 'other';

/** One figure as one document gives it. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly item: string;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly per?: string;
  /**
   * A party, at the level of states. Of a transfer or pledge the giver, of a sanction who imposes it, of a force whose
   * it is, of casualties who inflicts them; of another figure who has it.
   */
  readonly supplier?: string;
  /** Who gets it, is sanctioned, faces the force or suffers the loss. */
  readonly recipient?: string;
  /** All suppliers where there are several; `supplier` is then absent. */
  readonly suppliers?: readonly string[];
  /** All recipients where there are several; `recipient` is then absent. */
  readonly recipients?: readonly string[];
  /** As of when the figure holds. */
  readonly asOf: Interval;
  readonly status: EventStatus;
  readonly holder: Holder;
  readonly document: string;
  readonly citation: Citation;
  readonly claim?: string;
}

/** Figures for the same thing, side by side. */
export interface LedgerGroup {
  readonly id: string;
  readonly kind: LedgerKind;
  readonly item: string;
  readonly unit: string;
  readonly per?: string;
  readonly supplier?: string;
  readonly recipient?: string;
  readonly suppliers?: readonly string[];
  readonly recipients?: readonly string[];
  /** Span over all entries; null where an entry leaves that side open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly entries: readonly string[];
  /** True when two sources give figures that cannot both hold at the same date. */
  readonly rival: boolean;
}

/** One voice says it happened (or will), another denies it. A paper that corrects itself is one voice. */
export interface Dispute {
  readonly id: string;
  readonly type: EventType;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly asserted: readonly string[];
  readonly denied: readonly string[];
}

/** A likelihood that somebody states, with whose it is. */
export interface Estimate {
  readonly id: string;
  readonly document: string;
  readonly phrase: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly about: Citation;
  readonly phraseAt: Citation;
  readonly holder: Holder;
}

export interface OpenCondition {
  readonly id: string;
  readonly document: string;
  /** Who names it; absent in situations of older versions. */
  readonly holder?: Holder;
  readonly condition: Citation;
  readonly consequence?: Citation;
  readonly claims: readonly string[];
}

/** What a speaker is quoted with, over all documents. */
export interface SpeakerRecord {
  readonly holder: Holder;
  readonly statements: readonly {
    readonly document: string;
    readonly kind: 'direct' | 'indirect' | 'mixed';
    /** Where the speaker is said to take it to be so, not to have said it. */
    readonly act?: 'belief';
    readonly cue: string;
    readonly content: Citation;
    /** Words of the source phrase. */
    readonly source: string;
  }[];
}

/** Structural balance of the signed graph (Cartwright & Harary 1956; walk measure: Estrada & Benzi 2014; frustration: Aref & Wilson 2018). */
export interface Balance {
  readonly nodes: number;
  readonly edges: number;
  readonly triads: { readonly ppp: number; readonly ppn: number; readonly pnn: number; readonly nnn: number };
  /** Share of triads that are balanced; null without a triad. */
  readonly triangleBalance: number | null;
  /** Trace ratio of the matrix exponentials, 0 … 1; null for an empty graph. */
  readonly walkBalance: number | null;
  /** The fewest edges to change or drop for balance. */
  readonly frustration: { readonly edges: number; readonly exact: boolean } | null;
}

export interface Coalition {
  readonly id: string;
  readonly members: readonly string[];
}

/** Everything that the documents of a case say, put together. Pure function of the readings and the reference date. */
export interface Situation {
  readonly situation: 1;
  /** The day that "now" means: the latest publication date unless given; ties decay from here. */
  readonly asOf: string | null;
  readonly sources: readonly SourceRecord[];
  readonly actors: readonly SituationActor[];
  readonly claims: readonly Claim[];
  readonly timeline: readonly TimelineEntry[];
  readonly ties: readonly Tie[];
  /** Days after which a claim counts half for a tie. */
  readonly halfLifeDays: number;
  readonly ledger: readonly LedgerEntry[];
  readonly ledgerGroups: readonly LedgerGroup[];
  readonly disputes: readonly Dispute[];
  readonly estimates: readonly Estimate[];
  readonly conditions: readonly OpenCondition[];
  readonly speakers: readonly SpeakerRecord[];
  readonly coalitions: readonly Coalition[];
  readonly balance: Balance;
}
