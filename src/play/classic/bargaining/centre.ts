/** Weighted mean; NaN without weight. */
export const weightedMean = (values: readonly number[], weights: readonly number[]): number => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] as number), 0) / total;
};

/** The least value at which at least half of the weight is reached (Black 1948: it beats every other in pairwise votes). */
export const weightedMedian = (values: readonly number[], weights: readonly number[]): number => {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  let reached = 0;
  for (const index of order) {
    reached += weights[index] as number;
    if (reached >= half) return values[index] as number;
  }
  return Number.NaN;
};
