import { crc16 } from './crc16.ts';
import { bitrateForBytes, type FrameFormat, frameBytes, frameHeader, sideInfoBytes } from './mpeg-frame.ts';

/**
 * The first frame of an MP3: silence to a decoder that does not know it, and to one that does the number of frames, a
 * table for seeking, and how many samples the encoder put before and after the sound. Without it every cue would come
 * up to 70 ms early. The layout is that of Xing and LAME.
 */
export interface InfoFrame extends FrameFormat {
  /** Samples that the encoder puts before the first one it was given. */
  readonly delay: number;
  /** Samples after the last one; 0 while not yet known. */
  readonly padding: number;
  /** Of sound, this frame not counted; absent while not yet known. */
  readonly frames?: number;
  /** Of the whole stream, this frame included. */
  readonly bytes?: number;
  /** CRC of the sound frames. */
  readonly musicCrc?: number;
}

const HEADER_BYTES = 4;
const TOC_ENTRIES = 100;
const FLAGS = { frames: 1, bytes: 2, toc: 4, quality: 8 } as const;
const XING_BYTES = 8 + 4 + 4 + TOC_ENTRIES + 4;
const LAME_BYTES = 36;
const CONSTANT_BIT_RATE = 1;
/** Nine letters by which decoders know the tag. */
const ENCODER = 'LAME3.100';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Bytes that the info frame will take: the same before and after the sound is known. */
export const infoFrameBytes = (sampleRate: number): number => {
  const needed = HEADER_BYTES + sideInfoBytes(sampleRate) + XING_BYTES + LAME_BYTES;
  return frameBytes({ sampleRate, bitrate: bitrateForBytes(sampleRate, needed) });
};

export const infoFrame = (info: InfoFrame): Uint8Array => {
  const { sampleRate, delay, padding, frames, bytes } = info;
  const size = infoFrameBytes(sampleRate);
  const frame = new Uint8Array(size);
  const view = new DataView(frame.buffer);
  view.setUint32(0, frameHeader({ sampleRate, bitrate: bitrateForBytes(sampleRate, size) }));
  let at = HEADER_BYTES + sideInfoBytes(sampleRate);
  const known = frames !== undefined && bytes !== undefined;
  frame.set(latin1('Info'), at);
  view.setUint32(at + 4, known ? FLAGS.frames | FLAGS.bytes | FLAGS.toc | FLAGS.quality : FLAGS.quality);
  at += 8;
  if (known) {
    view.setUint32(at, frames);
    view.setUint32(at + 4, bytes);
    // At a constant rate a percentage of the time is the same percentage of the bytes.
    for (let entry = 0; entry < TOC_ENTRIES; entry++) frame[at + 8 + entry] = Math.floor((entry * 256) / TOC_ENTRIES);
    at += 8 + TOC_ENTRIES;
  }
  at += 4;
  frame.set(latin1(ENCODER), at);
  frame[at + 9] = CONSTANT_BIT_RATE;
  frame[at + 20] = info.bitrate;
  // Two numbers of twelve bits each.
  frame[at + 21] = delay >> 4;
  frame[at + 22] = ((delay & 0xf) << 4) | (padding >> 8);
  frame[at + 23] = padding & 0xff;
  view.setUint32(at + 28, bytes ?? 0);
  view.setUint16(at + 32, info.musicCrc ?? 0);
  view.setUint16(at + 34, crc16(frame.subarray(0, at + 34)));
  return frame;
};
