import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { builtModule, WatchfloorError } from '../model/index.ts';
import { createReader, type Reader, type ReaderOptions } from './reader.ts';
import type { ReadingAnswer, ReadingTask, ReadingWorkerData } from './reading.worker.ts';

/** Characters read on the caller's thread before others are started: what is shorter is done before they would be ready. */
const CHARACTERS_ALONE = 64_000;
/** Each holds a network of its own. */
const MOST_WORKERS = 8;

export interface ReaderCrewOptions extends Pick<ReaderOptions, 'lexicon'> {
  /** Worker threads, one a core by default; with fewer than two everything is read on the caller's thread. */
  readonly workers?: number;
  /** Characters that are read on the caller's thread first. */
  readonly alone?: number;
}

/** A reader for many documents, several at once. */
export type ReaderCrew = Pick<Reader, 'read' | 'explain' | 'close'>;

/** Once there is much to read, whole documents go to worker threads, one a core. Who reads a document changes nothing in its reading. */
export const createReaderCrew = async ({
  workers = Math.min(MOST_WORKERS, availableParallelism()),
  alone = CHARACTERS_ALONE,
  lexicon,
}: ReaderCrewOptions = {}): Promise<ReaderCrew> => {
  const own = await createReader({ ...(lexicon && { lexicon }) });
  let left = alone;
  let pool: Piscina<ReadingTask, ReadingAnswer> | undefined;
  let closed = false;
  return {
    async read(document, id) {
      if (workers < 2 || left > 0) {
        left -= document.text.length;
        return own.read(document, id);
      }
      if (!pool) {
        pool = new Piscina<ReadingTask, ReadingAnswer>({
          filename: builtModule('./reading.worker', import.meta.url).href,
          minThreads: workers,
          maxThreads: workers,
          workerData: { lexicon } satisfies ReadingWorkerData,
        });
        // Who was still reading when the crew was closed answers a pool that knows of no such task: nobody waits for it.
        pool.on('error', (error: Error) => {
          if (!closed) throw error;
        });
      }
      const answer = await pool.run({ document, id });
      if ('reading' in answer) return answer.reading;
      throw new WatchfloorError(answer.error.code, answer.error.message, answer.error.place);
    },
    // A person looks at what is explained: there is never much of it.
    explain: own.explain,
    async close() {
      closed = true;
      await pool?.destroy();
      await own.close();
    },
  };
};
