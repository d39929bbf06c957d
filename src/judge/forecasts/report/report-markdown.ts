import { calibrationSoFar } from '../calibration-so-far.ts';
import {
  calibrationFinding,
  calibrationTable,
  methodSentence,
  partsTable,
  type ReportTable,
  scoresTable,
} from './figures.ts';
import { questionsTable } from './questions-table.ts';
import type { ForecastReport } from './report-html.ts';

const SPECIAL = /[\\`*_{}[\]<>#|~]/g;

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(SPECIAL, '\\$&');

const table = ({ caption, head, rows }: ReportTable): string =>
  [
    `**${plain(caption)}**\n`,
    `| ${head.map(plain).join(' | ')} |`,
    `|${head.map(() => ' --- |').join('')}`,
    ...rows.map((row) => `| ${row.map(plain).join(' | ')} |`),
    '',
  ].join('\n');

/** The track record as Markdown, the chart as its table. */
export const forecastReportMarkdown = ({ title, record, forecasts, date }: ForecastReport): string => {
  const { overall } = record;
  return [
    `# ${plain(title)}\n`,
    `${plain(calibrationSoFar(forecasts).sentence)}\n`,
    ...(overall === null
      ? []
      : [
          `## ${plain(calibrationFinding(overall))}\n`,
          table(calibrationTable(overall)),
          '## Scores\n',
          table(scoresTable(record)),
          table(partsTable(overall)),
        ]),
    '## Questions\n',
    table(questionsTable(forecasts)),
    `${plain(`Source: the forecasts of this case, ${date}. ${methodSentence(record)}`)}\n`,
  ].join('\n');
};
