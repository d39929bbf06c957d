import type { Reading, WatchfloorError } from '../model/index.ts';
import type { IntakeResult } from '../read/index.ts';
import { type ReadOptions, readDocuments } from './read.ts';

export interface ReadAllOptions extends Omit<ReadOptions, 'documentOnly'> {
  readonly onError?: (error: WatchfloorError) => void;
}

/** The readings of all documents that can be read; the others are reported and counted. */
export const readAll = async (
  documents: AsyncIterable<IntakeResult>,
  options: ReadAllOptions,
): Promise<{ readonly readings: readonly Reading[]; readonly failed: number }> => {
  const readings: Reading[] = [];
  let failed = 0;
  for await (const { reading, error } of readDocuments(documents, options)) {
    if (reading) readings.push(reading);
    else {
      failed++;
      options.onError?.(error);
    }
  }
  return { readings, failed };
};
