import { windowedSinc } from './sinc.ts';

/** ITU-R BS.1770-5, annex 2: the peak of the signal between its samples, from fourfold oversampling. */
const OVERSAMPLING = 4;
const REACH = 8;
const TAPS = 2 * REACH;

const PHASES = Array.from({ length: OVERSAMPLING - 1 }, (_, phase) =>
  Float64Array.from({ length: TAPS }, (_, tap) => windowedSinc(tap - (REACH - 1) - (phase + 1) / OVERSAMPLING, REACH)),
);

/** All phases in one row: the inner loop runs for every loud sample of the sound. */
const KERNEL = Float64Array.from(PHASES.flatMap((taps) => [...taps]));

/** No interpolated value exceeds the largest sample in reach by more than this factor. */
const WORST_GAIN = Math.max(...PHASES.map((taps) => taps.reduce((sum, tap) => sum + Math.abs(tap), 0)));

/** The true peak from one sample to before the next; `padded` has `REACH` zeros at each end. */
const peakAround = (padded: Float32Array, index: number): number => {
  let peak = Math.abs(padded[index + REACH] as number);
  for (let phase = 0; phase < KERNEL.length; phase += TAPS) {
    let value = 0;
    for (let tap = 0; tap < TAPS; tap++) value += (KERNEL[phase + tap] as number) * (padded[index + tap + 1] as number);
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
};

const largestSample = (samples: Float32Array, from: number, to: number): number => {
  let largest = 0;
  for (let index = from; index < to; index++) largest = Math.max(largest, Math.abs(samples[index] as number));
  return largest;
};

/** Calls `visit` with every place whose true peak may exceed `floor`, and that peak. */
const visitPeaks = (samples: Float32Array, floor: () => number, visit: (index: number, peak: number) => void): void => {
  const padded = new Float32Array(samples.length + 2 * REACH);
  padded.set(samples, REACH);
  for (let start = 0; start < samples.length; start += TAPS) {
    const end = Math.min(start + TAPS, samples.length);
    const reachable = largestSample(padded, start, end + 2 * REACH) * WORST_GAIN;
    if (reachable <= floor()) continue;
    for (let index = start; index < end; index++) visit(index, peakAround(padded, index));
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
