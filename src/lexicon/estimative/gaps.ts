import type { EstimativeScale } from './scale.ts';

export interface ScaleGap {
  readonly low: number;
  readonly high: number;
}

/** The stretches of 0 … 1 for which a scale has no word, in rising order. */
export const gapsOf = ({ bands }: EstimativeScale): readonly ScaleGap[] => {
  const edges = [0, ...bands.flatMap(({ low, high }) => [low, high]), 1];
  const gaps: ScaleGap[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const [low, high] = [edges[index] as number, edges[index + 1] as number];
    if (low < high) gaps.push({ low, high });
  }
  return gaps;
};
