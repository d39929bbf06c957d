import { normalCdf, normalQuantile } from './normal.ts';

/** A pair of columns and its rank correlation. */
export interface RankCorrelation {
  readonly a: number;
  readonly b: number;
  readonly spearman: number;
}

/** The Pearson correlation of the normal copula whose rank correlation is ρ: 2 sin(πρ/6) (K. Pearson 1907). */
export const spearmanToPearson = (rho: number): number => 2 * Math.sin((Math.PI * rho) / 6);

interface Factor {
  /** Columns that take part, ascending. */
  readonly columns: readonly number[];
  /** Lower triangle of the Cholesky factor, row by row. */
  readonly rows: readonly (readonly number[])[];
}

const EPSILON = 1e-12;

const factorise = (correlations: readonly RankCorrelation[]): Factor | { readonly failedColumn: number } => {
  const columns = [...new Set(correlations.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  const at = new Map(columns.map((column, index) => [column, index]));
  const matrix = columns.map((_, i) => columns.map((__, j) => (i === j ? 1 : 0)));
  for (const { a, b, spearman } of correlations) {
    const [i, j] = [at.get(a) as number, at.get(b) as number];
    const r = spearmanToPearson(spearman);
    (matrix[i] as number[])[j] = r;
    (matrix[j] as number[])[i] = r;
  }
  const rows: number[][] = [];
  for (let i = 0; i < columns.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = (matrix[i] as number[])[j] as number;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * ((j === i ? row[k] : rows[j]?.[k]) as number);
      if (j === i) {
        if (sum < -EPSILON) return { failedColumn: columns[i] as number };
        row.push(Math.sqrt(Math.max(sum, 0)));
      } else {
        const pivot = rows[j]?.[j] as number;
        if (pivot < Math.sqrt(EPSILON) && Math.abs(sum) > Math.sqrt(EPSILON))
          return { failedColumn: columns[i] as number };
        row.push(pivot < Math.sqrt(EPSILON) ? 0 : sum / pivot);
      }
    }
    rows.push(row);
  }
  return { columns, rows };
};

/** The first column whose stated correlations contradict the earlier ones (no such matrix is positive semi-definite); null when all can hold. */
export const firstNegativePivot = (correlations: readonly RankCorrelation[]): number | null => {
  const factor = factorise(correlations);
  return 'failedColumn' in factor ? factor.failedColumn : null;
};

/**
 * Ties columns of independent uniforms in (0, 1) together by a Gaussian copula, in place. Columns without a correlation stay as they are, bit for bit.
 *
 * @param points rows × columns, row by row
 */
export const applyGaussianCopula = (
  points: Float64Array,
  columns: number,
  correlations: readonly RankCorrelation[],
): void => {
  const factor = factorise(correlations);
  if ('failedColumn' in factor) throw new RangeError('correlations must be checked before they are applied');
  const { columns: tied, rows } = factor;
  const z = new Float64Array(tied.length);
  for (let start = 0; start < points.length; start += columns) {
    for (let i = 0; i < tied.length; i++) z[i] = normalQuantile(points[start + (tied[i] as number)] as number);
    for (let i = 1; i < tied.length; i++) {
      const row = rows[i] as readonly number[];
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += (row[j] as number) * (z[j] as number);
      points[start + (tied[i] as number)] = Math.min(Math.max(normalCdf(sum), Number.EPSILON), 1 - Number.EPSILON);
    }
  }
};
