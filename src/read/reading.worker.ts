import type { Document, Reading } from '../model/index.ts';
import { WatchfloorError } from '../model/index.ts';
import { createReader, type Reader } from './reader.ts';

export interface ReadingTask {
  readonly document: Document;
  readonly id: string;
}

/** Errors lose their class between threads: a worker hands them over as data. */
export type ReadingAnswer =
  | { readonly reading: Reading }
  | { readonly error: Pick<WatchfloorError, 'code' | 'message' | 'place'> };

let reader: Promise<Reader> | undefined;

/** Reads one document in a worker thread, which keeps its network for the next. */
export default async ({ document, id }: ReadingTask): Promise<ReadingAnswer> => {
  reader ??= createReader({ threads: 1 });
  try {
    return { reading: await (await reader).read(document, id) };
  } catch (error) {
    if (!(error instanceof WatchfloorError)) throw error;
    return { error: { code: error.code, message: error.message, place: error.place } };
  }
};
