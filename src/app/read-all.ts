import type { Reading, WatchfloorError } from '../model/index.ts';
import type { Input, IntakeOptions } from '../read/index.ts';
import { readInputs } from './read.ts';

export interface ReadAllOptions extends IntakeOptions {
  readonly onError?: (error: WatchfloorError) => void;
}

/** The readings of all inputs that can be read; the others are reported and counted. */
export const readAll = async (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: ReadAllOptions,
): Promise<{ readonly readings: readonly Reading[]; readonly failed: number }> => {
  const readings: Reading[] = [];
  let failed = 0;
  for await (const { reading, error } of readInputs(inputs, options)) {
    if (reading) readings.push(reading);
    else {
      failed++;
      options.onError?.(error);
    }
  }
  return { readings, failed };
};
