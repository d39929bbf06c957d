import type { BargainingActor } from './actor.ts';

/**
 * Risk-neutral value of a position to an actor: 1 − √(Σ s² d² / Σ s²), 1 at its own position, 0 at the far corner
 * (KTAB's spatial model of politics).
 */
export const spatialValue = ({ position, salience }: BargainingActor, other: readonly number[]): number => {
  let [distance, weight] = [0, 0];
  salience.forEach((s, dimension) => {
    const d = (position[dimension] as number) - (other[dimension] as number);
    distance += s * s * d * d;
    weight += s * s;
  });
  return 1 - Math.sqrt(distance / weight);
};

/** Bends a risk-neutral value by the attitude to risk: u = v + R·v(1 − v); R > 0 shuns risk, R < 0 seeks it. */
export const riskAdjusted = (value: number, risk: number): number => value + risk * value * (1 - value);

/**
 * Attitude to risk from an actor's chance to see its position win: R = (3p − (p_max + 2 p_min)) / (2 (p_max − p_min)), from
 * −½ for the least secure to 1 for the most. All 0 where the chances are equal.
 */
export const riskFromChances = (chances: readonly number[]): number[] => {
  const [top, bottom] = [Math.max(...chances), Math.min(...chances)];
  return chances.map((p) => (top === bottom ? 0 : (3 * p - (top + 2 * bottom)) / (2 * (top - bottom))));
};
