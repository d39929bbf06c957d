import { MPEGDecoder } from 'mpg123-decoder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc16 } from './crc16.ts';
import { id3Tag } from './id3.ts';
import { mp3Encoder } from './mp3-encoder.ts';

let decoder: MPEGDecoder;
beforeAll(async () => {
  decoder = new MPEGDecoder();
  await decoder.ready;
});
afterAll(() => decoder.free());

const decoded = async (bytes: Uint8Array): Promise<Float32Array> => {
  await decoder.reset();
  const { channelData, errors } = decoder.decode(bytes);
  expect(errors).toEqual([]);
  return channelData[0] as Float32Array;
};

/** A sweep in the middle of silence: its place can be found to the sample. */
const sweep = (
  sampleRate: number,
): { readonly samples: Float32Array; readonly at: number; readonly length: number } => {
  const samples = new Float32Array(Math.round(sampleRate * 1.37));
  const at = Math.round(sampleRate * 0.5);
  const length = Math.round(sampleRate * 0.1);
  for (let index = 0; index < length; index++)
    samples[at + index] = 0.3 * Math.sin((2 * Math.PI * (300 + index / 4) * index) / sampleRate);
  return { samples, at, length };
};

const bestLag = (original: Float32Array, copy: Float32Array, at: number, length: number): number => {
  let [best, lag] = [0, 0];
  for (let shift = -1500; shift <= 1500; shift++) {
    let sum = 0;
    for (let index = at; index < at + length; index++) sum += (original[index] as number) * (copy[index + shift] ?? 0);
    if (sum > best) [best, lag] = [sum, shift];
  }
  return lag;
};

describe.each([8_000, 16_000, 22_050, 24_000, 44_100])('an MP3 at %d Hz', (rate) => {
  it('decodes to as many samples as were given, each in its place, as loud as it was', async () => {
    const { samples, at, length } = sweep(rate);
    const encoder = await mp3Encoder(rate);
    const body = [
      encoder.encode(samples.subarray(0, 9_999)),
      encoder.encode(samples.subarray(9_999)),
      encoder.finish(),
    ];
    const closing = encoder.closingFrame();
    expect(closing.length).toBe(encoder.openingFrame.length);
    const copy = await decoded(Buffer.concat([closing, ...body]));
    expect(copy.length).toBe(samples.length);
    expect(bestLag(samples, copy, at, length)).toBe(0);
    const power = (sound: Float32Array): number =>
      sound.subarray(at, at + length).reduce((sum, value) => sum + value * value, 0);
    expect(10 * Math.log10(power(copy) / power(samples))).toBeGreaterThan(-0.1);
    expect(10 * Math.log10(power(copy) / power(samples))).toBeLessThan(0.1);
  });
});

it('makes the same bytes from the same samples', async () => {
  const { samples } = sweep(16_000);
  const made = await Promise.all(
    [1, 2].map(async () => {
      const encoder = await mp3Encoder(16_000);
      return Buffer.concat([encoder.encode(samples), encoder.finish(), encoder.closingFrame()]);
    }),
  );
  expect(made[0]).toEqual(made[1]);
});

it('knows the check value of CRC-16/ARC', () => {
  expect(crc16(new TextEncoder().encode('123456789'))).toBe(0xbb3d);
});

describe('the ID3 tag', () => {
  const chapters = [
    { title: 'Übersicht', start: 0, end: 61.5 },
    { title: 'B', start: 61.5, end: 7200.25 },
  ];
  const tag = Buffer.from(id3Tag({ title: 'Títle', author: 'A', album: null, date: '2024-06-18T10:00:00Z', chapters }));

  it('has the size that it says, in seven bits a byte', () => {
    expect(tag.subarray(0, 6)).toEqual(Buffer.from([0x49, 0x44, 0x33, 4, 0, 0]));
    const size = tag.subarray(6, 10).reduce((sum, byte) => sum * 128 + byte, 0);
    expect(size).toBe(tag.length - 10);
  });

  it('is as long before the times are known as after', () => {
    const untimed = chapters.map(({ title }) => ({ title, start: 0, end: 0 }));
    expect(
      id3Tag({ title: 'Títle', author: 'A', album: null, date: '2024-06-18T10:00:00Z', chapters: untimed }).length,
    ).toBe(tag.length);
  });

  it('holds chapters with times in milliseconds', () => {
    const at = tag.indexOf('CHAP', tag.indexOf('CHAP') + 1, 'latin1');
    const body = tag.subarray(at + 10);
    expect(body.toString('latin1', 0, 5)).toBe('chp1\0');
    expect([body.readUInt32BE(5), body.readUInt32BE(9)]).toEqual([61_500, 7_200_250]);
    expect(tag.includes(Buffer.from('Übersicht', 'utf8'))).toBe(true);
    expect(tag.includes(Buffer.from('TALB', 'latin1'))).toBe(false);
  });
});
