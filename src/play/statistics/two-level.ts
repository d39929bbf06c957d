import { type Range, wilson } from '../../model/index.ts';
import { betaQuantile } from '../sampling/beta.ts';

/** A share estimated from runs in groups: each group is one draw of the parameters, its runs differ by chance alone. */
export interface TwoLevelShare {
  readonly share: number;
  /** Monte-Carlo error alone: what more runs would narrow. 95 %, Wilson at the effective number of runs. */
  readonly interval: Range;
  /** Runs divided by the design effect 1 + (m − 1)·ρ of groups (Kish 1965). */
  readonly effectiveRuns: number;
  /** Spread over the parameters: where 90 % of the draws' own probabilities lie. What more runs would not narrow. */
  readonly spread: Range;
  /** Share of the outcome's variance that is between draws of the parameters, 0 … 1: how much hangs on what is not known, against chance. */
  readonly betweenShare: number;
}

/**
 * Tells Monte-Carlo error from the spread over parameters. Between-draw variance by the analysis-of-variance estimator; the spread is that of the beta distribution with the
 * estimated mean and between-draw variance (moments of the beta-binomial, Skellam 1948), because the raw shares of small groups would show chance as spread.
 *
 * @param hits runs of each group with the outcome
 * @param sizes runs of each group, all above 0
 */
export const twoLevelShare = (hits: ArrayLike<number>, sizes: ArrayLike<number>): TwoLevelShare => {
  const groups = hits.length;
  let [runs, total, squares] = [0, 0, 0];
  for (let g = 0; g < groups; g++) {
    runs += sizes[g] as number;
    total += hits[g] as number;
    squares += (sizes[g] as number) ** 2;
  }
  const share = total / runs;
  let [within, between] = [0, 0];
  for (let g = 0; g < groups; g++) {
    const size = sizes[g] as number;
    const p = (hits[g] as number) / size;
    within += size * p * (1 - p);
    between += size * (p - share) ** 2;
  }
  const variance = share * (1 - share);
  const meanSize = groups > 1 ? (runs - squares / runs) / (groups - 1) : runs;
  const [msWithin, msBetween] = [runs > groups ? within / (runs - groups) : 0, groups > 1 ? between / (groups - 1) : 0];
  const separable = runs > groups && groups > 1 && variance > 0;
  const betweenVariance = separable ? Math.min(Math.max((msBetween - msWithin) / meanSize, 0), variance) : 0;
  const rho = separable ? betweenVariance / (betweenVariance + msWithin) : 0;
  const effectiveRuns = runs / (1 + (squares / runs - 1) * rho);
  return {
    share,
    interval: wilson(share, effectiveRuns),
    effectiveRuns,
    spread: betaSpread(share, betweenVariance),
    betweenShare: variance > 0 ? Math.min(betweenVariance / variance, 1) : 0,
  };
};

const LOW = 0.05;
const HIGH = 0.95;

const betaSpread = (mean: number, variance: number): Range => {
  const most = mean * (1 - mean);
  if (variance <= 1e-12 || most <= 0) return { low: mean, high: mean };
  const size = most / Math.min(variance, most * 0.999) - 1;
  return {
    low: betaQuantile(LOW, mean * size, (1 - mean) * size),
    high: betaQuantile(HIGH, mean * size, (1 - mean) * size),
  };
};
