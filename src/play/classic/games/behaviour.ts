import { type ExtensiveForm, infosets } from './game.ts';
import { add, divide, isZero, type Rational, ZERO } from './rational.ts';
import type { Plan } from './to-normal-form.ts';

/** Chances of the actions at each information set, by its key; sets that the mixture never reaches are left out. */
export type Behaviour = ReadonlyMap<string, readonly Rational[]>;

/** The behaviour that a mixture of plans amounts to (Kuhn 1953): at each set, among the plans that lead there. */
export const behaviourOf = (
  game: ExtensiveForm,
  plans: readonly (readonly Plan[])[],
  mixture: readonly (readonly Rational[])[],
): Behaviour =>
  new Map(
    infosets(game).flatMap(({ key, player, actions }) => {
      const chances = actions.map((_, action) =>
        (plans[player] as readonly Plan[]).reduce(
          (total, plan, index) =>
            plan.get(key) === action ? add(total, (mixture[player] as readonly Rational[])[index] as Rational) : total,
          ZERO,
        ),
      );
      const reached = chances.reduce(add, ZERO);
      return isZero(reached) ? [] : [[key, chances.map((chance) => divide(chance, reached))] as const];
    }),
  );
