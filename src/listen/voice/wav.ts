const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;
const PCM = 1;
const SCALE = 1 / 32_768;

export interface Wav {
  readonly sampleRate: number;
  /** The first channel, −1 … 1. */
  readonly samples: Float32Array;
}

/**
 * Reads 16-bit PCM WAV as speech programs write it. A data chunk whose length is unknown (0 or 0xFFFFFFFF, from a
 * program that writes to a pipe) runs to the end of the bytes.
 *
 * @throws {RangeError} for anything else.
 */
export const readWav = (bytes: Uint8Array): Wav => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < RIFF_HEADER || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw new RangeError('no WAV');
  let format: { sampleRate: number; channels: number } | undefined;
  for (let at = RIFF_HEADER; at + CHUNK_HEADER <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const body = at + CHUNK_HEADER;
    if (tag(at) === 'fmt ') {
      if (view.getUint16(body, true) !== PCM || view.getUint16(body + 14, true) !== 16)
        throw new RangeError('no 16-bit PCM');
      format = { channels: view.getUint16(body + 2, true), sampleRate: view.getUint32(body + 4, true) };
    }
    if (tag(at) === 'data') {
      if (!format) throw new RangeError('no format before the data');
      const available = bytes.length - body;
      const used = length === 0 || length > available ? available : length;
      const frame = format.channels * 2;
      const samples = new Float32Array(Math.floor(used / frame));
      for (let index = 0; index < samples.length; index++)
        samples[index] = view.getInt16(body + index * frame, true) * SCALE;
      return { sampleRate: format.sampleRate, samples };
    }
    at = body + length + (length % 2);
  }
  throw new RangeError('no data');
};
