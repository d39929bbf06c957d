import type { FiledForecast } from './exchange/forecast-file.ts';

export { type CalibrationSoFar, calibrationSoFar } from './calibration-so-far.ts';
export { checkedForecast, type NewForecast, newForecast, withResolution, withUpdate } from './change.ts';
export { type ForecastSuggestion, suggestedForecasts } from './own-words.ts';
export {
  calibrationTable,
  decimals,
  methodSentence,
  partsTable,
  type ReportTable,
  scoresTable,
} from './report/figures.ts';
export { type ForecastReport, forecastReportHtml } from './report/report-html.ts';
export { forecastReportMarkdown } from './report/report-markdown.ts';
export {
  type BrierParts,
  type ProbabilityGroup,
  type Score,
  type ScoredProbability,
  scoreForecasts,
} from './score.ts';
export { SCORING_METHODS, type ScoredPart, type ScoringMethod, scoredParts, sourceOf } from './scored-parts.ts';
export {
  RECORD_GROUPS,
  type RecordGroup,
  type TrackRecord,
  type TrackRecordOptions,
  trackRecord,
} from './track-record.ts';
export type { FiledForecast };

/** Forecasts from and to files; what reads and checks them is loaded only here. See `exchange/`. */
export const readForecastsYaml = async (text: string, file: string): Promise<readonly FiledForecast[]> =>
  (await import('./exchange/yaml.ts')).readForecastsYaml(text, file);
export const readForecastsCsv = async (text: string, file: string): Promise<readonly FiledForecast[]> =>
  (await import('./exchange/csv.ts')).readForecastsCsv(text, file);
export const writeForecastsYaml = async (filed: readonly FiledForecast[]): Promise<string> =>
  (await import('./exchange/yaml.ts')).writeForecastsYaml(filed);
export const writeForecastsCsv = async (filed: readonly FiledForecast[]): Promise<string> =>
  (await import('./exchange/csv.ts')).writeForecastsCsv(filed);
