import type { Played } from '../engine/play.ts';
import { groupedHits } from './outcomes.ts';

/** How much an outcome's probability moves with one parameter, the others varying as they do. */
export interface Driver {
  readonly parameter: string;
  /** The outcome's share in the third of the draws where the parameter is lowest, and highest. */
  readonly lowThird: number;
  readonly highThird: number;
  readonly difference: number;
  /** Standard error of the difference, from the spread of the draws' shares. */
  readonly error: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / Math.max(values.length - 1, 1);
};

/** Parameters by how far an outcome's probability differs between their lowest and highest third, strongest first. */
export const driversOf = (played: Played, outcome: number): readonly Driver[] => {
  const { model } = played.scenario;
  const { hits, sizes, points } = groupedHits(played, outcome);
  const shares = hits.map((count, index) => count / (sizes[index] as number));
  const width = model.parameters.length;
  const third = Math.floor(points.length / 3);
  if (third < 2) return [];
  return model.parameters
    .flatMap(({ name, distribution }, column): Driver[] => {
      if (distribution.kind === 'fixed') return [];
      const order = points
        .map((_, index) => index)
        .sort(
          (a, b) =>
            (played.points[(points[a] as number) * width + column] as number) -
            (played.points[(points[b] as number) * width + column] as number),
        );
      const low = order.slice(0, third).map((index) => shares[index] as number);
      const high = order.slice(-third).map((index) => shares[index] as number);
      const [lowThird, highThird] = [mean(low), mean(high)];
      return [
        {
          parameter: name,
          lowThird,
          highThird,
          difference: highThird - lowThird,
          error: Math.sqrt((variance(low) + variance(high)) / third),
        },
      ];
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
};
