import type { CellRating, Evidence, Grade, Matrix, Rating } from '../../model/index.ts';

/** Chance to see the evidence if the hypothesis is true, by rating. */
export const LIKELIHOODS: Readonly<Record<Exclude<Rating, 'NA'>, number>> = {
  CC: 0.95,
  C: 0.8,
  N: 0.5,
  I: 0.2,
  II: 0.05,
};

/** −2 (very inconsistent) … 2 (very consistent); undefined where the cell says nothing. */
const SCORES: Readonly<Record<Exclude<Rating, 'NA'>, number>> = { CC: 2, C: 1, N: 0, I: -1, II: -2 };

/** Weights of credibility and relevance in PARC's ACH: 1/√2, 1, √2. */
const WEIGHTS: Readonly<Record<Grade, number>> = { L: Math.SQRT1_2, M: 1, H: Math.SQRT2 };

export const cell = (matrix: Matrix, evidence: string, hypothesis: string): CellRating =>
  matrix.ratings[evidence]?.[hypothesis] ?? 'NA';

/** The nearest word for a likelihood: halfway between the figures of the words it changes over. */
export const ratingOf = (value: CellRating): Rating => {
  if (typeof value !== 'number') return value;
  const words = Object.entries(LIKELIHOODS) as readonly (readonly [Rating, number])[];
  return words.reduce((best, next) => (Math.abs(next[1] - value) < Math.abs(best[1] - value) ? next : best))[0];
};

/** Consistency on −2 … 2, undefined for N/A. */
export const consistency = (value: CellRating): number | undefined => {
  const rating = ratingOf(value);
  return rating === 'NA' ? undefined : SCORES[rating];
};

/** Likelihood of the evidence under the hypothesis, undefined for N/A. */
export const likelihood = (value: CellRating): number | undefined => {
  if (typeof value === 'number') return value;
  return value === 'NA' ? undefined : LIKELIHOODS[value];
};

export const weight = ({ credibility, relevance }: Evidence): number => WEIGHTS[credibility] * WEIGHTS[relevance];
