import { nearestWord } from '../../../lexicon/index.ts';
import type { Forecast } from '../../../model/index.ts';
import { percent, type ReportTable } from './figures.ts';

const lastOfEach = ({ updates }: Forecast): string =>
  [...new Map(updates.map((update) => [update.author, update] as const)).values()]
    .map(
      ({ author, at, probability }) =>
        `${author}: ${nearestWord(probability)}, ${percent(probability)} (${at.slice(0, 10)})`,
    )
    .join('; ');

/** Every question with what each author said last and how it came out. */
export const questionsTable = (forecasts: readonly Forecast[]): ReportTable => ({
  caption: 'Questions, with what each author said last',
  head: ['question', 'closes', 'said', 'came out'],
  rows: forecasts.map((forecast) => [
    forecast.question,
    forecast.closes.slice(0, 10),
    lastOfEach(forecast) || 'nothing yet',
    forecast.resolution
      ? `${forecast.resolution.outcome}, ${forecast.resolution.at.slice(0, 10)}: ${forecast.resolution.source}`
      : 'open',
  ]),
});
