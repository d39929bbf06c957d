import type { Comparison, Disagreement } from './compare.ts';
import { percent } from './likelihood-words.ts';

const difference = ({ evidence, hypothesis, ratings, effect }: Disagreement, analysts: readonly string[]): string => {
  const said = ratings.map((rating, index) => `${analysts[index]} ${rating ?? 'not rated'}`).join(', ');
  const [from, to] = [percent(effect.from), percent(effect.to)];
  const change = effect.changesLeader
    ? `${effect.leader} would no longer lead, going from ${from} to ${to}`
    : from === to
      ? `${effect.leader} would stay at ${from}`
      : `${effect.leader} would go from ${from} to ${to}`;
  return `${evidence} under ${hypothesis}: ${said}. If ${effect.analyst} rated it as ${effect.as} does, ${change}.`;
};

const bridge = ({ analyst, as, leader, other, cells, without, priors }: Comparison['bridges'][number]): string => {
  const parts = [
    ...(cells.length > 0
      ? [`the ratings of ${cells.map(({ evidence, hypothesis }) => `${evidence} under ${hypothesis}`).join(', ')}`]
      : []),
    ...(without.length > 0 ? [`the items that ${as} has not rated (${without.join(', ')})`] : []),
    ...(priors ? ['the priors'] : []),
  ];
  return `Between ${analyst} (${leader}) and ${as} (${other}) stand ${parts.join('; ')}. With ${as}’s view there ${analyst} would put ${other} first.`;
};

/** A comparison in sentences: how far they agree, what stands between their rankings, where they differ. */
export const comparisonWords = (comparison: Comparison) => {
  const { cells, alike, near } = comparison.agreement;
  const names = comparison.analysts.map(({ analyst }) => analyst);
  return {
    agreement: `Of ${cells} cells that two or more rated, ${alike} are alike and ${near} within one step.`,
    bridges: comparison.bridges.map(bridge),
    /** The largest effect first. */
    differences: comparison.disagreements.map((found) => difference(found, names)),
  };
};
