import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WatchfloorError } from '../model/index.ts';
import {
  bargainingChart,
  bargainingCsv,
  bargainingText,
  readBargainingTable,
  type SpatialOptions,
  scholzModel,
  spatialModel,
} from '../play/index.ts';
import { writeOutput } from './output.ts';

const DEFAULT_ROUNDS = 27;

export interface BargainOptions extends SpatialOptions {
  /** `ktab` (any number of issues), or `scholz` (one issue, as published by Scholz, Calbert & Smith 2011). */
  readonly mode?: 'ktab' | 'scholz';
  /** Folder for rounds.csv, positions.svg and result.json. */
  readonly out?: string;
}

export interface Bargained {
  readonly lines: readonly string[];
  readonly result: unknown;
  readonly files: readonly string[];
}

/**
 * Runs the bargaining model on a table of actors.
 *
 * @throws WatchfloorError `play.file-missing`, `play.bad-actors`, `output.unwritable`
 */
export const bargain = (file: string, { out, mode = 'ktab', ...options }: BargainOptions): Bargained => {
  const table = readBargainingTable(readText(file), file);
  const result =
    mode === 'scholz'
      ? scholzModel(table.actors, options.rounds ?? DEFAULT_ROUNDS)
      : spatialModel(table.actors, options);
  const files =
    out === undefined
      ? []
      : (
          [
            ['rounds.csv', bargainingCsv(table, result)],
            ['positions.svg', bargainingChart(table, result)],
            ['result.json', `${JSON.stringify({ issues: table.issues, ...result }, null, 2)}\n`],
          ] as const
        ).map(([name, content]) => {
          writeOutput(join(out, name), content);
          return join(out, name);
        });
  return { lines: bargainingText(table, result), result: { issues: table.issues, ...result }, files };
};

export const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new WatchfloorError(
      'play.file-missing',
      `The file cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}); check its path and permissions.`,
      { file },
      { cause },
    );
  }
};
