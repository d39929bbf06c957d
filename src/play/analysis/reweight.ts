import { WatchfloorError } from '../../model/index.ts';
import type { Played } from '../engine/play.ts';
import { HIT } from '../engine/runs.ts';
import { evaluate } from '../language/expression/evaluate.ts';
import { effectiveSampleSize } from '../statistics/effective-sample-size.ts';
import { indexOfName } from './names.ts';

/** One piece of later evidence: an observable was seen, or looked for and not seen, in a turn. */
export interface Evidence {
  readonly observable: string;
  readonly turn: number;
  readonly seen: boolean;
  /** How far the source is relied on: 1 in full, 0 not at all. The likelihood is raised to this power. */
  readonly weight: number;
}

export interface Reweighted {
  /** Per run, adding up to 1. */
  readonly weights: Float64Array;
  readonly effectiveRuns: number;
  /** Below 200 effective runs: play more, these are too few to say. */
  readonly resimulate: boolean;
  readonly outcomes: readonly { readonly name: string; readonly before: number; readonly after: number }[];
}

/** Fewer effective runs than these say too little. */
export const MIN_EFFECTIVE_RUNS = 200;

const rate = (p: number): number => Math.min(Math.max(p, 0), 1);

/**
 * Weighs finished runs by evidence: w ∝ Π P(evidence | run) ^ weight, where P(seen | run) is the observable's detection rate if what it shows happened in that run `lag`
 * turns before, else its false-alarm rate. The same as multiplying by the likelihood ratio to the power of the source's weight.
 *
 * @throws WatchfloorError play.unknown-name, play.bad-option, play.impossible-evidence
 */
export const reweight = (played: Played, evidence: readonly Evidence[]): Reweighted => {
  const { columns, scenario } = played;
  const weights = new Float64Array(columns.count).fill(1);
  for (const item of evidence) weigh(played, item, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0))
    throw new WatchfloorError(
      'play.impossible-evidence',
      'This evidence has probability 0 in every run; check observable and turn.',
    );
  const after = new Float64Array(scenario.model.outcomes.length);
  const before = new Float64Array(scenario.model.outcomes.length);
  for (let row = 0; row < columns.count; row++) {
    weights[row] = (weights[row] as number) / total;
    const outcome = columns.outcome[row] as number;
    after[outcome] = (after[outcome] as number) + (weights[row] as number);
    before[outcome] = (before[outcome] as number) + 1 / columns.count;
  }
  const effectiveRuns = effectiveSampleSize(weights);
  return {
    weights,
    effectiveRuns,
    resimulate: effectiveRuns < MIN_EFFECTIVE_RUNS,
    outcomes: scenario.model.outcomes.map(({ name }, index) => ({
      name,
      before: before[index] as number,
      after: after[index] as number,
    })),
  };
};

const weigh = (
  { columns, scenario, points, runs, manifest }: Played,
  { observable: name, turn, seen, weight }: Evidence,
  weights: Float64Array,
): void => {
  const { model } = scenario;
  const index = indexOfName(model.observables, name, 'observable');
  const { detect, falseAlarm, lag } = model.observables[index] as (typeof model.observables)[number];
  if (!Number.isInteger(turn) || turn < 1 || turn > model.turns)
    throw new WatchfloorError(
      'play.bad-option',
      `Evidence of ${name} in turn ${turn}: turns go from 1 to ${model.turns}.`,
    );
  if (!(weight >= 0 && weight <= 1))
    throw new WatchfloorError('play.bad-option', `Evidence of ${name} has weight ${weight}; weights go from 0 to 1.`);
  if (turn <= lag)
    throw new WatchfloorError(
      'play.bad-option',
      `${name} is seen ${lag} turns late, so that turn ${turn} can show nothing.`,
    );
  const constant = detect.kind === 'number' && falseAlarm.kind === 'number';
  const width = model.parameters.length;
  const likelihoods = (row: number): readonly [hit: number, miss: number] => {
    const point = Math.floor((runs[row] as number) / manifest.replications);
    const parameters = points.subarray(point * width, (point + 1) * width);
    const nothing = (): boolean => false;
    const moment = { variables: [], parameters, turn, did: nothing, crossed: nothing, ever: nothing, outcome: nothing };
    const [p, q] = [rate(evaluate(detect, moment)), rate(evaluate(falseAlarm, moment))];
    return [(seen ? p : 1 - p) ** weight, (seen ? q : 1 - q) ** weight];
  };
  const shared = constant ? likelihoods(0) : null;
  const observables = model.observables.length;
  for (let row = 0; row < columns.count; row++) {
    // After a run has ended nothing more happens in it; the last state stands.
    const at = Math.min(turn - lag, columns.ended[row] as number);
    const hit = (columns.signals[(row * model.turns + at - 1) * observables + index] as number) & HIT;
    const [onHit, onMiss] = shared ?? likelihoods(row);
    weights[row] = (weights[row] as number) * (hit ? onHit : onMiss);
  }
};
