import { WatchfloorError } from '../../model/index.ts';
import { createCrew } from '../engine/crew.ts';
import { seedKey, uniformStream } from '../engine/random.ts';
import type { Model } from '../language/model.ts';
import { placed, type Scenario } from '../language/scenario.ts';
import { applyGaussianCopula } from '../sampling/copula.ts';
import { quantile } from '../sampling/distribution.ts';
import { drawParameters } from '../sampling/draw-parameters.ts';
import { scrambledSobol } from '../sampling/sobol-sequence.ts';
import { type PawnIndex, pawn } from '../statistics/pawn.ts';
import type { SobolIndices } from '../statistics/sobol-indices.ts';
import { indexOfName } from './names.ts';
import { type InputGroup, saltelliIndices, saltelliRows } from './saltelli.ts';
import { type SurfaceOptions, surfaceOf } from './surface.ts';
import { type Tornado, tornado } from './tornado.ts';

export type SensitivityMethod = 'sobol' | 'groups' | 'pawn';

export interface SensitivityOptions extends SurfaceOptions {
  readonly method?: SensitivityMethod;
  /** Points of the base sample. */
  readonly points?: number;
  /** Runs a point, on noise common to all points. */
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
}

export interface Sensitivity {
  readonly sensitivity: 1;
  readonly scenario: string;
  readonly hash: string;
  readonly outcome: string;
  readonly seed: string;
  readonly method: SensitivityMethod;
  /** Points asked for, and those that were played before it was stopped. */
  readonly points: number;
  readonly completed: number;
  readonly replications: number;
  readonly runs: number;
  readonly tornado: Tornado;
  /** Variance-based; of groups of correlated parameters where there are any. Null when another method was asked for, or too few points were played. */
  readonly sobol: readonly SobolIndices[] | null;
  readonly pawn: readonly PawnIndex[] | null;
}

const DEFAULTS = { method: 'sobol', points: 1024, replications: 50, seed: '1', workers: 1 } as const;
const TORNADO_RUNS = 2000;
/** Indices from fewer points say nothing. */
const MIN_POINTS = 16;

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
  scenario: Scenario,
  outcomeName: string,
  options: SensitivityOptions = {},
): Promise<Sensitivity> => {
  const { model, hash } = scenario;
  const { method, points, replications, seed, workers } = { ...DEFAULTS, ...options };
  const outcome = indexOfName(model.outcomes, outcomeName, 'outcome');
  if (method === 'sobol' && model.correlations.length > 0)
    throw new WatchfloorError(
      'play.correlated-inputs',
      `Parameters of this scenario are correlated (${model.correlations.map(({ a, b }) => `${model.parameters[a]?.name}–${model.parameters[b]?.name}`).join(', ')}), so Sobol indices of single parameters would not add up; use --method groups (correlated parameters as one) or --method pawn.`,
    );
  const groups = groupsOf(model);
  if (groups.length === 0)
    throw new WatchfloorError(
      'play.bad-option',
      'No parameter of this scenario is uncertain: there is nothing to be sensitive to.',
    );
  const design =
    method === 'pawn' ? drawParameters(model, 'lhs', seedKey(seed), points) : sobolDesign(model, seed, points, groups);
  const blocks = method === 'pawn' ? 1 : 2 + groups.length;
  const width = model.parameters.length;
  const crew = createCrew(model, workers);
  const surface = surfaceOf(model, crew, outcome, seed, options, blocks * points * replications);
  try {
    const bars = await placed(scenario, () => tornado(model, surface, outcome, TORNADO_RUNS));
    const played = await placed(scenario, () => surface(byPoint(design, blocks, width), replications));
    const completed = Math.floor(played.length / blocks);
    const enough = completed >= Math.min(MIN_POINTS, points);
    const uniform = uniformStream(seedKey(seed), 'sensitivity');
    const uncertain = model.parameters.flatMap(({ distribution }, index) =>
      distribution.kind === 'fixed' ? [] : [index],
    );
    const column = (index: number): Float64Array =>
      Float64Array.from({ length: completed }, (_, row) => design[row * width + index] as number);
    return {
      sensitivity: 1,
      scenario: model.id,
      hash,
      outcome: outcomeName,
      seed,
      method,
      points,
      completed,
      replications,
      runs: played.length * replications,
      tornado: bars,
      sobol: method === 'pawn' || !enough ? null : saltelliIndices(byBlock(played, blocks, completed), groups, uniform),
      pawn:
        method === 'pawn' && enough
          ? pawn(
              uncertain.map((index) => model.parameters[index]?.name ?? ''),
              uncertain.map(column),
              played,
              uniform,
            )
          : null,
    };
  } finally {
    await crew.close();
  }
};

/** Rows of a design in blocks, one point's rows after another's: when it is stopped, whole points are finished. */
const byPoint = (rows: Float64Array, blocks: number, width: number): Float64Array => {
  const points = rows.length / width / blocks;
  const ordered = new Float64Array(rows.length);
  for (let block = 0; block < blocks; block++)
    for (let point = 0; point < points; point++) {
      const from = (block * points + point) * width;
      ordered.set(rows.subarray(from, from + width), (point * blocks + block) * width);
    }
  return ordered;
};

/** The reverse of `byPoint` for outputs, of the first `points` points. */
const byBlock = (outputs: Float64Array, blocks: number, points: number): Float64Array =>
  Float64Array.from({ length: blocks * points }, (_, index) => {
    const [block, point] = [Math.floor(index / points), index % points];
    return outputs[point * blocks + block] as number;
  });

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
