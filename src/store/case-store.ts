import type { Document, DocumentKind, Reading } from '../model/index.ts';

/** ISO 8601 with date, time and zone, given by the caller: the store has no clock. */
export type Instant = string;

export interface CaseInfo {
  readonly name: string;
  readonly created: Instant;
  /** Version of the layout on disk. */
  readonly schema: number;
  readonly documents: number;
}

export interface DocumentEntry {
  readonly id: string;
  readonly document: Document;
  /** Where it came from: path, address, `standard input`. */
  readonly source: string;
  readonly added: Instant;
}

/** A reading and the version of the engine that made it. */
export interface EngineReading {
  readonly engine: string;
  readonly reading: Reading;
}

export interface NewDocument extends DocumentEntry {
  readonly read?: EngineReading;
}

export interface AddOutcome {
  readonly id: string;
  /** False when a document of the same content was there: nothing was changed. */
  readonly added: boolean;
}

export interface DocumentSummary {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly kind: DocumentKind | null;
  readonly source: string;
  readonly added: Instant;
  /** Unicode code points of the text. */
  readonly characters: number;
  /** Engine of the reading that is kept; null without one. */
  readonly engine: string | null;
}

/** A piece of a passage; `hit` where it answers the search. */
export interface PassagePart {
  readonly text: string;
  readonly hit: boolean;
}

export interface SearchHit {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly passage: readonly PassagePart[];
}

/** A judgement as it stood at one revision. `value` is null where it was withdrawn. */
export interface CaseRecord {
  /** What it is: `question`, `matrix`, `forecast` … */
  readonly kind: string;
  readonly id: string;
  /** Counts from 1; each change adds one and the earlier ones stay. */
  readonly revision: number;
  readonly author: string;
  readonly at: Instant;
  /** Plain JSON. */
  readonly value: unknown;
}

export interface RecordChange extends Omit<CaseRecord, 'revision'> {
  /** The revision that the change was made on; 0 for a new record. */
  readonly basis: number;
}

/** Judgements of any kind, kept by revision. */
export interface RecordStore {
  /** @throws WatchfloorError `case.conflict` when the latest revision is not `basis` */
  put(change: RecordChange): Promise<CaseRecord>;
  /** The latest revision, withdrawn or not; null when there never was one. */
  get(kind: string, id: string): Promise<CaseRecord | null>;
  /** The latest revision of each that is not withdrawn, by id. */
  list(kind: string): Promise<readonly CaseRecord[]>;
  /** All revisions, the first one first. */
  history(kind: string, id: string): Promise<readonly CaseRecord[]>;
  /** Every revision of every record, for export. */
  all(): Promise<readonly CaseRecord[]>;
}

/**
 * A case on disk. What a promise acknowledges is durable when it resolves. One writer at a time; every method throws
 * WatchfloorError of the `case.*` codes.
 */
export interface CaseStore {
  info(): Promise<CaseInfo>;
  /** Adds a document with its reading, whole or not at all. */
  addDocument(entry: NewDocument): Promise<AddOutcome>;
  has(id: string): Promise<boolean>;
  /** In the order in which they were added. */
  documents(): Promise<readonly DocumentSummary[]>;
  /** @throws WatchfloorError `case.damaged` when the text is not what was added */
  document(id: string): Promise<DocumentEntry | null>;
  /** With its reading; false when there was none. */
  removeDocument(id: string): Promise<boolean>;
  /** The reading that this very engine made; null where another did, or none. */
  reading(id: string, engine: string): Promise<Reading | null>;
  /** Replaces the reading of a document by that of another engine. */
  saveReading(id: string, read: EngineReading): Promise<void>;
  /**
   * Best first. Words are joined by "and"; `"in quotes"` stand together; `-word` excludes; `OR`; `word*`.
   *
   * @throws WatchfloorError `case.empty-query`
   */
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
  readonly records: RecordStore;
  close(): Promise<void>;
}
