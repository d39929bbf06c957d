import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WatchfloorError } from '../model/index.ts';
import { type Input, type IntakeOptions, type IntakeResult, intake } from '../read/index.ts';

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
async function* caseDocuments(folder: string): AsyncGenerator<IntakeResult> {
  const { readCase } = await import('../store/index.ts');
  const store = await readCase(folder);
  try {
    const summaries = [...(await store.documents())].sort((a, b) =>
      (a.published ?? '9999') < (b.published ?? '9999') ? -1 : 1,
    );
    if (summaries.length === 0)
      yield {
        source: folder,
        id: null,
        error: new WatchfloorError(
          'intake.empty-folder',
          'The case holds no document; add some with `watchfloor case add`.',
          { file: folder },
        ),
      };
    for (const { id } of summaries) {
      const entry = await store.document(id);
      if (entry) yield { source: entry.source, id, ok: entry.document };
    }
  } finally {
    await store.close();
  }
}

/** Whether an input is the folder of a case. */
export const isCase = async (input: Input | string): Promise<boolean> => {
  if (typeof input !== 'string' || !(await isFolder(input))) return false;
  const { CASE_FILE } = await import('../store/index.ts');
  return isFile(join(input, CASE_FILE));
};

/** The documents behind inputs, in order: those of a case where an input is the folder of one, else as intake reads them. */
export async function* documentsOf(
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: IntakeOptions,
): AsyncGenerator<IntakeResult> {
  const source = each(inputs);
  let next = await source.next();
  // Inputs between two cases are taken in together, several at once.
  async function* untilCase(): AsyncGenerator<Input | string> {
    for (; !next.done && !(await isCase(next.value)); next = await source.next()) yield next.value;
  }
  while (!next.done)
    if (await isCase(next.value)) {
      yield* caseDocuments(next.value as string);
      next = await source.next();
    } else yield* intake(untilCase(), options);
}

async function* each<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item, undefined> {
  yield* items;
}
