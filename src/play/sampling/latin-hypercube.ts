import { drawName, type Key, namedUniform, runKey } from '../engine/random.ts';

/**
 * Latin hypercube sample (McKay, Beckman, Conover 1979): one point in each of n equal slices of every column, slices shuffled column by column. A column's shuffle and its
 * places inside the slices depend on the seed and the column's name alone, so that a further parameter changes no other column.
 *
 * @returns n × names.length uniforms in (0, 1), row by row
 */
export const latinHypercube = (seed: Key, names: readonly string[], n: number): Float64Array => {
  const points = new Float64Array(n * names.length);
  const slices = new Uint32Array(n);
  names.forEach((name, column) => {
    const [shuffle, place] = [drawName('lhs-shuffle', name), drawName('lhs-place', name)];
    for (let i = 0; i < n; i++) slices[i] = i;
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(namedUniform(runKey(seed, i), shuffle, 0) * (i + 1));
      const kept = slices[i] as number;
      slices[i] = slices[j] as number;
      slices[j] = kept;
    }
    for (let i = 0; i < n; i++)
      points[i * names.length + column] = ((slices[i] as number) + namedUniform(runKey(seed, i), place, 0)) / n;
  });
  return points;
};
