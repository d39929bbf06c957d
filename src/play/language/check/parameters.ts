import { firstNegativePivot, spearmanToPearson } from '../../sampling/copula.ts';
import { type Distribution, formatDistribution, support } from '../../sampling/distribution.ts';
import type { Correlation, Parameter } from '../model.ts';
import { distributionOf } from './expressions.ts';
import type { Field } from './field.ts';

/** Of a parameter whose distribution could not be understood. */
const ANY_VALUE: Distribution = { kind: 'uniform', low: -Number.MAX_VALUE, high: Number.MAX_VALUE };

export const checkParameters = (root: Field): readonly Parameter[] =>
  root
    .child('parameters')
    .entries('parameters')
    .map(([name, entry]) => {
      if (typeof entry.value === 'number')
        return { name, about: null, distribution: { kind: 'fixed', value: entry.number() ?? 0 } };
      if (!entry.shape(['dist', 'value', 'range'])) return { name, about: null, distribution: ANY_VALUE };
      const distribution = parameterDistribution(entry);
      if (distribution) checkRange(entry, distribution);
      return { name, about: entry.child('about').text(), distribution: distribution ?? ANY_VALUE };
    });

const parameterDistribution = (entry: Field): Distribution | null => {
  const [dist, value] = [entry.child('dist'), entry.child('value')];
  if (dist.missing === value.missing) {
    entry.error('structure', `${entry.label} needs either dist, such as beta(4, 2), or value.`);
    return null;
  }
  if (!dist.missing) return distributionOf(dist);
  const fixed = value.number();
  return fixed === null ? null : { kind: 'fixed', value: fixed };
};

/** `range` states what values make sense; a distribution that can leave it is an error. */
const checkRange = (entry: Field, distribution: Distribution): void => {
  const range = entry.child('range');
  if (range.missing) return;
  const [low, high] = range.list().map((end) => end.number());
  if (low === null || low === undefined || high === null || high === undefined || low > high) {
    range.error('structure', `${range.label} must be [low, high].`);
    return;
  }
  const [least, most] = support(distribution);
  if (least < low || most > high)
    entry.error(
      'support',
      `${entry.label}: ${formatDistribution(distribution)} can give ${least < low ? least : most}, outside its range ${low} to ${high}. Use a bounded distribution, such as beta or pert.`,
    );
};

export const checkCorrelations = (
  root: Field,
  names: ReadonlyMap<string, number>,
  parameters: readonly Parameter[],
): readonly Correlation[] => {
  const correlations: Correlation[] = [];
  for (const entry of root.child('correlations').list()) {
    if (!entry.shape(['pair', 'spearman'], ['pair', 'spearman'])) continue;
    const ends = entry.child('pair').list();
    if (ends.length !== 2) {
      entry.child('pair').error('structure', `${entry.label}: pair must name two parameters.`);
      continue;
    }
    const [a, b] = ends.map((end) => end.reference(names, 'parameter'));
    const spearman = entry.child('spearman').number(-1, 1);
    if (a === null || a === undefined || b === null || b === undefined || spearman === null) continue;
    if (a === b) entry.error('correlation', `${entry.label}: a parameter cannot be correlated with itself.`);
    else if (correlations.some((other) => (other.a === a && other.b === b) || (other.a === b && other.b === a)))
      entry.error('correlation', `${entry.label}: this pair has a correlation already.`);
    else if ([a, b].some((end) => parameters[end]?.distribution.kind === 'fixed'))
      entry.error('correlation', `${entry.label}: a fixed parameter cannot be correlated.`);
    else correlations.push({ a, b, spearman });
  }
  const impossible = firstNegativePivot(correlations);
  if (impossible !== null) {
    const involved = correlations
      .filter(({ a, b }) => a === impossible || b === impossible)
      .map(
        ({ a, b, spearman }) =>
          `${parameters[a]?.name}–${parameters[b]?.name} ${spearman} (Pearson ${spearmanToPearson(spearman).toFixed(3)})`,
      );
    root
      .child('correlations')
      .error(
        'correlation',
        `these correlations cannot all hold: with those before it, ${parameters[impossible]?.name} cannot have ${involved.join(', ')}. Bring them nearer to 0.`,
      );
  }
  return correlations;
};
