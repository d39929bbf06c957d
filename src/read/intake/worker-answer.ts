import { WatchfloorError } from '../../model/index.ts';
import type { Draft } from './draft.ts';

/** Errors lose their class between threads: a worker hands them over as data. */
export type WorkerAnswer = { readonly draft: Draft } | { readonly error: Pick<WatchfloorError, 'code' | 'message'> };

/** What a worker sends on its port while it works: sign of life, so that only a standstill is cut off. */
export type Progress = 'progress';

/** Runs a parser in a worker so that its registry errors reach the other side. */
export const answer = async (parse: () => Draft | Promise<Draft>): Promise<WorkerAnswer> => {
  try {
    return { draft: await parse() };
  } catch (error) {
    if (!(error instanceof WatchfloorError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
};
