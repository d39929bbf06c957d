import type { Crew } from '../engine/crew.ts';
import { seedKey } from '../engine/random.ts';
import type { Model } from '../language/model.ts';

export interface SurfaceOptions {
  /** Aborting keeps what is finished. */
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/** Runs handed to a worker at once, about: stopping waits for them. */
const RUNS_AT_ONCE = 2000;

/** Gives the outcome's share at each row of parameters, on common noise: as many rows from the first on as were played before it was stopped. */
export type Surface = (rows: Float64Array, replications: number) => Promise<Float64Array>;

/** @param runs how many will be played in all, for the progress */
export const surfaceOf = (
  model: Model,
  crew: Crew,
  outcome: number,
  seed: string,
  { signal, progress }: SurfaceOptions,
  runs: number,
): Surface => {
  const width = model.parameters.length;
  const key = seedKey(seed);
  let done = 0;
  return async (rows, replications) => {
    const total = rows.length / width;
    const chunk = Math.max(1, Math.floor(RUNS_AT_ONCE / replications));
    const outputs = new Float64Array(total);
    let played = 0;
    const starts = Array.from({ length: Math.ceil(total / chunk) }, (_, i) => i * chunk).values();
    const work = async (): Promise<void> => {
      while (!signal?.aborted) {
        const { value: start, done: nothingLeft } = starts.next();
        if (nothingLeft) return;
        const end = Math.min(start + chunk, total);
        const points = rows.slice(start * width, end * width);
        const shares = await crew.run({ kind: 'shares', seed: key, points, replications });
        for (let row = start; row < end; row++)
          outputs[row] = shares[(row - start) * model.outcomes.length + outcome] as number;
        played += end - start;
        done += (end - start) * replications;
        progress?.(Math.min(done, runs), runs);
      }
    };
    await Promise.all(Array.from({ length: crew.workers }, work));
    // Chunks are handed out in order and always finished: what was played is the first `played` rows.
    return outputs.subarray(0, played);
  };
};
