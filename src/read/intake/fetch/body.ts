import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { WatchfloorError } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { collect, tooLarge } from '../source/bytes.ts';
import { networkError } from './request.ts';

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Counts the bytes that come over the line, before they are unpacked. */
async function* counted(message: IncomingMessage, url: URL): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LIMITS.packedBytes) throw tooLarge(url.href, LIMITS.packedBytes);
    yield chunk;
  }
}

/**
 * The body of an answer, unpacked, never more than the cap of it in memory.
 *
 * @throws WatchfloorError `intake.too-large`, `intake.malformed`, `intake.no-network`
 */
export const readBody = async (message: IncomingMessage, url: URL, cap: number): Promise<Uint8Array> => {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const announced = Number(message.headers['content-length'] ?? 0);
  try {
    if (announced > Math.max(cap, LIMITS.packedBytes)) throw tooLarge(url.href, cap);
    if (encoding === 'identity' || encoding === '') return await collect(message, url.href, cap);
    const unpacker = UNPACKERS[encoding]?.();
    if (unpacker === undefined)
      throw new WatchfloorError('intake.unsupported-type', `The answer is packed as "${encoding.slice(0, 20)}".`, {
        file: url.href,
      });
    return await pipeline(counted(message, url), unpacker, (unpacked) => collect(unpacked, url.href, cap));
  } catch (error) {
    if (/^Z_|^ERR_BROTLI|^ERR__?ERROR/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new WatchfloorError(
        'intake.malformed',
        'The compressed answer is damaged or cut short; fetch it again.',
        { file: url.href },
        { cause: error },
      );
    throw networkError(error, url);
  } finally {
    message.destroy();
  }
};
