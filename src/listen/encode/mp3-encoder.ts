import { crc16 } from './crc16.ts';
import { infoFrame } from './info-frame.ts';
import { samplesPerFrame } from './mpeg-frame.ts';

/** Samples that LAME puts before the first one it is given; measured by decoding in mp3-encoder.test.ts. */
const ENCODER_DELAY = 576;
/** LAME turns speech at these bit rates down by 5 %; what is given to it is turned up by as much. */
const LAME_GAIN = 0.95;
/** Samples encoded at once: keeps the encoder's own buffers small. */
const CHUNK = 16_384;

const PLAIN_RATE_LIMIT = 16_000;
/** kbit/s: transparent for one voice at the band width that the rate leaves. */
export const bitrateFor = (sampleRate: number): 48 | 64 => (sampleRate <= PLAIN_RATE_LIMIT ? 48 : 64);

export interface Mp3Encoder {
  /** What to write first when the stream cannot be written to again: the encoder's delay is known, its end is not. */
  readonly openingFrame: Uint8Array;
  /** Takes the next samples and gives what frames are ready; empty at times. */
  encode(samples: Float32Array): Uint8Array;
  /** The last frames. */
  finish(): Uint8Array;
  /** After `finish`, what replaces the opening frame: the same length, with the whole length, padding and check sums. */
  closingFrame(): Uint8Array;
}

const turnedUp = (samples: Float32Array): Float32Array => {
  const louder = new Float32Array(samples.length);
  for (let index = 0; index < louder.length; index++) louder[index] = (samples[index] as number) / LAME_GAIN;
  return louder;
};

/** A constant-bit-rate mono MP3 by LAME in WebAssembly, as a stream. */
export const mp3Encoder = async (sampleRate: number): Promise<Mp3Encoder> => {
  const { createMp3Encoder } = await import('wasm-media-encoders');
  const lame = await createMp3Encoder();
  const bitrate = bitrateFor(sampleRate);
  lame.configure({ sampleRate, channels: 1, bitrate, outputSampleRate: sampleRate as 16_000 });
  const openingFrame = infoFrame({ sampleRate, bitrate, delay: ENCODER_DELAY, padding: 0 });
  let given = 0;
  let bytes = 0;
  let musicCrc = 0;

  // What LAME returns is a view into its memory, valid until the next call.
  const kept = (view: Uint8Array): Uint8Array => {
    const copy = view.slice();
    bytes += copy.length;
    musicCrc = crc16(copy, musicCrc);
    return copy;
  };

  return {
    openingFrame,
    encode: (samples) => {
      const parts: Uint8Array[] = [];
      for (let start = 0; start < samples.length; start += CHUNK)
        parts.push(kept(lame.encode([turnedUp(samples.subarray(start, start + CHUNK))])));
      given += samples.length;
      return Buffer.concat(parts);
    },
    finish: () => kept(lame.finalize()),
    closingFrame: () => {
      const frame = samplesPerFrame(sampleRate);
      const frames = Math.round((bytes * sampleRate) / (bitrate * 125 * frame));
      return infoFrame({
        sampleRate,
        bitrate,
        delay: ENCODER_DELAY,
        padding: frames * frame - ENCODER_DELAY - given,
        frames,
        bytes: bytes + openingFrame.length,
        musicCrc,
      });
    },
  };
};
