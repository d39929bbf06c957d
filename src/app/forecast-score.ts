import { extname } from 'node:path';
import {
  calibrationSoFar,
  calibrationTable,
  decimals,
  forecastReportHtml,
  forecastReportMarkdown,
  methodSentence,
  partsTable,
  type ReportTable,
  scoresTable,
  type TrackRecord,
  type TrackRecordOptions,
  trackRecord,
} from '../judge/index.ts';
import type { Forecast } from '../model/index.ts';
import { readForecasts } from './forecast-book.ts';
import { writeOutput } from './output.ts';

/** Rows as lines, columns of one width, two blanks between. */
const lines = ({ head, rows }: ReportTable): readonly string[] => {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

export interface ScoredForecasts {
  readonly record: TrackRecord;
  readonly forecasts: readonly Forecast[];
  readonly lines: readonly string[];
}

/** The track record of a case, as data and as lines. */
export const scoreCase = async (folder: string, options: TrackRecordOptions): Promise<ScoredForecasts> => {
  const forecasts = (await readForecasts(folder, (book) => book.list())).map(({ forecast }) => forecast);
  const record = trackRecord(forecasts, options);
  const { overall } = record;
  return {
    record,
    forecasts,
    lines: [
      calibrationSoFar(forecasts).sentence,
      ...(overall === null
        ? []
        : [
            '',
            ...lines(scoresTable(record)),
            '',
            ...lines(partsTable(overall)),
            '',
            ...lines(calibrationTable(overall)),
            '',
            methodSentence(record),
          ]),
      ...(overall !== null && !Number.isFinite(overall.logScore)
        ? [`The log score is ${decimals(overall.logScore)}: something called impossible happened.`]
        : []),
    ],
  };
};

/** Writes the track record as a page, or as Markdown where the file ends so. @throws WatchfloorError `output.unwritable` */
export const writeForecastReport = (
  file: string,
  { record, forecasts }: ScoredForecasts,
  title: string,
  date: string,
): void => {
  const render = /^\.(?:md|markdown)$/i.test(extname(file)) ? forecastReportMarkdown : forecastReportHtml;
  writeOutput(file, render({ title, record, forecasts, date }));
};
