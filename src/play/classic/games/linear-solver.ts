/** Solves Ax = b by Gaussian elimination with partial pivoting, in place; undefined where A is singular. */
export const solveLinear = (matrix: number[][], right: number[]): number[] | undefined => {
  const n = right.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (
        Math.abs((matrix[row] as number[])[column] as number) > Math.abs((matrix[pivot] as number[])[column] as number)
      )
        pivot = row;
    if (Math.abs((matrix[pivot] as number[])[column] as number) < 1e-14) return undefined;
    [matrix[column], matrix[pivot]] = [matrix[pivot] as number[], matrix[column] as number[]];
    [right[column], right[pivot]] = [right[pivot] as number, right[column] as number];
    const lead = matrix[column] as number[];
    for (let row = column + 1; row < n; row++) {
      const target = matrix[row] as number[];
      const factor = (target[column] as number) / (lead[column] as number);
      if (factor === 0) continue;
      for (let at = column; at < n; at++) target[at] = (target[at] as number) - factor * (lead[at] as number);
      right[row] = (right[row] as number) - factor * (right[column] as number);
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let value = right[row] as number;
    for (let at = row + 1; at < n; at++) value -= ((matrix[row] as number[])[at] as number) * (solution[at] as number);
    solution[row] = value / ((matrix[row] as number[])[row] as number);
  }
  return solution;
};
