/** Kish's effective number of weighted samples (1965): (Σw)² / Σw². 0 when no weight is left. */
export const effectiveSampleSize = (weights: ArrayLike<number>): number => {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number;
    sum += weight;
    squares += weight * weight;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
};
