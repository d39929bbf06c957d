import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document, WatchfloorError } from '../model/index.ts';
import { type Input, type IntakeOptions, intake } from '../read/index.ts';

/** What became of one document; exactly one of `ok` and `error` is there. */
export type DocumentResult = { readonly source: string } & (
  | { readonly ok: Document; readonly error?: undefined }
  | { readonly ok?: undefined; readonly error: WatchfloorError }
);

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // Not there, or not to be looked at: intake says so in its own words.
  }
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false; // As above.
  }
};

/** The documents of a case in the order of their dates, the undated last. */
async function* caseDocuments(folder: string): AsyncGenerator<DocumentResult> {
  const { readCase } = await import('../store/index.ts');
  const store = await readCase(folder);
  try {
    const summaries = [...(await store.documents())].sort((a, b) =>
      (a.published ?? '9999') < (b.published ?? '9999') ? -1 : 1,
    );
    for (const { id } of summaries) {
      const entry = await store.document(id);
      if (entry) yield { source: entry.source, ok: entry.document };
    }
  } finally {
    await store.close();
  }
}

const isCase = async (input: Input | string): Promise<boolean> => {
  if (typeof input !== 'string' || !(await isFolder(input))) return false;
  const { CASE_FILE } = await import('../store/index.ts');
  return isFile(join(input, CASE_FILE));
};

/** The documents behind inputs, in order: those of a case where an input is the folder of one, else as intake reads them. */
export async function* documentsOf(
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: IntakeOptions,
): AsyncGenerator<DocumentResult> {
  for await (const input of inputs) {
    if (await isCase(input)) yield* caseDocuments(input as string);
    else yield* intake([input], options);
  }
}
