/** Pearson's r of (guess, truth) pairs. */
export const correlation = (pairs: readonly (readonly [number, number])[]): number => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(pairs.map(([guess]) => guess)), mean(pairs.map(([, truth]) => truth))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [guess, truth] of pairs) {
    xy += (guess - x) * (truth - y);
    xx += (guess - x) ** 2;
    yy += (truth - y) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
};

/** F1 from counts of what is right, what was given, and what should have been. */
export const f1 = ({
  right,
  mine,
  gold,
}: {
  readonly right: number;
  readonly mine: number;
  readonly gold: number;
}): number => (2 * right) / (mine + gold);

/** F1 of "above zero" and of "not above zero", and their mean. */
export const signF1 = (
  pairs: readonly (readonly [number, number])[],
): { readonly positive: number; readonly negative: number; readonly macro: number } => {
  const of = (positive: boolean): number =>
    f1({
      right: pairs.filter(([guess, truth]) => guess > 0 === positive && truth > 0 === positive).length,
      mine: pairs.filter(([guess]) => guess > 0 === positive).length,
      gold: pairs.filter(([, truth]) => truth > 0 === positive).length,
    });
  const [positive, negative] = [of(true), of(false)];
  return { positive, negative, macro: (positive + negative) / 2 };
};
