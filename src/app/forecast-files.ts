import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type FiledForecast,
  readForecastsCsv,
  readForecastsYaml,
  writeForecastsCsv,
  writeForecastsYaml,
} from '../judge/index.ts';
import { WatchfloorError } from '../model/index.ts';
import { checkBasis, type ForecastBook, type ForecastHand, readForecasts, writeForecasts } from './forecast-book.ts';
import { writeOutput } from './output.ts';

export type ForecastFormat = 'yaml' | 'csv';

const formatOf = (file: string): ForecastFormat => {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (extension === '.yaml' || extension === '.yml') return 'yaml';
  throw new WatchfloorError('forecast.invalid-file', 'Forecasts are kept in .yaml or .csv files.', { file });
};

const readFiled = (file: string): Promise<readonly FiledForecast[]> => {
  const format = formatOf(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new WatchfloorError(
      'forecast.file-missing',
      'There is no such file, or it cannot be read.',
      { file },
      { cause },
    );
  }
  return (format === 'csv' ? readForecastsCsv : readForecastsYaml)(text, file);
};

export interface ForecastImport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** In the case already as the file has them. */
  readonly same: readonly string[];
}

interface Planned extends FiledForecast {
  readonly basis: number;
  readonly isNew: boolean;
}

/** What has to be written, all of it looked at before anything is. */
const plan = async (book: ForecastBook, filed: readonly FiledForecast[], file: string) => {
  const planned: Planned[] = [];
  const same: string[] = [];
  for (const { forecast, revision } of filed) {
    const { id } = forecast;
    const there = await book.latest(id);
    if (isDeepStrictEqual(there.forecast, JSON.parse(JSON.stringify(forecast)))) {
      same.push(id);
      continue;
    }
    if (there.forecast !== null && revision === undefined)
      throw new WatchfloorError(
        'forecast.conflict',
        `${id} is in the case already and the file does not say on which revision it builds. Nothing was written: export it, put your changes into that file, and import it.`,
        { file },
      );
    if (there.forecast !== null) await checkBasis(book, id, revision, there.revision, file);
    planned.push({ forecast, basis: there.revision, isNew: there.forecast === null });
  }
  return { planned, same };
};

/**
 * Brings the forecasts of a file into a case: all of them, or on any mistake or conflict none.
 *
 * @throws WatchfloorError of the `forecast.*` codes, with the line
 */
export const importForecasts = async (folder: string, file: string, hand: ForecastHand): Promise<ForecastImport> => {
  const filed = await readFiled(file);
  return writeForecasts(folder, async (book) => {
    const { planned, same } = await plan(book, filed, file);
    for (const { forecast, basis } of planned) await book.put(forecast.id, forecast, basis, hand);
    const ids = (isNew: boolean): string[] =>
      planned.filter((one) => one.isNew === isNew).map(({ forecast }) => forecast.id);
    return { added: ids(true), changed: ids(false), same };
  });
};

/** The forecasts of a case as text, each with its revision, so that a later import is held against what changed meanwhile. */
export const exportForecasts = (folder: string, format: ForecastFormat): Promise<string> =>
  readForecasts(folder, async (book) => (format === 'csv' ? writeForecastsCsv : writeForecastsYaml)(await book.list()));

/** As `exportForecasts`, into a file whose ending says how. @throws WatchfloorError `output.unwritable` */
export const exportForecastsTo = async (folder: string, file: string): Promise<void> =>
  writeOutput(file, await exportForecasts(folder, formatOf(file)));
