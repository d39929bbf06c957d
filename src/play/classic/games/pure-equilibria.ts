import { type NormalForm, profileIndex } from './game.ts';
import { compare, ONE, type Rational, ZERO } from './rational.ts';
import type { Equilibrium } from './two-player-equilibria.ts';

/** Every profile of pure strategies from which no player gains by leaving alone, for any number of players. */
export const pureEquilibria = (game: NormalForm): readonly Equilibrium[] => {
  const sizes = game.strategies.map(({ length }) => length);
  const payoff = (player: number, profile: readonly number[]): Rational =>
    (game.payoffs[player] as readonly Rational[])[profileIndex(game, profile)] as Rational;
  const isBest = (player: number, profile: readonly number[]): boolean =>
    (game.strategies[player] as readonly string[]).every(
      (_, other) =>
        compare(
          payoff(
            player,
            profile.map((strategy, index) => (index === player ? other : strategy)),
          ),
          payoff(player, profile),
        ) <= 0,
    );
  const count = sizes.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, index) => {
    let rest = index;
    return sizes.map((size) => {
      const strategy = rest % size;
      rest = Math.floor(rest / size);
      return strategy;
    });
  })
    .filter((profile) => sizes.every((__, player) => isBest(player, profile)))
    .map((profile) => ({
      strategies: sizes.map((size, player) =>
        Array.from({ length: size }, (__, strategy) => (strategy === profile[player] ? ONE : ZERO)),
      ),
      values: sizes.map((__, player) => payoff(player, profile)),
    }));
};
