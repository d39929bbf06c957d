/** Coefficients of a second-order section, normalised to a0 = 1. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

export type SampleFilter = (sample: number) => number;

/** A filter with memory (transposed direct form II), a sample at a time: the samples of one signal go through in order. */
export const sampleFilter = ({ b0, b1, b2, a1, a2 }: Biquad): SampleFilter => {
  let s1 = 0;
  let s2 = 0;
  return (x) => {
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    return y;
  };
};

/** A stretch of signal through a filter at rest. */
export const filtered = (samples: Float32Array, biquad: Biquad): Float32Array => {
  const filter = sampleFilter(biquad);
  return samples.map((sample) => filter(sample));
};

/** High shelf after the Audio EQ Cookbook (R. Bristow-Johnson), slope 1: +`gainDb` above `frequency`. */
export const highShelf = (sampleRate: number, frequency: number, gainDb: number): Biquad => {
  const a = 10 ** (gainDb / 40);
  const w = (2 * Math.PI * frequency) / sampleRate;
  const cos = Math.cos(w);
  const root = Math.SQRT2 * Math.sin(w) * Math.sqrt(a);
  const a0 = a + 1 - (a - 1) * cos + root;
  return {
    b0: (a * (a + 1 + (a - 1) * cos + root)) / a0,
    b1: (-2 * a * (a - 1 + (a + 1) * cos)) / a0,
    b2: (a * (a + 1 + (a - 1) * cos - root)) / a0,
    a1: (2 * (a - 1 - (a + 1) * cos)) / a0,
    a2: (a + 1 - (a - 1) * cos - root) / a0,
  };
};
