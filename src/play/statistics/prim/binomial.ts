const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0 (Lanczos, g = 7, n = 9; relative error below 1e-14). */
const logGamma = (x: number): number => {
  const z = x - 1;
  const sum = LANCZOS.reduce((total, c, index) => total + c / (z + index + 1), 0.99999999999980993);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
};

/** P(X ≥ hits) for X binomial with n trials of chance p. */
export const binomialUpperTail = (hits: number, n: number, p: number): number => {
  if (hits <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const [logP, logQ] = [Math.log(p), Math.log1p(-p)];
  let tail = 0;
  for (let k = hits; k <= n; k++) {
    const term = Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * logP + (n - k) * logQ);
    tail += term;
    // Past the mode the terms only shrink: the rest adds nothing that a double can hold.
    if (k > n * p && term < tail * 1e-17) break;
  }
  return Math.min(1, tail);
};
