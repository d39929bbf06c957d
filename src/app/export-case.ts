import { existsSync } from 'node:fs';
import { WatchfloorError } from '../model/index.ts';
import { type CaseStore, readCase } from '../store/index.ts';
import { writeFiles } from './output.ts';

export interface CaseExport {
  readonly documents: number;
  readonly readings: number;
  readonly records: number;
  /** Documents that could not be read from the case and are missing in the export. */
  readonly errors: readonly WatchfloorError[];
}

const lines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const collect = async (store: CaseStore) => {
  const documents: unknown[] = [];
  const readings: unknown[] = [];
  const errors: WatchfloorError[] = [];
  for (const { id, engine } of await store.documents()) {
    try {
      documents.push(await store.document(id));
      const reading = engine === null ? null : await store.reading(id, engine);
      if (reading) readings.push(reading);
    } catch (error) {
      if (!(error instanceof WatchfloorError)) throw error;
      errors.push(error);
    }
  }
  return { documents, readings, records: await store.records.all(), errors };
};

/**
 * Writes a case as text: `case.json`, and one JSON object a line in `documents.jsonl`, `readings.jsonl` (the contract
 * of `read --jsonl`) and `records.jsonl`. The folder must not exist, so that two exports are never mixed.
 *
 * @throws WatchfloorError `output.unwritable`
 */
export const exportCase = async (folder: string, out: string): Promise<CaseExport> => {
  if (existsSync(out))
    throw new WatchfloorError('output.unwritable', 'It exists already; choose another folder.', { file: out });
  const store = await readCase(folder);
  try {
    const info = await store.info();
    const { documents, readings, records, errors } = await collect(store);
    writeFiles(out, {
      'case.json': `${JSON.stringify(info, null, 2)}\n`,
      'documents.jsonl': lines(documents),
      'readings.jsonl': lines(readings),
      'records.jsonl': lines(records),
    });
    return { documents: documents.length, readings: readings.length, records: records.length, errors };
  } finally {
    await store.close();
  }
};
