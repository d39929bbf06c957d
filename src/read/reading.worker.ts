import { Piscina } from 'piscina';
import type { OwnLexicon } from '../lexicon/index.ts';
import type { Document, Reading } from '../model/index.ts';
import { WatchfloorError } from '../model/index.ts';
import { createReader, type Reader } from './reader.ts';

export interface ReadingTask {
  readonly document: Document;
  readonly id: string;
}

/** What all tasks of a worker have in common. */
export interface ReadingWorkerData {
  readonly lexicon: OwnLexicon | undefined;
}

/** Errors lose their class between threads: a worker hands them over as data. */
export type ReadingAnswer =
  | { readonly reading: Reading }
  | { readonly error: Pick<WatchfloorError, 'code' | 'message' | 'place'> };

let reader: Promise<Reader> | undefined;

/** Reads one document in a worker thread, which keeps its network for the next. */
export default async ({ document, id }: ReadingTask): Promise<ReadingAnswer> => {
  const { lexicon } = Piscina.workerData as ReadingWorkerData;
  reader ??= createReader({ threads: 1, ...(lexicon && { lexicon }) });
  try {
    return { reading: await (await reader).read(document, id) };
  } catch (error) {
    if (!(error instanceof WatchfloorError)) throw error;
    return { error: { code: error.code, message: error.message, place: error.place } };
  }
};
