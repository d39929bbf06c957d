/**
 * `npx tsx bench/listen/spectrum.ts`: each built-in voice's long-term spectrum beside that of human speech, and the
 * treble shelf that brings it nearest. The figures chosen stand in flite-voice.ts.
 */
import { builtInLexicon, normalise, openVoice, pronounce } from '../../src/listen/index.ts';
import { filtered, highShelf } from '../../src/listen/master/biquad.ts';

/**
 * Long-term average spectrum of speech over twelve languages, men and women together, dB in third-octave bands at an
 * overall level of 70 dB: Byrne et al., "An international comparison of long-term average speech spectra", JASA 96
 * (1994), 2108–2120. The paper itself was not at hand: the figures are as the gain rule of openMHA, which cites it, has them.
 */
const HUMAN: readonly (readonly [hertz: number, decibels: number])[] = [
  [250, 60.3],
  [315, 59.0],
  [400, 62.1],
  [500, 62.1],
  [630, 60.5],
  [800, 56.8],
  [1000, 53.7],
  [1250, 53.0],
  [1600, 52.0],
  [2000, 48.7],
  [2500, 48.1],
  [3150, 46.8],
  [4000, 45.6],
  [5000, 44.5],
  [6300, 44.3],
];
const SHELF_HZ = 2_500;
const SHELVES = Array.from({ length: 15 }, (_, index) => index - 9);
const VOICES = ['slt', 'rms', 'awb', 'kal16'];
const SENTENCES = [
  'Officials said that as many as 7,000 containers had been shipped by rail in the spring.',
  'The treaty was signed on Wednesday, and its text was published a day later.',
  'She thought that the figures which the ministry gave could not all be true.',
  'Each side accused the other of breaking the agreement within a single week.',
];

/** Power in a third-octave band by a two-pole band pass, run twice. */
const bandPower = (samples: Float32Array, sampleRate: number, hertz: number): number => {
  const w = (2 * Math.PI * hertz) / sampleRate;
  const alpha = Math.sin(w) * Math.sinh(((Math.LN2 / 2) * (1 / 3) * w) / Math.sin(w));
  const a0 = 1 + alpha;
  const section = { b0: alpha / a0, b1: 0, b2: -alpha / a0, a1: (-2 * Math.cos(w)) / a0, a2: (1 - alpha) / a0 };
  const band = filtered(filtered(samples, section), section);
  return band.reduce((sum, value) => sum + value * value, 0) / band.length;
};

/** Root mean square of the difference to human speech over the bands, dB, the overall level left out. */
const distance = (samples: Float32Array, sampleRate: number): number => {
  const differences = HUMAN.map(([hertz, level]) => 10 * Math.log10(bandPower(samples, sampleRate, hertz)) - level);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / differences.length);
};

for (const name of VOICES) {
  const voice = await openVoice(name);
  const parts: number[] = [];
  for (const sentence of SENTENCES)
    parts.push(...(await voice.speak(pronounce(normalise(sentence).text, builtInLexicon()), { speed: 1 })));
  await voice.close();
  const samples = Float32Array.from(parts);
  const row = SHELVES.map((decibels) => {
    const shaped = decibels === 0 ? samples : filtered(samples, highShelf(voice.sampleRate, SHELF_HZ, decibels));
    return distance(shaped, voice.sampleRate);
  });
  const best = row.indexOf(Math.min(...row));
  console.log(
    `${name.padEnd(6)} distance in dB at a shelf of −9 … +5 dB: ${row.map((value) => value.toFixed(2)).join(' ')}; best ${SHELVES[best]} dB`,
  );
}
