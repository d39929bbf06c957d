/** PAWN: how far the output's distribution moves when an input is held in one slice of its range. */
export interface PawnIndex {
  readonly name: string;
  /** Median over the slices of the Kolmogorov–Smirnov distance, 0 … 1; and the largest. */
  readonly median: number;
  readonly max: number;
  /** What an input without any influence shows at this sample size (95 % quantile over random slices). */
  readonly noise: number;
}

const SLICES = 10;
const NOISE_ROUNDS = 100;

/** Largest distance between the distribution functions of all outputs and of a part; `ranks` orders the outputs, ties share a rank. */
const distance = (ranks: Int32Array, levels: number, rows: Int32Array, all: Float64Array): number => {
  const part = new Float64Array(levels);
  for (const row of rows) part[ranks[row] as number] = (part[ranks[row] as number] as number) + 1 / rows.length;
  let [worst, mine, whole] = [0, 0, 0];
  for (let level = 0; level < levels; level++) {
    mine += part[level] as number;
    whole += all[level] as number;
    worst = Math.max(worst, Math.abs(mine - whole));
  }
  return worst;
};

/**
 * Density-based sensitivity from any sample, correlated inputs included (Pianosi & Wagener, "Distribution-based sensitivity analysis from a generic input-output sample", 2018):
 * the sample is cut into ten equal slices along each input.
 */
export const pawn = (
  names: readonly string[],
  columns: readonly Float64Array[],
  output: Float64Array,
  uniform: () => number,
): readonly PawnIndex[] => {
  const n = output.length;
  const values = [...new Set(output)].sort((a, b) => a - b);
  const rankOf = new Map(values.map((value, rank) => [value, rank]));
  const ranks = Int32Array.from(output, (value) => rankOf.get(value) as number);
  const all = new Float64Array(values.length);
  for (const rank of ranks) all[rank] = (all[rank] as number) + 1 / n;
  const slicesOf = (order: Int32Array): readonly number[] =>
    Array.from({ length: SLICES }, (_, slice) =>
      distance(
        ranks,
        values.length,
        order.subarray(Math.floor((slice * n) / SLICES), Math.floor(((slice + 1) * n) / SLICES)),
        all,
      ),
    );
  const median = (list: readonly number[]): number => {
    const sorted = [...list].sort((a, b) => a - b);
    return ((sorted[(SLICES - 1) >> 1] as number) + (sorted[SLICES >> 1] as number)) / 2;
  };
  const order = Int32Array.from({ length: n }, (_, row) => row);
  const noise = Array.from({ length: NOISE_ROUNDS }, () => {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1));
      const kept = order[i] as number;
      order[i] = order[j] as number;
      order[j] = kept;
    }
    return median(slicesOf(order));
  }).sort((a, b) => a - b);
  const threshold = noise[Math.floor(0.95 * NOISE_ROUNDS)] as number;
  return names
    .map((name, column) => {
      const input = columns[column] as Float64Array;
      const slices = slicesOf(
        Int32Array.from({ length: n }, (_, row) => row).sort((a, b) => (input[a] as number) - (input[b] as number)),
      );
      return { name, median: median(slices), max: Math.max(...slices), noise: threshold };
    })
    .sort((a, b) => b.median - a.median);
};
