import type { Key } from '../engine/random.ts';
import type { Model } from '../language/model.ts';
import { applyGaussianCopula } from './copula.ts';
import { quantile } from './distribution.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { scrambledSobol } from './sobol-sequence.ts';

export type Sampler = 'lhs' | 'sobol';

/** n draws of all parameters of a scenario: n × parameters, row by row. Fixed parameters keep their value. */
export const drawParameters = (model: Model, sampler: Sampler, seed: Key, n: number): Float64Array => {
  const columns = model.parameters.length;
  const uncertain = model.parameters.flatMap(({ distribution }, index) =>
    distribution.kind === 'fixed' ? [] : [index],
  );
  const names = uncertain.map((index) => model.parameters[index]?.name ?? '');
  const points = sampler === 'lhs' ? latinHypercube(seed, names, n) : scrambledSobol(seed, names, n);
  const position = new Map(uncertain.map((index, at) => [index, at]));
  const tied = model.correlations.map(({ a, b, spearman }) => ({
    a: position.get(a) ?? 0,
    b: position.get(b) ?? 0,
    spearman,
  }));
  if (tied.length > 0) applyGaussianCopula(points, names.length, tied);
  const values = new Float64Array(n * columns);
  model.parameters.forEach(({ distribution }, column) => {
    const at = position.get(column);
    for (let i = 0; i < n; i++)
      values[i * columns + column] = quantile(
        distribution,
        at === undefined ? 0.5 : (points[i * names.length + at] as number),
      );
  });
  return values;
};
