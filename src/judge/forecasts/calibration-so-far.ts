import { type Forecast, wilson } from '../../model/index.ts';
import { trackRecord } from './track-record.ts';

/** How the forecasts of a case have fared, in short. */
export interface CalibrationSoFar {
  /** Questions that came out yes or no. */
  readonly resolved: number;
  /** Forecasts scored: one for each author of each such question. */
  readonly forecasts: number;
  readonly open: number;
  /** Null where nothing can be scored. */
  readonly brier: number | null;
  /** Over always saying the share that happened; null where nothing can be scored or all came out alike. */
  readonly skill: number | null;
  readonly sentence: string;
}

/** Below this many, nothing can be said about calibration. */
export const FEW_FORECASTS = 20;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const decimals = (value: number): string => value.toFixed(3);

/** Of resolved questions only, the last probability before the end of each author; one sentence a reader can take as it is. */
export const calibrationSoFar = (forecasts: readonly Forecast[]): CalibrationSoFar => {
  const { resolved, open, overall } = trackRecord(forecasts);
  if (overall === null)
    return {
      resolved,
      forecasts: 0,
      open,
      brier: null,
      skill: null,
      sentence:
        open === 0
          ? 'No forecast has been made yet.'
          : `No forecast has been resolved yet (${counted(open, 'question')} open), so nothing can be said about calibration.`,
    };
  const { forecasts: scored, brier, skillOverBaseRate, frequency, groups } = overall;
  const said = groups.reduce((sum, { weight, meanProbability }) => sum + weight * meanProbability, 0) / scored;
  const { low, high } = wilson(frequency, scored);
  const against =
    skillOverBaseRate === null
      ? 'all came out alike, so skill over the base rate is undefined'
      : `always saying the base rate would have scored ${decimals(overall.parts.uncertainty)}`;
  const verdict =
    scored < FEW_FORECASTS
      ? 'too few to judge calibration'
      : said >= low && said <= high
        ? 'within what chance allows'
        : said > high
          ? 'more was expected than came about'
          : 'less was expected than came about';
  return {
    resolved,
    forecasts: scored,
    open,
    brier,
    skill: skillOverBaseRate,
    sentence: `${counted(scored, 'forecast')} on ${counted(resolved, 'resolved question')}: Brier score ${decimals(brier)} (0 is best; ${against}). On average ${percent(said)} was given, and ${percent(frequency)} came about (95 % interval ${Math.round(low * 100)}–${percent(high)}): ${verdict}.`,
  };
};
