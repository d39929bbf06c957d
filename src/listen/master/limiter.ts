import { peaksAbove } from './true-peak.ts';

/** How long before and after a peak the gain moves: short enough not to pump, long enough not to click. */
const RAMP_SECONDS = 0.005;

/** The lowest gain within ±`reach` of each sample: a queue keeps the places that can still be the lowest, in rising order. */
const lowestWithin = (gains: Float32Array, reach: number): Float32Array => {
  const lowest = new Float32Array(gains.length);
  const queue = new Int32Array(gains.length);
  let head = 0;
  let tail = 0;
  for (let index = -reach; index < gains.length; index++) {
    const coming = index + reach;
    if (coming < gains.length) {
      const gain = gains[coming] as number;
      while (tail > head && (gains[queue[tail - 1] as number] as number) >= gain) tail--;
      queue[tail++] = coming;
    }
    if (index < 0) continue;
    while ((queue[head] as number) < index - reach) head++;
    lowest[index] = gains[queue[head] as number] as number;
  }
  return lowest;
};

/** The mean within ±`reach`; beyond the ends the first and last value go on. */
const smoothed = (gains: Float32Array, reach: number): Float32Array => {
  const padded = new Float32Array(gains.length + 2 * reach + 1);
  padded.fill(gains[0] as number, 0, reach);
  padded.set(gains, reach);
  padded.fill(gains.at(-1) as number, reach + gains.length);
  const width = 2 * reach + 1;
  const out = new Float32Array(gains.length);
  let sum = 0;
  for (let index = 0; index < width; index++) sum += padded[index] as number;
  for (let index = 0; index < gains.length; index++) {
    out[index] = sum / width;
    sum += (padded[index + width] as number) - (padded[index] as number);
  }
  return out;
};

/**
 * Brings every true peak to `ceiling` (linear) or below by turning the sound down around it, never by cutting it off.
 * The lowest needed gain is spread over the ramp before it is averaged, so at the peak the average cannot be higher.
 */
export const limit = (samples: Float32Array, ceiling: number, sampleRate: number): Float32Array => {
  const peaks = peaksAbove(samples, ceiling);
  const gains = new Float32Array(samples.length).fill(1);
  let needed = false;
  for (let index = 0; index < peaks.length; index++) {
    const peak = peaks[index] as number;
    if (peak === 0) continue;
    gains[index] = ceiling / peak;
    needed = true;
  }
  if (!needed) return samples;
  const reach = Math.round(RAMP_SECONDS * sampleRate);
  const curve = smoothed(lowestWithin(gains, reach), reach);
  const held = new Float32Array(samples.length);
  for (let index = 0; index < held.length; index++) held[index] = (samples[index] as number) * (curve[index] as number);
  return held;
};
