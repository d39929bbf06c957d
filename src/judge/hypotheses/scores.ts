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
  /** Its share in the posterior after damping, 0 … 1: 1 for an item that stands for itself. */
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

/** Exponent of each item in the posterior, by how many rated items share its source. */
const independence = (evidence: readonly Evidence[], dependence: number): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { source } of evidence) if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  return new Map(
    evidence.map(({ id, source }) => {
      const count = source === undefined ? 1 : (counts.get(source) as number);
      return [id, 1 / (1 + (count - 1) * dependence)];
    }),
  );
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

const posteriors = (matrix: Matrix, shares: ReadonlyMap<string, number>): readonly number[] => {
  const before = priors(matrix);
  const logs = matrix.hypotheses.map(({ id }, index) =>
    matrix.evidence.reduce(
      (sum, item) => {
        // An item that is not applicable to one hypothesis says nothing about any: it would punish those it is applied to.
        const values = matrix.hypotheses.map((other) => likelihood(cell(matrix, item.id, other.id)));
        if (values.some((value) => value === undefined)) return sum;
        const own = likelihood(cell(matrix, item.id, id)) as number;
        return sum + (shares.get(item.id) as number) * Math.log(own);
      },
      Math.log(before[index] as number),
    ),
  );
  const top = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
};

/** All four scores of every hypothesis, and what each item of evidence contributes. */
export const scoreMatrix = (matrix: Matrix, { dependence = NO_DEPENDENCE }: ScoreOptions = {}): Scores => {
  const shares = independence(matrix.evidence, dependence);
  const after = posteriors(matrix, shares);
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
    evidence: matrix.evidence.map(({ id }) => ({
      evidence: id,
      diagnosticity: standardDeviation(
        matrix.hypotheses.flatMap((hypothesis) => consistency(cell(matrix, id, hypothesis.id)) ?? []),
      ),
      independence: shares.get(id) as number,
    })),
  };
};
