/** Modified Bessel function of the first kind, order 0, by its power series. */
const bessel0 = (x: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
};

/** About 80 dB of stop band. */
const KAISER_BETA = 8;

/** Band-limited interpolation kernel at `x` samples from its centre: a sinc under a Kaiser window of ±`reach` samples. */
export const windowedSinc = (x: number, reach: number, cutoff = 1): number => {
  if (Math.abs(x) >= reach) return 0;
  const window = bessel0(KAISER_BETA * Math.sqrt(1 - (x / reach) ** 2)) / bessel0(KAISER_BETA);
  const phase = Math.PI * cutoff * x;
  return cutoff * window * (phase === 0 ? 1 : Math.sin(phase) / phase);
};
