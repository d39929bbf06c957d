import { windowedSinc } from './sinc.ts';

/** ITU-R BS.1770-5, annex 2: the peak of the signal between its samples, from fourfold oversampling. */
const OVERSAMPLING = 4;
const REACH = 8;
const TAPS = 2 * REACH;

const PHASES = Array.from({ length: OVERSAMPLING - 1 }, (_, phase) =>
  Float64Array.from({ length: TAPS }, (_, tap) => windowedSinc(tap - (REACH - 1) - (phase + 1) / OVERSAMPLING, REACH)),
);

/** No interpolated value exceeds the largest sample in reach by more than this factor. */
const WORST_GAIN = Math.max(...PHASES.map((taps) => taps.reduce((sum, tap) => sum + Math.abs(tap), 0)));

const peakAround = (samples: Float32Array, index: number): number => {
  let peak = Math.abs(samples[index] as number);
  for (const taps of PHASES) {
    let value = 0;
    for (let tap = 0; tap < TAPS; tap++) value += (taps[tap] as number) * (samples[index + tap - REACH + 1] ?? 0);
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
};

const largestSample = (samples: Float32Array, from: number, to: number): number => {
  let largest = 0;
  for (let index = Math.max(0, from); index < Math.min(samples.length, to); index++)
    largest = Math.max(largest, Math.abs(samples[index] as number));
  return largest;
};

/** Calls `visit` with every place whose true peak may exceed `floor`, and that peak. */
const visitPeaks = (samples: Float32Array, floor: () => number, visit: (index: number, peak: number) => void): void => {
  for (let start = 0; start < samples.length; start += TAPS) {
    const reachable = largestSample(samples, start - REACH, start + TAPS + REACH) * WORST_GAIN;
    if (reachable <= floor()) continue;
    const end = Math.min(start + TAPS, samples.length);
    for (let index = start; index < end; index++) visit(index, peakAround(samples, index));
  }
};

/** Linear true peak, 1 is full scale, or `atLeast` if that is higher: what cannot exceed it is not looked into. */
export const truePeak = (samples: Float32Array, atLeast = 0): number => {
  let highest = atLeast;
  visitPeaks(
    samples,
    () => highest,
    (_, peak) => {
      highest = Math.max(highest, peak);
    },
  );
  return highest;
};

/** The true peaks above `ceiling`, by sample index, the rest 0. */
export const peaksAbove = (samples: Float32Array, ceiling: number): Float32Array => {
  const peaks = new Float32Array(samples.length);
  visitPeaks(
    samples,
    () => ceiling,
    (index, peak) => {
      if (peak > ceiling) peaks[index] = peak;
    },
  );
  return peaks;
};
