import { type Document, type Reading, stableId, WatchfloorError } from '../model/index.ts';
import type { Input, IntakeOptions } from '../read/index.ts';
import {
  type CaseInfo,
  type CaseStore,
  createCase,
  type DocumentEntry,
  type DocumentSummary,
  openCase,
  readCase,
  type SearchHit,
} from '../store/index.ts';

export type { CaseInfo, DocumentEntry, DocumentSummary, SearchHit } from '../store/index.ts';

/** Reads a document; `engine` names the version that does, by which a case keeps the readings. */
export interface CaseReader {
  readonly engine: string;
  read(document: Document, id: string): Promise<Reading>;
}

/** @throws WatchfloorError `case.exists`, `case.read-only`, `case.disk-full` */
export const initCase = (folder: string, name: string, now: string): Promise<void> => createCase(folder, name, now);

/** What became of one input of `addToCase`; exactly one of `id` and `error` is there. */
export type CaseAddition = { readonly source: string } & (
  | { readonly id: string; readonly title: string | null; readonly added: boolean; readonly error?: undefined }
  | { readonly id?: undefined; readonly error: WatchfloorError }
);

/** These end the whole run: no later document could be added either. */
const FATAL = /^(?:case\.(?:disk-full|read-only|damaged|locked)|read\.model-.*)$/;

/**
 * Adds documents to a case, each with its reading. A document is yielded as added only when it is on the disk.
 * A bad input gives its error in its place and the rest goes on; a case that cannot be written to, or a reader without its
 * model, ends the run.
 *
 * @param now ISO 8601 time, noted as that of adding
 * @throws WatchfloorError of the `case.*` codes
 */
export async function* addToCase(
  folder: string,
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: IntakeOptions & { readonly now: string; readonly reader: CaseReader },
): AsyncGenerator<CaseAddition> {
  const { now, reader, ...intakeOptions } = options;
  const store = await openCase(folder);
  try {
    const { intake } = await import('../read/index.ts');
    for await (const { source, ok: document, error } of intake(inputs, intakeOptions)) {
      if (error) {
        yield { source, error };
        continue;
      }
      try {
        yield { source, ...(await addDocument(store, document, source, now, reader)) };
      } catch (failure) {
        if (!(failure instanceof WatchfloorError) || FATAL.test(failure.code)) throw failure;
        yield { source, error: failure };
      }
    }
  } finally {
    await store.close();
  }
}

const addDocument = async (
  store: CaseStore,
  document: Document,
  source: string,
  now: string,
  { engine, read }: CaseReader,
): Promise<{ readonly id: string; readonly title: string | null; readonly added: boolean }> => {
  const { title } = document;
  const id = stableId('doc', document.sha256);
  if (await store.has(id)) return { id, title, added: false };
  const reading = await read(document, id);
  return { title, ...(await store.addDocument({ id, document, source, added: now, read: { engine, reading } })) };
};

const reading = async <Result>(folder: string, use: (store: CaseStore) => Promise<Result>): Promise<Result> => {
  const store = await readCase(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

export const listCase = (
  folder: string,
): Promise<{ readonly info: CaseInfo; readonly documents: readonly DocumentSummary[] }> =>
  reading(folder, async (store) => ({ info: await store.info(), documents: await store.documents() }));

/** @throws WatchfloorError `case.empty-query` */
export const searchCase = (folder: string, query: string, limit: number): Promise<readonly SearchHit[]> =>
  reading(folder, (store) => store.search(query, limit));

/**
 * The full id of the one document whose id begins so; `doc-` may be left out.
 *
 * @throws WatchfloorError `case.no-document`
 */
const resolveId = async (store: CaseStore, start: string, folder: string): Promise<string> => {
  const found = (await store.documents()).filter(({ id }) => id.startsWith(start) || id.startsWith(`doc-${start}`));
  const [first, second] = found;
  if (first !== undefined && (second === undefined || first.id === start)) return first.id;
  const what = first === undefined ? `No document has the id ${start}` : `More than one id begins with ${start}`;
  throw new WatchfloorError('case.no-document', `${what}; \`watchfloor case list\` shows them.`, { file: folder });
};

/** A document, and its reading where the case holds one by this engine. */
export const showDocument = (
  folder: string,
  start: string,
  engine: string,
): Promise<DocumentEntry & { readonly reading: Reading | null }> =>
  reading(folder, async (store) => {
    const id = await resolveId(store, start, folder);
    const entry = (await store.document(id)) as DocumentEntry;
    return { ...entry, reading: await store.reading(id, engine) };
  });

/**
 * Removes documents; when one of the ids is wrong, none.
 *
 * @returns the full ids
 */
export const removeFromCase = async (folder: string, starts: readonly string[]): Promise<readonly string[]> => {
  const store = await openCase(folder);
  try {
    const ids: string[] = [];
    for (const start of starts) ids.push(await resolveId(store, start, folder));
    for (const id of new Set(ids)) await store.removeDocument(id);
    return [...new Set(ids)];
  } finally {
    await store.close();
  }
};

/**
 * The readings of all documents of a case, in the order of adding. Those that another engine made are made anew and
 * kept; where all are up to date the case is only read.
 */
export async function* readingsOfCase(folder: string, { engine, read }: CaseReader): AsyncGenerator<Reading> {
  const summaries = await reading(folder, (store) => store.documents());
  const isCurrent = summaries.every((summary) => summary.engine === engine);
  const store = await (isCurrent ? readCase : openCase)(folder);
  try {
    for (const { id } of summaries) {
      const kept = await store.reading(id, engine);
      if (kept) {
        yield kept;
        continue;
      }
      const entry = await store.document(id);
      if (entry === null) continue;
      const made = await read(entry.document, id);
      await store.saveReading(id, { engine, reading: made });
      yield made;
    }
  } finally {
    await store.close();
  }
}
