import { Piscina } from 'piscina';
import { builtModule, type ErrorCode, WatchfloorError } from '../../model/index.ts';
import type { Model } from '../language/model.ts';
import { createJobRunner, type Job, type JobResult } from './job.ts';
import type { SentError } from './play.worker.ts';

/** Workers that play one scenario. With one worker the work is done in this thread, with pauses in which signals are heard. */
export interface Crew {
  readonly run: <J extends Job>(job: J) => Promise<JobResult<J>>;
  readonly workers: number;
  readonly close: () => Promise<void>;
}

const isSentError = (result: unknown): result is SentError =>
  typeof result === 'object' && result !== null && 'sentError' in result;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const createCrew = (model: Model, workers: number): Crew => {
  if (workers <= 1) {
    const run = createJobRunner(model);
    return {
      workers: 1,
      run: async (job) => {
        await pause();
        return run(job);
      },
      close: async () => undefined,
    };
  }
  const pool = new Piscina({
    filename: builtModule('./play.worker', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    workerData: { model },
    idleTimeout: 60_000,
  });
  return {
    workers,
    run: async <J extends Job>(job: J) => {
      const result: unknown = await pool.run(job);
      if (isSentError(result))
        throw new WatchfloorError(result.sentError.code as ErrorCode, result.sentError.message, result.sentError.place);
      return result as JobResult<J>;
    },
    close: () => pool.destroy(),
  };
};
