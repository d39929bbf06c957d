import type { Document } from './document.ts';
import type { EventType } from './plover.ts';
import type { Span } from './span.ts';

export const ACTOR_KINDS = ['state', 'person', 'organisation', 'group', 'place'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Sectors after PLOVER's agent codes, as far as the reader tells them apart. */
export const SECTORS = [
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'SPY',
  'COP',
  'OPP',
  'REB',
  'PTY',
  'BUS',
  'MED',
  'CVL',
  'EDU',
  'REL',
  'IGO',
  'NGO',
  'IND',
  'UNK',
] as const;
export type Sector = (typeof SECTORS)[number];

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3 of the state that the actor belongs to or is. */
  readonly country?: string;
  readonly sector?: Sector;
  readonly mentions: readonly Span[];
}

export const EVENT_STATUSES = [
  'occurred',
  'ongoing',
  'planned',
  'threatened',
  'denied',
  'conditional',
  'hypothetical',
] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** Days, first to last, both included, ISO `YYYY-MM-DD`; null where that side is open or unknown. */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

export interface EventTime extends Interval {
  readonly text: string;
}

export interface ReadEvent {
  readonly id: string;
  readonly type: EventType;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly trigger: Span;
  /** The clause or sentence that shows it. */
  readonly evidence: Span;
  readonly status: EventStatus;
  /** −3 (certainly did not happen) … 3 (certainly did): the scale of Universal Decompositional Semantics. */
  readonly happened: number;
  readonly when?: EventTime;
  readonly where?: string;
  readonly quantities: readonly string[];
  /** The attribution whose content holds the event; absent when the author says it. */
  readonly attribution?: string;
}

export interface Attribution {
  readonly id: string;
  readonly source: readonly Span[];
  readonly speaker?: string;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** Absent where the source puts it into words; what it only believes or knows, wants, plans or likes is the narrator's telling. */
  readonly act?: 'belief' | 'attitude';
}

export const BOUNDS = ['exact', 'about', 'at most', 'at least', 'range'] as const;
export type Bound = (typeof BOUNDS)[number];

export interface Quantity {
  readonly id: string;
  readonly span: Span;
  /** Null where the text sets no lower bound ("up to 300"). */
  readonly low: number | null;
  /** Null where the text sets no upper bound ("at least 300"). */
  readonly high: number | null;
  readonly bound: Bound;
  /** SI symbol, ISO 4217 code, `percent`, or the singular noun counted. */
  readonly unit: string;
  /** What there is so much of: "artillery shells". */
  readonly item?: string;
  readonly per?: string;
}

/** How what is told stands to a time: "by March", "since 2014". */
export type TimeRelation = 'by' | 'since' | 'until' | 'before' | 'after';

/** A time expression; the interval is that of the words alone, whatever `relation` stands before them. */
export interface Time extends Interval {
  readonly span: Span;
  readonly relation?: TimeRelation;
}

export interface Likelihood {
  readonly span: Span;
  readonly phrase: string;
  readonly scale: 'ICD203';
  /** 0 … 1; both null where the phrase has no band of the scale. */
  readonly low: number | null;
  readonly high: number | null;
  /** The words whose likelihood is stated. */
  readonly about: Span;
  /** An actor's id, or `author`. */
  readonly holder: string;
}

/** An open condition that the text names: "if the U.S. were to intervene". */
export interface Condition {
  readonly span: Span;
  readonly cue: Span;
  /** What would follow, where the text says it. */
  readonly consequence?: Span;
  readonly events: readonly string[];
}

/** One document, read. The contract of `watchfloor read --jsonl`; all spans are offsets into `document.text`. */
export interface Reading {
  readonly reading: 1;
  readonly id: string;
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly actors: readonly Actor[];
  readonly events: readonly ReadEvent[];
  readonly attributions: readonly Attribution[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly likelihoods: readonly Likelihood[];
  readonly conditions: readonly Condition[];
}
