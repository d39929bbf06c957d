/** How strongly an actor votes between two alternatives whose utilities to it differ. */
export type VotingRule = 'proportional' | 'binary' | 'cubic';
/** How the votes behind an alternative become its chance to win. */
export type VictoryModel = 'linear' | 'square' | 'quartic';
/** How pairwise chances become one distribution over the alternatives. */
export type ElectionModel = 'conditional' | 'markov';

export interface ElectionOptions {
  readonly voting?: VotingRule;
  readonly victory?: VictoryModel;
  readonly election?: ElectionModel;
}

const EXPONENTS: Readonly<Record<VictoryModel, number>> = { linear: 1, square: 2, quartic: 4 };
const MARKOV_ROUNDS = 10_000;
const MARKOV_TOLERANCE = 1e-13;

const vote = (rule: VotingRule, weight: number, difference: number): number => {
  switch (rule) {
    case 'proportional':
      return weight * difference;
    case 'binary':
      return weight * Math.sign(difference);
    case 'cubic':
      return weight * difference ** 3;
  }
};

/**
 * Chance of each alternative to beat each other in a pairwise contest in which all actors take a side.
 *
 * @param weights one an actor
 * @param utilities actor × alternative
 * @returns alternative × alternative, p[a][b] + p[b][a] = 1, .5 on the diagonal and where nobody cares
 */
export const pairwiseVictory = (
  weights: readonly number[],
  utilities: readonly (readonly number[])[],
  { voting = 'proportional', victory = 'linear' }: ElectionOptions = {},
): number[][] => {
  const count = utilities[0]?.length ?? 0;
  const chances = Array.from({ length: count }, () => new Array<number>(count).fill(0.5));
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      let [forA, forB] = [0, 0];
      weights.forEach((weight, actor) => {
        const row = utilities[actor] as readonly number[];
        const cast = vote(voting, weight, (row[a] as number) - (row[b] as number));
        if (cast > 0) forA += cast;
        else forB -= cast;
      });
      if (forA + forB === 0) continue;
      const [strengthA, strengthB] = [forA ** EXPONENTS[victory], forB ** EXPONENTS[victory]];
      (chances[a] as number[])[b] = strengthA / (strengthA + strengthB);
      (chances[b] as number[])[a] = strengthB / (strengthA + strengthB);
    }
  }
  return chances;
};

const normalised = (values: readonly number[]): number[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
};

/**
 * The probabilistic Condorcet election of KTAB (Wise, Lester & Efird 2015): conditional, an alternative's chance is that of
 * winning every one of its contests, given that some alternative does; Markov, the share of time that a walk spends there
 * which moves to a challenger as often as that wins.
 */
export const condorcetElection = (
  chances: readonly (readonly number[])[],
  model: ElectionModel = 'conditional',
): number[] => {
  const count = chances.length;
  if (model === 'conditional') {
    // Logarithms: the product of many small chances must not vanish.
    const logs = chances.map((row, a) => row.reduce((sum, p, b) => (a === b ? sum : sum + Math.log(p)), 0));
    const top = Math.max(...logs);
    return top === Number.NEGATIVE_INFINITY
      ? new Array<number>(count).fill(1 / count)
      : normalised(logs.map((log) => Math.exp(log - top)));
  }
  let shares = new Array<number>(count).fill(1 / count);
  for (let round = 0; round < MARKOV_ROUNDS; round++) {
    const next = chances.map(
      (row, a) =>
        row.reduce((sum, p, b) => sum + p * ((shares[a] as number) + (a === b ? 0 : (shares[b] as number))), 0) / count,
    );
    const settled = normalised(next);
    const moved = Math.max(...settled.map((share, index) => Math.abs(share - (shares[index] as number))));
    shares = settled;
    if (moved < MARKOV_TOLERANCE) break;
  }
  return shares;
};
