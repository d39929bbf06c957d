/** Coefficients of a second-order section, normalised to a0 = 1. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** A filter with memory: the stretches of one signal go through in order. */
export type Filter = (input: Float32Array | Float64Array, output: Float32Array | Float64Array) => void;

/**
 * Two sections in a row (transposed direct form II), in one loop: a processor works on both at the same time. Input and
 * output have the same length.
 */
export const cascade = (first: Biquad, second: Biquad): Filter => {
  let memory = [0, 0, 0, 0] as readonly [number, number, number, number];
  return (input, output) => {
    let [p1, p2, q1, q2] = memory;
    for (let index = 0; index < input.length; index++) {
      const x = input[index] as number;
      const y = first.b0 * x + p1;
      p1 = first.b1 * x - first.a1 * y + p2;
      p2 = first.b2 * x - first.a2 * y;
      const z = second.b0 * y + q1;
      q1 = second.b1 * y - second.a1 * z + q2;
      q2 = second.b2 * y - second.a2 * z;
      output[index] = z;
    }
    memory = [p1, p2, q1, q2];
  };
};

/** A stretch of signal through a section at rest. */
export const filtered = (samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad): Float32Array => {
  const output = new Float32Array(samples.length);
  let s1 = 0;
  let s2 = 0;
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index] as number;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    output[index] = y;
  }
  return output;
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
