import { type Biquad, cascade, type Filter } from './biquad.ts';

/**
 * Programme loudness after ITU-R BS.1770-5, mono: K-weighting, blocks of 400 ms every 100 ms, an absolute gate at
 * −70 LUFS and a relative one 10 LU below what passes it.
 */

const OFFSET = -0.691;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;
const STEPS_PER_SECOND = 10;
const STEPS_PER_BLOCK = 4;

/** The recommendation gives coefficients for 48 kHz only; these are its analogue prototypes, mapped to any rate. */
const kWeighting = (sampleRate: number): Filter => {
  const shelf = (): Biquad => {
    const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
    const q = 0.7071752369554196;
    const vh = 10 ** (3.999843853973347 / 20);
    const vb = vh ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    return {
      b0: (vh + (vb * k) / q + k * k) / a0,
      b1: (2 * (k * k - vh)) / a0,
      b2: (vh - (vb * k) / q + k * k) / a0,
      a1: (2 * (k * k - 1)) / a0,
      a2: (1 - k / q + k * k) / a0,
    };
  };
  const highPass = (): Biquad => {
    const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
    const q = 0.5003270373238773;
    const a0 = 1 + k / q + k * k;
    return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / q + k * k) / a0 };
  };
  return cascade(shelf(), highPass());
};

const lufs = (meanSquare: number): number => OFFSET + 10 * Math.log10(meanSquare);

const gatedMean = (powers: readonly number[], gate: number): number => {
  const passing = powers.filter((power) => lufs(power) > gate);
  return passing.length === 0 ? 0 : passing.reduce((sum, power) => sum + power, 0) / passing.length;
};

export interface LoudnessMeter {
  /** Takes the next stretch of the signal. */
  add(samples: Float32Array): void;
  /** LUFS of all that was added; −Infinity for silence or less than one block. */
  integrated(): number;
}

/** Holds ten numbers a second of sound, whatever the length. */
export const loudnessMeter = (sampleRate: number): LoudnessMeter => {
  const weight = kWeighting(sampleRate);
  const stepLength = Math.round(sampleRate / STEPS_PER_SECOND);
  const steps: number[] = [];
  let partSum = 0;
  let partLength = 0;
  return {
    add: (samples) => {
      const weighted = new Float64Array(samples.length);
      weight(samples, weighted);
      for (let start = 0; start < weighted.length; ) {
        const end = Math.min(weighted.length, start + stepLength - partLength);
        let sum = partSum;
        for (let index = start; index < end; index++) sum += (weighted[index] as number) ** 2;
        partSum = sum;
        partLength += end - start;
        start = end;
        if (partLength < stepLength) continue;
        steps.push(partSum / stepLength);
        partSum = 0;
        partLength = 0;
      }
    },
    integrated: () => {
      const blocks: number[] = [];
      for (let end = STEPS_PER_BLOCK; end <= steps.length; end++) {
        const block = steps.slice(end - STEPS_PER_BLOCK, end);
        blocks.push(block.reduce((total, power) => total + power, 0) / STEPS_PER_BLOCK);
      }
      const ungated = gatedMean(blocks, ABSOLUTE_GATE);
      return lufs(gatedMean(blocks, Math.max(ABSOLUTE_GATE, lufs(ungated) + RELATIVE_GATE)));
    },
  };
};

/** Loudness of one stretch of speech; what is shorter than a block is measured whole, without gates. */
export const speechLoudness = (samples: Float32Array, sampleRate: number): number => {
  const meter = loudnessMeter(sampleRate);
  meter.add(samples);
  const integrated = meter.integrated();
  if (Number.isFinite(integrated)) return integrated;
  const weighted = new Float64Array(samples.length);
  kWeighting(sampleRate)(samples, weighted);
  return lufs(weighted.reduce((total, value) => total + value ** 2, 0) / Math.max(1, samples.length));
};
