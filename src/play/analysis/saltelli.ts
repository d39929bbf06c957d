import { WatchfloorError } from '../../model/index.ts';
import { type SobolIndices, sobolIndices } from '../statistics/sobol-indices.ts';

/** Inputs that are changed together. Independent of each other, or Sobol indices mean nothing. */
export interface InputGroup {
  readonly name: string;
  readonly columns: readonly number[];
}

/**
 * The rows of a Saltelli design: A, B, then for each group A with the group's columns from B. `a` and `b` are n × width, row by row.
 *
 * @returns (2 + groups) × n × width
 */
export const saltelliRows = (
  a: Float64Array,
  b: Float64Array,
  width: number,
  groups: readonly InputGroup[],
): Float64Array => {
  const n = a.length / width;
  const rows = new Float64Array((2 + groups.length) * a.length);
  rows.set(a, 0);
  rows.set(b, a.length);
  groups.forEach(({ columns }, g) => {
    const start = (2 + g) * a.length;
    rows.set(a, start);
    for (let row = 0; row < n; row++)
      for (const column of columns) rows[start + row * width + column] = b[row * width + column] as number;
  });
  return rows;
};

/** Indices from the outputs of `saltelliRows`, one a row. */
export const saltelliIndices = (
  outputs: Float64Array,
  groups: readonly InputGroup[],
  uniform: () => number,
): readonly SobolIndices[] => {
  const n = outputs.length / (2 + groups.length);
  const block = (index: number): Float64Array => outputs.slice(index * n, (index + 1) * n);
  return sobolIndices(
    { names: groups.map(({ name }) => name), a: block(0), b: block(1), ab: groups.map((_, g) => block(2 + g)) },
    { uniform },
  );
};

/** A table made elsewhere: inputs and one output, rows in the blocks A, B, AB₁ … AB_k. */
export interface SampleTable {
  readonly names: readonly string[];
  /** Row by row, names.length wide. */
  readonly inputs: Float64Array;
  readonly output: Float64Array;
}

/**
 * Sobol indices from a table of samples, after checking that the rows are what the estimator takes them for: an estimate from misaligned rows looks like any other number.
 *
 * @throws WatchfloorError play.misaligned-samples
 */
export const indicesFromTable = (
  { names, inputs, output }: SampleTable,
  uniform: () => number,
): readonly SobolIndices[] => {
  const width = names.length;
  const n = output.length / (width + 2);
  const fail = (message: string): never => {
    throw new WatchfloorError('play.misaligned-samples', message);
  };
  if (!Number.isInteger(n) || n < 2)
    fail(`${output.length} rows do not make ${width} + 2 equal blocks A, B, AB1 … AB${width} of two rows or more.`);
  const at = (block: number, row: number, column: number): number =>
    inputs[(block * n + row) * width + column] as number;
  for (let column = 0; column < width; column++)
    for (let row = 0; row < n; row++)
      for (let other = 0; other < width; other++)
        if (at(2 + column, row, other) !== at(other === column ? 1 : 0, row, other))
          fail(
            `Row ${(2 + column) * n + row + 1} must be row ${row + 1} with ${names[column]} from row ${n + row + 1}, but its ${names[other]} differs: the samples are out of line.`,
          );
  return saltelliIndices(
    output,
    names.map((name, column) => ({ name, columns: [column] })),
    uniform,
  );
};
