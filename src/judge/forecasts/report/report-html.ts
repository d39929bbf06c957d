import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml, type Forecast } from '../../../model/index.ts';
import { houseStyle } from '../../../style/index.ts';
import { calibrationSoFar } from '../calibration-so-far.ts';
import type { TrackRecord } from '../track-record.ts';
import { calibrationChart } from './calibration-chart.ts';
import {
  calibrationFinding,
  calibrationTable,
  methodSentence,
  partsTable,
  type ReportTable,
  scoresTable,
} from './figures.ts';
import { questionsTable } from './questions-table.ts';

const table = ({ caption, head, rows }: ReportTable): string =>
  `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table>`;

export interface ForecastReport {
  readonly title: string;
  readonly record: TrackRecord;
  readonly forecasts: readonly Forecast[];
  /** ISO 8601 day, when the report was made. */
  readonly date: string;
}

/** The track record as one page: no script, nothing loaded, light and dark. */
export const forecastReportHtml = ({ title, record, forecasts, date }: ForecastReport): string => {
  const css = houseStyle() + readFileSync(new URL('./report.css', import.meta.url), 'utf8');
  const hash = createHash('sha256').update(css).digest('base64');
  const { overall } = record;
  const foot = `<p class="foot">${escapeHtml(`Source: the forecasts of this case, ${date}. ${methodSentence(record)}`)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(calibrationSoFar(forecasts).sentence)}</p>
${
  overall === null
    ? ''
    : `<h2>${escapeHtml(calibrationFinding(overall))}</h2>
<div class="unit">share of forecasts that came about, by the probability that was given; bars: 95 % interval (Wilson); larger dots: more forecasts</div>
<figure>${calibrationChart(overall)}</figure>
${table(calibrationTable(overall))}
${foot}
<h2>Scores</h2>
<div class="unit">Brier and log score: 0 is best; skill: 1 is best, 0 is no better than the rule it is held against</div>
${table(scoresTable(record))}
${table(partsTable(overall))}
${foot}
`
}<h2>Questions</h2>
${table(questionsTable(forecasts))}
</main>
</body>
</html>
`;
};
