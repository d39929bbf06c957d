import { WatchfloorError } from '../../model/index.ts';
import { type Crew, createCrew } from '../engine/crew.ts';
import { seedKey, uniformStream } from '../engine/random.ts';
import type { Model } from '../language/model.ts';
import type { Scenario } from '../language/scenario.ts';
import { applyGaussianCopula } from '../sampling/copula.ts';
import { quantile } from '../sampling/distribution.ts';
import { drawParameters } from '../sampling/draw-parameters.ts';
import { scrambledSobol } from '../sampling/sobol-sequence.ts';
import { type PawnIndex, pawn } from '../statistics/pawn.ts';
import type { SobolIndices } from '../statistics/sobol-indices.ts';
import { indexOfName } from './names.ts';
import { type InputGroup, saltelliIndices, saltelliRows } from './saltelli.ts';
import { type Tornado, tornado } from './tornado.ts';

export type SensitivityMethod = 'sobol' | 'groups' | 'pawn';

export interface SensitivityOptions {
  readonly method?: SensitivityMethod;
  /** Points of the base sample. */
  readonly points?: number;
  /** Runs a point, on noise common to all points. */
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

export interface Sensitivity {
  readonly sensitivity: 1;
  readonly scenario: string;
  readonly hash: string;
  readonly outcome: string;
  readonly seed: string;
  readonly method: SensitivityMethod;
  readonly points: number;
  readonly replications: number;
  readonly runs: number;
  readonly tornado: Tornado;
  /** Variance-based; of groups of correlated parameters where there are any. */
  readonly sobol: readonly SobolIndices[] | null;
  readonly pawn: readonly PawnIndex[] | null;
}

const DEFAULTS = { method: 'sobol', points: 1024, replications: 50, seed: '1', workers: 1 } as const;
const TORNADO_RUNS = 2000;
/** Points handed to a worker at once. */
const CHUNK = 256;

/** Parameters tied by correlations as one group each. */
const groupsOf = (model: Model): readonly InputGroup[] => {
  const group = model.parameters.map((_, index) => index);
  const root = (index: number): number => (group[index] === index ? index : root(group[index] as number));
  for (const { a, b } of model.correlations) group[root(a)] = root(b);
  const members = new Map<number, number[]>();
  model.parameters.forEach(({ distribution }, index) => {
    if (distribution.kind !== 'fixed') members.set(root(index), [...(members.get(root(index)) ?? []), index]);
  });
  return [...members.values()].map((columns) => ({
    name: columns.map((column) => model.parameters[column]?.name).join(' + '),
    columns,
  }));
};

/**
 * What an outcome's probability depends on.
 *
 * @throws WatchfloorError play.correlated-inputs when plain Sobol indices are asked for and parameters are correlated, play.unknown-name, play.stopped
 */
export const sensitivityOf = async (
  { model, hash }: Scenario,
  outcomeName: string,
  options: SensitivityOptions = {},
): Promise<Sensitivity> => {
  const { method, points, replications, seed, workers } = { ...DEFAULTS, ...options };
  const outcome = indexOfName(model.outcomes, outcomeName, 'outcome');
  if (method === 'sobol' && model.correlations.length > 0)
    throw new WatchfloorError(
      'play.correlated-inputs',
      `${model.correlations.length} pairs of parameters are correlated, so Sobol indices of single parameters would not add up; use --method groups (correlated parameters as one) or --method pawn.`,
    );
  const groups = groupsOf(model);
  if (groups.length === 0)
    throw new WatchfloorError(
      'play.bad-option',
      'No parameter of this scenario is uncertain: there is nothing to be sensitive to.',
    );
  const rows =
    method === 'pawn' ? drawParameters(model, 'lhs', seedKey(seed), points) : sobolDesign(model, seed, points, groups);
  const crew = createCrew(model, workers);
  try {
    const bars = await tornado(model, crew, outcome, seed, TORNADO_RUNS);
    const outputs = await playPoints(model, crew, rows, replications, outcome, seed, options);
    const uniform = uniformStream(seedKey(seed), 'sensitivity');
    const uncertain = model.parameters.flatMap(({ distribution }, index) =>
      distribution.kind === 'fixed' ? [] : [index],
    );
    const column = (index: number): Float64Array =>
      Float64Array.from({ length: points }, (_, row) => rows[row * model.parameters.length + index] as number);
    return {
      sensitivity: 1,
      scenario: model.id,
      hash,
      outcome: outcomeName,
      seed,
      method,
      points,
      replications,
      runs: outputs.length * replications,
      tornado: bars,
      sobol: method === 'pawn' ? null : saltelliIndices(outputs, groups, uniform),
      pawn:
        method === 'pawn'
          ? pawn(
              uncertain.map((index) => model.parameters[index]?.name ?? ''),
              uncertain.map(column),
              outputs,
              uniform,
            )
          : null,
    };
  } finally {
    await crew.close();
  }
};

/** A Saltelli design of parameter values: both base matrices from one scrambled Sobol sequence, correlations inside each. */
const sobolDesign = (model: Model, seed: string, n: number, groups: readonly InputGroup[]): Float64Array => {
  const width = model.parameters.length;
  const names = model.parameters.map(({ name }) => name);
  const both = scrambledSobol(
    seedKey(seed),
    [...names.map((name) => `A/${name}`), ...names.map((name) => `B/${name}`)],
    n,
  );
  const half = (offset: number): Float64Array => {
    const points = new Float64Array(n * width);
    for (let row = 0; row < n; row++)
      for (let column = 0; column < width; column++)
        points[row * width + column] = both[row * 2 * width + offset + column] as number;
    if (model.correlations.length > 0) applyGaussianCopula(points, width, model.correlations);
    return points.map((u, index) =>
      quantile((model.parameters[index % width] as Model['parameters'][number]).distribution, u),
    );
  };
  return saltelliRows(half(0), half(width), width, groups);
};

/** The outcome's share at every point, in order, whatever the number of workers. */
const playPoints = async (
  model: Model,
  crew: Crew,
  rows: Float64Array,
  replications: number,
  outcome: number,
  seed: string,
  { signal, progress }: SensitivityOptions,
): Promise<Float64Array> => {
  const width = model.parameters.length;
  const total = rows.length / width;
  const outputs = new Float64Array(total);
  const starts = Array.from({ length: Math.ceil(total / CHUNK) }, (_, i) => i * CHUNK).values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const start of starts) {
      if (signal?.aborted)
        throw new WatchfloorError(
          'play.stopped',
          'Stopped before all points were played; sensitivity needs all of them.',
        );
      const end = Math.min(start + CHUNK, total);
      const shares = await crew.run({
        kind: 'shares',
        seed: seedKey(seed),
        points: rows.slice(start * width, end * width),
        replications,
      });
      for (let row = start; row < end; row++)
        outputs[row] = shares[(row - start) * model.outcomes.length + outcome] as number;
      done += end - start;
      progress?.(done * replications, total * replications);
    }
  };
  await Promise.all(Array.from({ length: crew.workers }, work));
  return outputs;
};
