import { Z95 } from '../../model/index.ts';

/** A likelihood ratio with its 95 % interval. */
export interface LikelihoodRatio {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Counts of one group of runs (one draw of the parameters): with and without the signal, where the outcome comes about (`inside`) and where it does not. */
export interface SignalCounts {
  readonly seenInside: number;
  readonly inside: number;
  readonly seenOutside: number;
  readonly outside: number;
}

/** Added to each count, so that a ratio of rare signals is finite (Gart & Zweifel 1967). */
const HALF = 0.5;

const logRatio = (seenInside: number, inside: number, seenOutside: number, outside: number): number =>
  Math.log((seenInside + HALF) / (inside + 2 * HALF)) - Math.log((seenOutside + HALF) / (outside + 2 * HALF));

/**
 * P(signal | outcome) / P(signal | no outcome). Runs of one draw of the parameters resemble each other, so the standard error of its logarithm is the jackknife's over
 * groups (Tukey 1958), not that of independent runs. Null when no run is on one of the sides.
 */
export const likelihoodRatio = (groups: readonly SignalCounts[]): LikelihoodRatio | null => {
  const total = { seenInside: 0, inside: 0, seenOutside: 0, outside: 0 };
  for (const group of groups) {
    total.seenInside += group.seenInside;
    total.inside += group.inside;
    total.seenOutside += group.seenOutside;
    total.outside += group.outside;
  }
  if (total.inside === 0 || total.outside === 0) return null;
  const log = logRatio(total.seenInside, total.inside, total.seenOutside, total.outside);
  const without = groups.map((group) =>
    logRatio(
      total.seenInside - group.seenInside,
      total.inside - group.inside,
      total.seenOutside - group.seenOutside,
      total.outside - group.outside,
    ),
  );
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const error = Math.sqrt(
    ((groups.length - 1) / groups.length) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0),
  );
  return { value: Math.exp(log), low: Math.exp(log - Z95 * error), high: Math.exp(log + Z95 * error) };
};
