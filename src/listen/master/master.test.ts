import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limit } from './limiter.ts';
import { loudnessMeter, speechLoudness } from './loudness.ts';
import { masterSpeech, TARGET_LUFS } from './master.ts';
import { resample } from './resample.ts';
import { trimSilence } from './trim.ts';
import { truePeak } from './true-peak.ts';

const decibels = (gain: number): number => 20 * Math.log10(gain);

const sine = (frequency: number, sampleRate: number, seconds: number, amplitude = 1, phase = 0): Float32Array =>
  Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, index) => amplitude * Math.sin((2 * Math.PI * frequency * index) / sampleRate + phase),
  );

/** Bursts of harmonics with silence between. In phase they are pulses, as sharp as sound can be; spread, like a voice. */
const bursts = (sampleRate: number, amplitude: number, spread = 0): Float32Array => {
  const out = new Float32Array(sampleRate * 3);
  for (let index = 0; index < out.length; index++) {
    const time = index / sampleRate;
    const envelope = Math.max(0, Math.sin(2 * Math.PI * 2.5 * time)) ** 2;
    let value = 0;
    for (let harmonic = 1; harmonic <= 12; harmonic++)
      value += Math.cos(2 * Math.PI * 140 * harmonic * time + spread * harmonic ** 2) / harmonic;
    out[index] = amplitude * envelope * value;
  }
  return out;
};

describe('loudness (ITU-R BS.1770)', () => {
  it.each([48_000, 44_100])('of a full-scale sine of 997 Hz in one channel is −3.01 LUFS at %d Hz', (rate) => {
    expect(speechLoudness(sine(997, rate, 5), rate)).toBeCloseTo(-3.01, 2);
  });

  it.each([16_000, 22_050, 24_000])('is right to 0.05 LU at %d Hz', (rate) => {
    expect(Math.abs(speechLoudness(sine(997, rate, 5), rate) + 3.01)).toBeLessThan(0.05);
  });

  it('weights low frequencies down: 50 Hz reads lower than 997 Hz', () => {
    expect(speechLoudness(sine(50, 48_000, 5), 48_000)).toBeLessThan(-4);
  });

  it('falls by what the level falls', () => {
    expect(speechLoudness(sine(997, 48_000, 5, 0.1), 48_000)).toBeCloseTo(-23.01, 2);
  });

  it('does not count silence and much softer parts', () => {
    const meter = loudnessMeter(48_000);
    meter.add(sine(997, 48_000, 5, 0.1));
    meter.add(new Float32Array(48_000 * 10));
    meter.add(sine(997, 48_000, 10, 0.01));
    // The four blocks across the edge are partly silent; they pass the gate.
    expect(meter.integrated()).toBeGreaterThan(-23.4);
    expect(meter.integrated()).toBeLessThan(-23);
  });

  it('is the same however the signal is cut into pieces', () => {
    const signal = bursts(16_000, 0.2);
    const whole = loudnessMeter(16_000);
    whole.add(signal);
    const pieces = loudnessMeter(16_000);
    for (let at = 0; at < signal.length; at += 777) pieces.add(signal.subarray(at, at + 777));
    expect(pieces.integrated()).toBe(whole.integrated());
  });

  it('is −Infinity for silence', () => {
    expect(speechLoudness(new Float32Array(48_000), 48_000)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('true peak', () => {
  it('finds what lies between the samples', () => {
    // A quarter of the rate, a phase of 45°: every sample is 3 dB below the crest.
    const signal = sine(12_000, 48_000, 0.1, 1, Math.PI / 4);
    expect(signal.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0)).toBeCloseTo(Math.SQRT1_2, 3);
    expect(decibels(truePeak(signal.subarray(100, -100)))).toBeGreaterThan(-0.4);
  });

  it('is never below the largest sample, and within 0.7 dB of a slow sine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.24, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (f, phase) => {
          const signal = sine(f * 48_000, 48_000, 0.05, 0.5, phase);
          const largest = signal.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
          const peak = truePeak(signal);
          expect(peak).toBeGreaterThanOrEqual(largest);
          // The ends of the stretch are steps, where interpolation overshoots.
          expect(
            Math.abs(
              decibels(
                truePeak(signal.map((value, index) => value * Math.min(1, index / 200, (signal.length - index) / 200))),
              ) + 6.02,
            ),
          ).toBeLessThan(0.7);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the limiter', () => {
  it('brings true peaks to the ceiling and leaves the rest as it is', () => {
    const loud = bursts(16_000, 0.6);
    const held = limit(loud, 0.75, 16_000);
    expect(truePeak(loud)).toBeGreaterThan(1);
    expect(decibels(truePeak(held) / 0.75)).toBeLessThan(0.1);
    const soft = loud.findIndex((value) => value !== 0);
    expect(held[soft]).toBe(loud[soft]);
  });

  it('gives the very same samples back when nothing is too loud', () => {
    const soft = bursts(16_000, 0.1);
    expect(limit(soft, 0.75, 16_000)).toBe(soft);
  });
});

describe('trimming', () => {
  it('keeps a little before and after the sound and nothing more', () => {
    const rate = 16_000;
    const signal = new Float32Array(rate * 2);
    signal.set(sine(400, rate, 0.5, 0.5), rate);
    const speech = trimSilence(signal, rate);
    expect(speech.length / rate).toBeGreaterThan(0.5);
    expect(speech.length / rate).toBeLessThan(0.58);
    expect(speech[0]).toBe(0);
    expect(trimSilence(new Float32Array(1000), rate).length).toBe(0);
  });
});

describe('resampling', () => {
  it.each([
    [16_000, 22_050],
    [22_050, 16_000],
  ])('keeps a tone of 1 kHz as it is, %d to %d Hz', (from, to) => {
    const wanted = sine(1000, to, 0.5, 0.5);
    const got = resample(sine(1000, from, 0.5, 0.5), from, to);
    expect(got.length).toBe(wanted.length);
    const middle = [...got.subarray(500, -500)].map((value, index) =>
      Math.abs(value - (wanted[index + 500] as number)),
    );
    expect(Math.max(...middle)).toBeLessThan(0.002);
  });
});

describe('mastering', () => {
  it.each([0.01, 0.2, 0.9])(
    'brings a sentence at amplitude %d to the target loudness without a peak above −2 dBTP',
    (amplitude) => {
      const ready = masterSpeech(bursts(16_000, amplitude, 0.6), { sampleRate: 16_000, trebleDb: 0 });
      expect(Math.abs(speechLoudness(ready, 16_000) - TARGET_LUFS)).toBeLessThan(0.5);
      expect(decibels(truePeak(ready))).toBeLessThan(-2);
    },
  );

  it('raises the treble by as much as the voice asks for', () => {
    const quiet = sine(6000, 16_000, 1, 0.01);
    const low = sine(300, 16_000, 1, 0.1);
    const mixed = low.map((value, index) => value + (quiet[index] as number));
    const share = (samples: Float32Array): number => {
      let [sin, cos] = [0, 0];
      samples.forEach((value, index) => {
        sin += value * Math.sin((2 * Math.PI * 6000 * index) / 16_000);
        cos += value * Math.cos((2 * Math.PI * 6000 * index) / 16_000);
      });
      return Math.hypot(sin, cos) / Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) * samples.length);
    };
    const [flat, bright] = [0, 6].map((trebleDb) => share(masterSpeech(mixed, { sampleRate: 16_000, trebleDb })));
    expect(decibels((bright as number) / (flat as number))).toBeGreaterThan(5);
  });
});
