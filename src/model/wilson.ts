/** A closed range. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** 1.959964: the normal quantile of 97.5 %. */
export const Z95 = 1.959963984540054;

/** Wilson's score interval for a proportion (E. B. Wilson 1927). `n` may be an effective number; 0 of 0 gives [0, 1]. */
export const wilson = (share: number, n: number, z = Z95): Range => {
  if (n <= 0) return { low: 0, high: 1 };
  const z2 = z * z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: share === 0 ? 0 : Math.max(centre - half, 0), high: share === 1 ? 1 : Math.min(centre + half, 1) };
};
