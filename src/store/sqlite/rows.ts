import {
  type Document,
  type DocumentKind,
  type Reading,
  type RemovedText,
  sha256,
  WatchfloorError,
} from '../../model/index.ts';
import type { CaseRecord, DocumentEntry, NewDocument } from '../case-store.ts';
import type { Selectable } from './kysely.ts';
import type { CaseSchema } from './schema.ts';

type DocumentRow = Selectable<CaseSchema['documents']>;

/**
 * SQLite's texts end at a zero character and hold no half of a surrogate pair; JSON Lines may bring both. Such a
 * document is kept as JSON, which escapes them, beside columns that serve lists and searches.
 */
const exactJson = (document: Document): string | null => {
  const json = JSON.stringify(document);
  return /\\u0000|\\ud[89a-f]/i.test(json) ? json : null;
};

const storable = <Text extends string | null>(text: Text): Text =>
  (text?.replace(/[\0\p{Surrogate}]/gu, '\ufffd') ?? null) as Text;

export const documentRow = ({ id, source, added, document }: NewDocument): Omit<DocumentRow, 'sequence'> => ({
  id,
  sha256: document.sha256,
  source: storable(source),
  added,
  title: storable(document.title),
  byline: storable(document.byline),
  publisher: storable(document.publisher),
  published: storable(document.published),
  modified: document.modified ?? null,
  url: storable(document.url),
  language: document.language,
  kind: document.kind ?? null,
  text: storable(document.text),
  removed: JSON.stringify(document.removed),
  notes: document.notes === undefined ? null : JSON.stringify(document.notes),
  exact: exactJson(document),
});

/** @throws WatchfloorError `case.damaged` when the text has another hash than when it was added, or JSON is broken */
export const documentEntry = (row: DocumentRow, file: string): DocumentEntry => {
  const document = row.exact === null ? fromColumns(row, file) : parseJson<Document>(row.exact, row.id, file);
  if (sha256(document.text) !== row.sha256) throw damaged(row.id, 'its text is not what was added', file);
  return { id: row.id, source: row.source, added: row.added, document };
};

const fromColumns = (row: DocumentRow, file: string): Document => ({
  text: row.text,
  title: row.title,
  byline: row.byline,
  publisher: row.publisher,
  published: row.published,
  url: row.url,
  language: row.language,
  sha256: row.sha256,
  removed: parseJson<readonly RemovedText[]>(row.removed, row.id, file),
  ...(row.modified === null ? {} : { modified: row.modified }),
  ...(row.kind === null ? {} : { kind: row.kind as DocumentKind }),
  ...(row.notes === null ? {} : { notes: parseJson<readonly string[]>(row.notes, row.id, file) }),
});

/** A reading is kept without its document, which has a row of its own. */
export const readingJson = ({ document: _, ...rest }: Reading): string => JSON.stringify(rest);

export const readingOf = (json: string, { id, document }: DocumentEntry, file: string): Reading => {
  const { reading, id: readingId, ...rest } = parseJson<Omit<Reading, 'document'>>(json, id, file);
  return { reading, id: readingId, document, ...rest };
};

export const recordOf = (row: Selectable<CaseSchema['records']>, file: string): CaseRecord => ({
  ...row,
  value: parseJson(row.value, `${row.kind} ${row.id}`, file),
});

const parseJson = <Value>(json: string, what: string, file: string): Value => {
  try {
    return JSON.parse(json) as Value;
  } catch (cause) {
    throw damaged(what, (cause as Error).message, file);
  }
};

const damaged = (what: string, why: string, file: string): WatchfloorError =>
  new WatchfloorError('case.damaged', `${what} is damaged (${why}); restore a copy.`, { file });
