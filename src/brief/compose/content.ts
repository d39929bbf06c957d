import type {
  Bound,
  DocumentKind,
  EventStatus,
  EventType,
  Interval,
  LedgerKind,
  QuadClass,
  RemovedText,
  Span,
} from '../../model/index.ts';
import type { JudgementSection } from '../judgement/content.ts';
import type { BandWords } from './likelihood-phrase.ts';
import type { Prose, Reference } from './prose.ts';

/** One thing the brief states: `id` is its anchor in the page, the references lead to the words it rests on. */
export interface Datum {
  readonly id: string;
  readonly references: readonly Reference[];
}

/** Ranked rows, cut to what a reader can take in; `total` says how many there are, `file` where all of them lie. */
export interface Section<Row> {
  /** What the section shows, as a sentence. */
  readonly finding: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly file: string | null;
}

export type KeyPointKind = 'event' | 'figure' | 'dispute' | 'estimate' | 'condition';

export interface KeyPoint extends Datum {
  readonly kind: KeyPointKind;
  readonly statement: Prose;
  /** The words it rests on and whose they are. */
  readonly support: Prose | null;
}

export interface EstimateRow extends Datum {
  readonly estimate: string;
  readonly phrase: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly words: BandWords | null;
  readonly holder: string;
  /** The sentence that states it. */
  readonly about: string;
}

export interface TimelineRow extends Datum, Interval {
  readonly entry: string;
  readonly when: string;
  readonly precision: 'day' | 'span' | 'none';
  readonly type: EventType;
  readonly quad: QuadClass;
  /** Ids of the lanes on which it is drawn: the states, or the actors themselves, that act. */
  readonly lanes: readonly string[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly status: EventStatus;
  readonly happened: number;
  /** The coding in words; null where it names nobody. */
  readonly statement: string | null;
  /** The same without its date, for beside a date. */
  readonly clause: string | null;
  readonly quote: string;
  readonly holders: readonly string[];
  /** Who denies it, or says it where the entry itself is a denial. */
  readonly denying: readonly string[];
  /** Numbers of the sources that correct one of those which tell it, and speak of it themselves. */
  readonly correctedBy: readonly number[];
  readonly documents: readonly number[];
  readonly disputed: boolean;
  readonly weight: number;
}

export interface Lane {
  readonly id: string;
  readonly label: string;
}

export interface TimelineSection extends Section<TimelineRow> {
  readonly lanes: readonly Lane[];
}

export interface TieRow extends Datum {
  readonly tie: string;
  readonly a: string;
  readonly b: string;
  readonly labels: readonly [a: string, b: string];
  readonly sign: 1 | -1;
  readonly strength: number;
  readonly agreement: number;
  readonly cooperative: number;
  readonly conflictual: number;
  readonly types: string;
  readonly first: string | null;
  readonly last: string | null;
}

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly coalition: number | null;
}

export interface NetworkSection extends Section<TieRow> {
  readonly nodes: readonly NetworkNode[];
  readonly coalitions: string;
  readonly balance: string;
  readonly halfLifeDays: number;
}

export interface LedgerFigure extends Datum {
  readonly entry: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly figure: string;
  readonly status: EventStatus;
  readonly asOf: string;
  readonly holder: string;
  /** False where the text itself gives the figure. */
  readonly spoken: boolean;
  readonly quote: string;
}

export interface LedgerGroupRow {
  readonly id: string;
  /** Ids of the situation's groups in this table. */
  readonly groups: readonly string[];
  readonly kind: LedgerKind;
  readonly heading: string;
  /** Whether its figures are of one thing and may be drawn on one axis. */
  readonly comparable: boolean;
  readonly rival: boolean;
  readonly range: string;
  readonly figures: readonly LedgerFigure[];
  readonly total: number;
}

export interface StatementRow extends Datum {
  /** How much of it is quoted; `view` where the source is said to think so, not to have said it. */
  readonly kind: 'direct' | 'indirect' | 'mixed' | 'view';
  readonly content: string;
  /** The word of the text that gives it to the speaker (“denied”); empty where there is none. */
  readonly cue: string;
  /** For direct speech the content is inside the source's own quotation marks. */
  readonly source: string;
}

export interface SpeakerRow {
  readonly id: string;
  readonly speaker: string;
  readonly named: boolean;
  readonly statements: readonly StatementRow[];
  readonly total: number;
  readonly direct: number;
}

export interface ConditionRow extends Datum {
  readonly condition: string;
  readonly consequence: string | null;
  /** True where the consequence follows if the condition fails: “unless …”. */
  readonly otherwise: boolean;
  readonly source: string;
}

export interface DisputeRow extends Datum {
  readonly statement: string;
  readonly asserted: readonly string[];
  readonly denied: readonly string[];
  readonly assertedReferences: readonly Reference[];
  readonly deniedReferences: readonly Reference[];
}

/** A claim in one line, for the view of one source. */
export interface ClaimRow extends Datum {
  readonly claim: string;
  readonly statement: string | null;
  readonly status: EventStatus;
  readonly holder: string;
}

export interface SourceRow {
  readonly number: number;
  readonly document: string;
  readonly heading: string;
  readonly kind: DocumentKind;
  readonly kindReason: string;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly sha256: string;
  /** What it rests on, in a sentence. */
  readonly rests: string;
  readonly removed: readonly RemovedText[];
  readonly notes: readonly string[];
  /** Numbers of the sources that it corrects, and that correct it. */
  readonly corrects: readonly number[];
  readonly correctedBy: readonly number[];
  readonly claims: readonly ClaimRow[];
  readonly totalClaims: number;
}

/** A sentence of an annexed text with the data that rest on it. */
export interface AnnexSentence {
  readonly number: number;
  readonly span: Span;
  /** Anchors of the data, in the order of the brief. */
  readonly citedBy: readonly string[];
}

export interface AnnexDocument {
  readonly number: number;
  readonly language: string;
  readonly text: string;
  readonly sentences: readonly AnnexSentence[];
  /** Words that data rest on, in text order; they may overlap. */
  readonly marks: readonly Span[];
}

/** What a brief says, free of how it looks. Pure function of a situation and its readings. */
export interface BriefContent {
  readonly brief: 1;
  readonly title: string;
  readonly generatedFor: string | null;
  readonly asOf: string | null;
  readonly bottomLine: readonly string[];
  readonly keyPoints: readonly KeyPoint[];
  /** What analysts of the case judge; absent where it has no question that somebody rated. */
  readonly judgements?: JudgementSection;
  readonly estimates: Section<EstimateRow>;
  readonly timeline: TimelineSection;
  readonly network: NetworkSection;
  readonly ledger: Section<LedgerGroupRow>;
  readonly speakers: Section<SpeakerRow>;
  readonly conditions: Section<ConditionRow>;
  readonly disputes: Section<DisputeRow>;
  readonly sources: readonly SourceRow[];
  readonly sourceSummary: string;
  readonly limits: readonly string[];
  readonly annex: readonly AnnexDocument[];
}
