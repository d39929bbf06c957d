/** Entropy of counts in bits, with Miller and Madow's correction (1955) for the bias of small samples. */
export const entropy = (counts: Iterable<number>): number => {
  let total = 0;
  let sum = 0;
  let cells = 0;
  for (const count of counts) {
    if (count <= 0) continue;
    total += count;
    sum += count * Math.log2(count);
    cells++;
  }
  return total === 0 ? 0 : Math.log2(total) - sum / total + (cells - 1) / (2 * total * Math.LN2);
};

/** Mutual information in bits of a signal pattern and a class, from their joint counts (patterns × classes); never below 0. */
export const mutualInformation = (joint: readonly (readonly number[])[]): number => {
  const patterns = joint.map((row) => row.reduce((sum, count) => sum + count, 0));
  const classes = (joint[0] ?? []).map((_, c) => joint.reduce((sum, row) => sum + (row[c] as number), 0));
  return Math.max(0, entropy(patterns) + entropy(classes) - entropy(joint.flat()));
};
