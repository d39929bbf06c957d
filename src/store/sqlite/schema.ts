import type { Generated } from './kysely.ts';

/** Tables as the latest migration leaves them. JSON columns hold text. */
export interface CaseSchema {
  readonly case_info: { key: string; value: string };
  readonly documents: {
    /** Also the row id that the full-text index refers to. */
    sequence: Generated<number>;
    id: string;
    sha256: string;
    source: string;
    added: string;
    title: string | null;
    byline: string | null;
    publisher: string | null;
    published: string | null;
    modified: string | null;
    url: string | null;
    language: string;
    kind: string | null;
    text: string;
    removed: string;
    notes: string | null;
    /** The whole document as JSON where a column cannot hold it to the letter: see `exactJson`. */
    exact: string | null;
  };
  readonly readings: { document: string; engine: string; reading: string };
  readonly records: { kind: string; id: string; revision: number; author: string; at: string; value: string };
}

/** "WFLR": tells a case from any other SQLite file (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x57464c52;
