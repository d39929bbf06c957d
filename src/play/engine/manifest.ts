import type { Sampler } from '../sampling/draw-parameters.ts';

/** Raised whenever the same scenario and seed would give other bits. */
export const ENGINE_VERSION = 1;

/** What a result rests on: with the scenario's file, enough to make it again. */
export interface Manifest {
  readonly watchfloor: 'play';
  readonly engine: number;
  readonly scenario: string;
  /** SHA-256 of the scenario's form, `--set` included. */
  readonly hash: string;
  readonly set: Readonly<Record<string, string>>;
  readonly seed: string;
  readonly sampler: Sampler;
  readonly runs: number;
  readonly replications: number;
  /** Fewer than `runs` when the run was stopped. */
  readonly completed: number;
}
