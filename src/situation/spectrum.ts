/** A real symmetric matrix, row by row. */
export type SymmetricMatrix = readonly Float64Array[];

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Beside the diagonal: entry i couples i and i + 1. */
  readonly off: Float64Array;
}

const dot = (a: Float64Array, b: Float64Array, from: number): number => {
  let sum = 0;
  for (let i = from; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/** Householder reflections bring the matrix to three diagonals with the same eigenvalues (Golub & Van Loan, §8.3). */
const tridiagonalise = (matrix: SymmetricMatrix): Tridiagonal => {
  const rows = matrix.map((row) => Float64Array.from(row));
  const size = rows.length;
  const off = new Float64Array(Math.max(0, size - 1));
  const v = new Float64Array(size);
  const w = new Float64Array(size);
  for (let k = 0; k + 1 < size; k += 1) {
    const pivot = rows[k] as Float64Array;
    v.fill(0);
    for (let i = k + 1; i < size; i += 1) v[i] = pivot[i] as number;
    const first = v[k + 1] as number;
    const norm = Math.sqrt(dot(v, v, k + 1));
    const image = first > 0 ? -norm : norm;
    off[k] = image;
    v[k + 1] = first - image;
    const square = dot(v, v, k + 1);
    if (square === 0) continue;
    w.fill(0);
    for (let i = k + 1; i < size; i += 1) w[i] = (2 * dot(rows[i] as Float64Array, v, k + 1)) / square;
    const along = dot(w, v, k + 1) / square;
    for (let i = k + 1; i < size; i += 1) w[i] = (w[i] as number) - along * (v[i] as number);
    for (let i = k + 1; i < size; i += 1) {
      const row = rows[i] as Float64Array;
      const [vi, wi] = [v[i] as number, w[i] as number];
      for (let j = k + 1; j < size; j += 1) row[j] = (row[j] as number) - vi * (w[j] as number) - wi * (v[j] as number);
    }
  }
  return { diagonal: Float64Array.from(rows, (row, i) => row[i] as number), off };
};

/** How many eigenvalues lie below x: the negative pivots of T − xI (Sylvester's law of inertia). */
const countBelow = ({ diagonal, off }: Tridiagonal, x: number): number => {
  let pivot = 1;
  let count = 0;
  for (let i = 0; i < diagonal.length; i += 1) {
    const coupling = i === 0 ? 0 : (off[i - 1] as number) ** 2;
    pivot = (diagonal[i] as number) - x - coupling / pivot;
    if (pivot === 0) pivot = Number.EPSILON * Number.EPSILON;
    if (pivot < 0) count += 1;
  }
  return count;
};

const radius = ({ diagonal, off }: Tridiagonal): number => {
  let bound = 0;
  for (let i = 0; i < diagonal.length; i += 1)
    bound = Math.max(bound, Math.abs(diagonal[i] as number) + Math.abs(off[i - 1] ?? 0) + Math.abs(off[i] ?? 0));
  return bound;
};

/** All eigenvalues, smallest first, by bisection of the tridiagonal form; about n³ steps. */
export const eigenvalues = (matrix: SymmetricMatrix): Float64Array => {
  const tridiagonal = tridiagonalise(matrix);
  const bound = radius(tridiagonal);
  const nth = (n: number): number => {
    let [low, high] = [-bound, bound];
    for (;;) {
      const middle = (low + high) / 2;
      if (middle <= low || middle >= high) return middle;
      if (countBelow(tridiagonal, middle) > n) high = middle;
      else low = middle;
    }
  };
  return Float64Array.from(matrix, (_, n) => nth(n));
};
