import { windowedSinc } from './sinc.ts';

const REACH = 16;

/** The same sound at another rate, by band-limited interpolation; for the rare voice that differs from its neighbour. */
export const resample = (samples: Float32Array, from: number, to: number): Float32Array => {
  if (from === to) return samples;
  const cutoff = Math.min(1, to / from);
  const reach = Math.ceil(REACH / cutoff);
  const out = new Float32Array(Math.round((samples.length * to) / from));
  for (let index = 0; index < out.length; index++) {
    const centre = (index * from) / to;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let near = first; near <= last; near++)
      sum += (samples[near] as number) * windowedSinc(near - centre, reach, cutoff);
    out[index] = sum;
  }
  return out;
};
