import { WatchfloorError } from '../../../model/index.ts';
import { LIMITS, mebibytes } from '../limits.ts';

/** The largest cap of any format: what is read before the format is known. */
const ANY_FORMAT_BYTES = Math.max(LIMITS.pdfBytes, LIMITS.packedBytes);

export const tooLarge = (label: string, cap: number): WatchfloorError =>
  new WatchfloorError('intake.too-large', `More than ${mebibytes(cap)}; split it or keep only the article.`, {
    file: label,
  });

/** Reads a stream to its end, or throws `intake.too-large` as soon as it passes the cap. */
export const collect = async (
  stream: AsyncIterable<Uint8Array>,
  label: string,
  cap: number = ANY_FORMAT_BYTES,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > cap) throw tooLarge(label, cap);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, size);
};

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Unpacks gzip, never to more than the cap. */
export const gunzip = async (bytes: Uint8Array, label: string, cap: number = LIMITS.pdfBytes): Promise<Uint8Array> => {
  const { gunzip: unpack } = await import('node:zlib');
  return new Promise((resolve, reject) => {
    unpack(bytes, { maxOutputLength: cap }, (error, result) => {
      if (error === null) resolve(result);
      else reject(unpackingError(error, label, cap));
    });
  });
};

export const unpackingError = (error: NodeJS.ErrnoException, label: string, cap: number): WatchfloorError => {
  if (error.code === 'ERR_BUFFER_TOO_LARGE')
    return new WatchfloorError(
      'intake.too-large',
      `Unpacks to more than ${mebibytes(cap)}; split it or keep only the article.`,
      { file: label },
      { cause: error },
    );
  return new WatchfloorError(
    'intake.malformed',
    `The compressed data is damaged or cut short (${error.message}); fetch it again.`,
    { file: label },
    { cause: error },
  );
};
