import type { Evidence, Matrix } from '../../model/index.ts';
import { cell, consistency, likelihood, weight } from './rating.ts';

/** The four scores of one hypothesis. */
export interface HypothesisScore {
  readonly hypothesis: string;
  /** Heuer's count of inconsistency: I is 1, II is 2; the least is the best. */
  readonly inconsistency: number;
  /** The same, each item weighed by credibility and relevance, below 0; the nearest to 0 is the best (PARC ACH). */
  readonly weighted: number;
  /** Squared inconsistency, so that one strong contradiction counts like four weak ones; the least is the best (Open Synthesis). */
  readonly squared: number;
  /** Probability after the evidence, 0 … 1; all hypotheses sum to 1. */
  readonly posterior: number;
}

/** What one item of evidence does for the ranking. */
export interface EvidenceScore {
  readonly evidence: string;
  /** Standard deviation of its ratings on −2 … 2: 0 where it speaks for or against all alike. */
  readonly diagnosticity: number;
  /**
   * Its share in the posterior after damping, 0 … 1: 1 for an item that stands for itself. Only rows that are rated under
   * every hypothesis count, for the posterior and for the damping.
   */
  readonly independence: number;
}

export interface Scores {
  readonly hypotheses: readonly HypothesisScore[];
  readonly evidence: readonly EvidenceScore[];
}

export interface ScoreOptions {
  /**
   * How far items of one source repeat each other, 0 (not at all) … 1 (wholly). The k items of a source together count as
   * k / (1 + (k − 1)·dependence) items.
   */
  readonly dependence?: number;
}

const NO_DEPENDENCE = 0;

/** Logarithms of the likelihood of an item under each hypothesis; undefined where it is not applied, or not rated yet. */
export type LogLikelihoods = readonly (number | undefined)[];

export const logLikelihoods = (matrix: Matrix, evidence: string): LogLikelihoods =>
  matrix.hypotheses.map(({ id }) => {
    const value = likelihood(cell(matrix, evidence, id));
    return value === undefined ? undefined : Math.log(value);
  });

/**
 * An item that is not applicable to one hypothesis says nothing about any: it would punish those that it is applied to.
 * Nor does one whose row is not filled yet.
 */
export const isWhole = (logs: LogLikelihoods): logs is readonly number[] => logs.every((log) => log !== undefined);

/** What each of `count` items of one source counts. */
export const shareOf = (count: number, dependence: number): number => 1 / (1 + Math.max(0, count - 1) * dependence);

/** How many items that count share a source, by source. */
export const countBySource = (
  evidence: readonly Evidence[],
  counts: (index: number) => boolean,
): ReadonlyMap<string, number> => {
  const bySource = new Map<string, number>();
  evidence.forEach(({ source }, index) => {
    if (source !== undefined && counts(index)) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  });
  return bySource;
};

const standardDeviation = (values: readonly number[]): number => {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** Priors as given, the rest of 1 shared equally among hypotheses without one. */
export const priors = ({ hypotheses }: Matrix): readonly number[] => {
  const stated = hypotheses.reduce((sum, { prior }) => sum + (prior ?? 0), 0);
  const open = hypotheses.filter(({ prior }) => prior === undefined).length;
  return hypotheses.map(({ prior }) => prior ?? Math.max(0, 1 - stated) / open);
};

/** Probabilities from their logarithms, whatever these sum to. */
export const normalised = (logs: readonly number[]): number[] => {
  const top = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
};

/** All four scores of every hypothesis, and what each item of evidence contributes. */
export const scoreMatrix = (matrix: Matrix, { dependence = NO_DEPENDENCE }: ScoreOptions = {}): Scores => {
  const rows = matrix.evidence.map(({ id }) => logLikelihoods(matrix, id));
  const whole = rows.map(isWhole);
  const bySource = countBySource(matrix.evidence, (index) => whole[index] as boolean);
  // A row that does not count yet is shown with what it would count.
  const shares = matrix.evidence.map(({ source }, index) => {
    const others = source === undefined ? 0 : (bySource.get(source) ?? 0) - (whole[index] ? 1 : 0);
    return shareOf(others + 1, dependence);
  });
  const sums = priors(matrix).map((prior) => Math.log(prior));
  rows.forEach((row, index) => {
    if (!isWhole(row)) return;
    for (let column = 0; column < sums.length; column++)
      sums[column] = (sums[column] as number) + (shares[index] as number) * (row[column] as number);
  });
  const after = normalised(sums);
  return {
    hypotheses: matrix.hypotheses.map(({ id }, index) => {
      let [inconsistency, weighted, squared] = [0, 0, 0];
      for (const item of matrix.evidence) {
        const against = Math.max(0, -(consistency(cell(matrix, item.id, id)) ?? 0));
        inconsistency += against;
        weighted -= against * weight(item);
        squared += against * against;
      }
      return {
        hypothesis: id,
        inconsistency,
        weighted: weighted === 0 ? 0 : weighted,
        squared,
        posterior: after[index] as number,
      };
    }),
    evidence: matrix.evidence.map(({ id }, index) => ({
      evidence: id,
      diagnosticity: standardDeviation(
        matrix.hypotheses.flatMap((hypothesis) => consistency(cell(matrix, id, hypothesis.id)) ?? []),
      ),
      independence: shares[index] as number,
    })),
  };
};
