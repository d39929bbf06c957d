import type { Model } from '../language/model.ts';
import { compile } from './program.ts';
import type { Key } from './random.ts';
import { type Batch, playBatch, playShares } from './runs.ts';
import { Simulator } from './simulator.ts';

/** A piece of work that any worker does with the same bits. */
export type Job =
  | {
      readonly kind: 'batch';
      readonly seed: Key;
      readonly points: Float64Array;
      readonly firstPoint: number;
      readonly replications: number;
      readonly first: number;
      readonly count: number;
    }
  | { readonly kind: 'shares'; readonly seed: Key; readonly points: Float64Array; readonly replications: number };

export type JobResult<J extends Job> = J extends { readonly kind: 'batch' } ? Batch : Float64Array;

/** Does jobs of one scenario, which is compiled once. */
export const createJobRunner = (model: Model): (<J extends Job>(job: J) => JobResult<J>) => {
  const simulator = new Simulator(compile(model));
  const run = (job: Job): Batch | Float64Array => {
    switch (job.kind) {
      case 'batch':
        return playBatch(simulator, job.seed, job.points, job.firstPoint, job.replications, job.first, job.count);
      case 'shares':
        return playShares(simulator, job.seed, job.points, job.replications);
    }
  };
  return run as <J extends Job>(job: J) => JobResult<J>;
};
