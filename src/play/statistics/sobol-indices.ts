/** A variance-based index with a percentile bootstrap interval. */
export interface SensitivityIndex {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface SobolIndices {
  readonly name: string;
  readonly first: SensitivityIndex;
  readonly total: SensitivityIndex;
}

export interface SecondOrderIndex {
  readonly a: string;
  readonly b: string;
  readonly value: number;
}

/**
 * Outputs of the radial design of Saltelli et al. (2010): `a` and `b` at the rows of two independent sample matrices, `ab[i]` at
 * the rows of A with column i taken from B, `ba[i]` the reverse (for second-order indices). All of one length N.
 */
export interface SobolOutputs {
  readonly names: readonly string[];
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ab: readonly Float64Array[];
  readonly ba?: readonly Float64Array[];
}

export interface BootstrapOptions {
  readonly resamples?: number;
  /** Coverage of the interval, .95 by default. */
  readonly coverage?: number;
  /** Uniform numbers in [0, 1): the caller's seeded stream. */
  readonly uniform: () => number;
}

const RESAMPLES = 200;
const COVERAGE = 0.95;

type Rows = Int32Array | null;

const at = (values: Float64Array, rows: Rows, index: number): number =>
  values[rows ? (rows[index] as number) : index] as number;

const variance = (
  a: Float64Array,
  b: Float64Array,
  rows: Rows,
): { readonly mean: number; readonly variance: number } => {
  const n = a.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += at(a, rows, i) + at(b, rows, i);
  const mean = sum / (2 * n);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (at(a, rows, i) - mean) ** 2 + (at(b, rows, i) - mean) ** 2;
  return { mean, variance: squares / (2 * n - 1) };
};

/** First order: Saltelli et al. 2010, table 2 (b); total: Jansen 1999, (f). */
const estimate = (
  a: Float64Array,
  b: Float64Array,
  ab: Float64Array,
  rows: Rows,
): readonly [first: number, total: number] => {
  const n = a.length;
  const { variance: spread, mean } = variance(a, b, rows);
  if (spread === 0) return [0, 0];
  let [first, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [ya, yb, yab] = [at(a, rows, i), at(b, rows, i), at(ab, rows, i)];
    // Centred outputs: the estimator is exact under a shift, its error is not.
    first += (yb - mean) * (yab - ya);
    total += (ya - yab) ** 2;
  }
  return [first / n / spread, total / (2 * n) / spread];
};

const quantile = (sorted: readonly number[], p: number): number => {
  const position = (sorted.length - 1) * p;
  const [below, above] = [Math.floor(position), Math.ceil(position)];
  return (sorted[below] as number) + ((sorted[above] as number) - (sorted[below] as number)) * (position - below);
};

/** @throws RangeError where outputs are of unequal length, empty, not finite, or not one column a name */
const checkOutputs = ({ names, a, b, ab, ba }: SobolOutputs): void => {
  const columns = [a, b, ...ab, ...(ba ?? [])];
  if (a.length === 0) throw new RangeError('no samples');
  if (ab.length !== names.length || (ba && ba.length !== names.length))
    throw new RangeError(`${names.length} inputs, but ${ab.length} mixed columns`);
  if (columns.some((column) => column.length !== a.length))
    throw new RangeError('the sample columns are of unequal length: they come from different designs');
  if (columns.some((column) => column.some((y) => !Number.isFinite(y))))
    throw new RangeError('an output is no finite number');
};

/** First-order and total indices with bootstrap intervals; inputs must be independent of one another. */
export const sobolIndices = (
  outputs: SobolOutputs,
  { resamples = RESAMPLES, coverage = COVERAGE, uniform }: BootstrapOptions,
): readonly SobolIndices[] => {
  checkOutputs(outputs);
  const { names, a, b, ab } = outputs;
  const n = a.length;
  const draws = Array.from({ length: resamples }, () =>
    Int32Array.from({ length: n }, () => Math.floor(uniform() * n)),
  );
  const tail = (1 - coverage) / 2;
  return names.map((name, index) => {
    const mixed = ab[index] as Float64Array;
    const [first, total] = estimate(a, b, mixed, null);
    const resampled = draws.map((rows) => estimate(a, b, mixed, rows));
    const interval = (which: 0 | 1): readonly [number, number] => {
      if (resamples === 0) return [Number.NaN, Number.NaN];
      const sorted = resampled.map((pair) => pair[which]).sort((x, y) => x - y);
      return [quantile(sorted, tail), quantile(sorted, 1 - tail)];
    };
    const [firstInterval, totalInterval] = [interval(0), interval(1)];
    return {
      name,
      first: { value: first, low: firstInterval[0], high: firstInterval[1] },
      total: { value: total, low: totalInterval[0], high: totalInterval[1] },
    };
  });
};

/** Second-order indices of every pair (Saltelli 2002), from a design that has `ba`. */
export const secondOrderIndices = (outputs: SobolOutputs): readonly SecondOrderIndex[] => {
  checkOutputs(outputs);
  const { names, a, b, ab, ba } = outputs;
  if (!ba) throw new RangeError('second-order indices need the columns B with one input of A');
  const n = a.length;
  const { variance: spread, mean } = variance(a, b, null);
  const first = ab.map((mixed) => estimate(a, b, mixed, null)[0]);
  const pairs: SecondOrderIndex[] = [];
  for (let i = 0; i < names.length; i++) {
    for (let j = i + 1; j < names.length; j++) {
      let sum = 0;
      for (let r = 0; r < n; r++) {
        sum +=
          (((ba[i] as Float64Array)[r] as number) - mean) * (((ab[j] as Float64Array)[r] as number) - mean) -
          ((a[r] as number) - mean) * ((b[r] as number) - mean);
      }
      const closed = spread === 0 ? 0 : sum / n / spread;
      pairs.push({
        a: names[i] as string,
        b: names[j] as string,
        value: closed - (first[i] as number) - (first[j] as number),
      });
    }
  }
  return pairs;
};
