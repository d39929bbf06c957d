import { WatchfloorError } from '../../model/index.ts';
import { drawName, type Key, threefry2x32 } from '../engine/random.ts';
import { directionSeeds, MAX_SOBOL_DIMENSION } from './joe-kuo.ts';

const BITS = 32;

/** Direction numbers of each dimension, as 32-bit fractions. */
const directions = (dimensions: number): readonly Uint32Array[] => {
  const first = Uint32Array.from({ length: BITS }, (_, bit) => 2 ** (BITS - 1 - bit));
  const others = directionSeeds()
    .slice(0, dimensions - 1)
    .map(({ polynomial, initial }) => {
      const degree = initial.length;
      const v = new Uint32Array(BITS);
      for (let bit = 0; bit < BITS; bit++) {
        if (bit < degree) {
          v[bit] = (initial[bit] as number) * 2 ** (BITS - 1 - bit);
          continue;
        }
        let value = (v[bit - degree] as number) ^ ((v[bit - degree] as number) >>> degree);
        for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) value ^= v[bit - k] as number;
        v[bit] = value >>> 0;
      }
      return v;
    });
  return [first, ...others];
};

const reverseBits = (value: number): number => {
  let x = value;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
};

/** Owen's nested uniform scramble by hashing: each bit is flipped by a hash of the higher bits (Laine & Karras 2011; constants of Burley, "Practical hash-based Owen scrambling", 2020). */
const owenScramble = (value: number, seed: number): number => {
  let x = reverseBits(value);
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return reverseBits(x >>> 0);
};

/**
 * The first n points of a Sobol' sequence, Owen-scrambled. A column's scramble depends on the seed and its name; its direction numbers on its position.
 *
 * @returns n × names.length uniforms in (0, 1), row by row
 * @throws WatchfloorError play.no-sobol-dimension beyond 200 columns
 */
export const scrambledSobol = (seed: Key, names: readonly string[], n: number): Float64Array => {
  const columns = names.length;
  if (columns > MAX_SOBOL_DIMENSION)
    throw new WatchfloorError(
      'play.no-sobol-dimension',
      `${columns} columns are more than the ${MAX_SOBOL_DIMENSION} that the Sobol sequence has here; use --sampler lhs.`,
    );
  const points = new Float64Array(n * columns);
  if (columns === 0) return points;
  directions(columns).forEach((v, column) => {
    const name = drawName('sobol', names[column] as string);
    const [scramble] = threefry2x32(seed, [name.high, name.low]);
    let x = 0;
    for (let i = 0; i < n; i++) {
      points[i * columns + column] = (owenScramble(x, scramble) + 0.5) / 2 ** BITS;
      // Gray code order (Antonov & Saleev 1979): the bit of the lowest zero of i changes.
      x = (x ^ (v[31 - Math.clz32(~i & (i + 1))] as number)) >>> 0;
    }
  });
  return points;
};
