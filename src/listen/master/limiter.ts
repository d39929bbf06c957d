import { peaksAbove } from './true-peak.ts';

/** How long before and after a peak the gain moves: short enough not to pump, long enough not to click. */
const RAMP_SECONDS = 0.005;

/** The lowest gain within ±`reach` of each sample. */
const lowestWithin = (gains: Float32Array, reach: number): Float32Array => {
  const lowest = new Float32Array(gains.length).fill(1);
  for (let index = 0; index < gains.length; index++) {
    const gain = gains[index] as number;
    if (gain === 1) continue;
    const end = Math.min(gains.length - 1, index + reach);
    for (let near = Math.max(0, index - reach); near <= end; near++)
      if (gain < (lowest[near] as number)) lowest[near] = gain;
  }
  return lowest;
};

/** The mean within ±`reach`; beyond the ends the first and last value go on. */
const smoothed = (gains: Float32Array, reach: number): Float32Array => {
  const last = gains.length - 1;
  const at = (index: number): number => gains[Math.min(last, Math.max(0, index))] as number;
  const width = 2 * reach + 1;
  const out = new Float32Array(gains.length);
  let sum = 0;
  for (let index = -reach; index <= reach; index++) sum += at(index);
  for (let index = 0; index < gains.length; index++) {
    out[index] = sum / width;
    sum += at(index + reach + 1) - at(index - reach);
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
  return samples.map((value, index) => value * (curve[index] as number));
};
