import { workerData } from 'node:worker_threads';
import { WatchfloorError } from '../../model/index.ts';
import type { Model } from '../language/model.ts';
import { createJobRunner, type Job } from './job.ts';

const runJob = createJobRunner((workerData as { readonly model: Model }).model);

/** Errors lose their class on the way between threads; these parts make them again. */
export interface SentError {
  readonly sentError: { readonly code: string; readonly message: string; readonly place: object };
}

export default (job: Job): unknown => {
  try {
    return runJob(job);
  } catch (error) {
    if (!(error instanceof WatchfloorError)) throw error;
    const { code, message, place } = error;
    return { sentError: { code, message, place } } satisfies SentError;
  }
};
