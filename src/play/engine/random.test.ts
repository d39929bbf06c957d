import { describe, expect, it } from 'vitest';
import { drawName, namedUniform, runKey, seedKey, threefry2x32 } from './random.ts';

const words = (...hex: string[]): [number, number] => hex.map((word) => Number.parseInt(word, 16)) as [number, number];

describe('keyed randomness', () => {
  it.each([
    [words('00000000', '00000000'), words('00000000', '00000000'), words('9d1c5ec6', '8bd50731')],
    [words('ffffffff', 'ffffffff'), words('ffffffff', 'ffffffff'), words('fd36d048', '2d17272c')],
    [words('13198a2e', '03707344'), words('243f6a88', '85a308d3'), words('ba3e4725', 'f27d669e')],
  ])('gives the known answers of Threefry-2x32-13', (key, counter, answer) => {
    expect(threefry2x32(key, counter)).toEqual(answer);
  });

  it('is uniform over runs, turns and names (χ² over 64 cells, 99.9 % bounds for 63 degrees of freedom)', () => {
    const seed = seedKey('uniformity');
    const cells = new Float64Array(64);
    const n = 64_000;
    const names = Array.from({ length: 8 }, (_, i) => drawName('choice', 'A', `option${i}`));
    for (let i = 0; i < n; i++) {
      const u = namedUniform(runKey(seed, i >> 5), names[i % 8] as never, (i >> 3) % 4);
      cells[Math.floor(u * 64)] = (cells[Math.floor(u * 64)] as number) + 1;
    }
    const chi2 = cells.reduce((sum, count) => sum + (count - n / 64) ** 2 / (n / 64), 0);
    expect(chi2).toBeGreaterThan(32.4);
    expect(chi2).toBeLessThan(103.5);
  });

  it('shows no serial correlation between neighbouring runs, turns and names', () => {
    const seed = seedKey(1);
    const [a, b] = [drawName('a'), drawName('b')];
    const series = (next: (i: number) => readonly [number, number]) => {
      let sum = 0;
      for (let i = 0; i < 20_000; i++) {
        const [x, y] = next(i);
        sum += (x - 0.5) * (y - 0.5) * 12;
      }
      return sum / Math.sqrt(20_000);
    };
    expect(
      Math.abs(series((i) => [namedUniform(runKey(seed, i), a, 1), namedUniform(runKey(seed, i + 1), a, 1)])),
    ).toBeLessThan(3.3);
    expect(
      Math.abs(series((i) => [namedUniform(runKey(seed, i), a, 1), namedUniform(runKey(seed, i), a, 2)])),
    ).toBeLessThan(3.3);
    expect(
      Math.abs(series((i) => [namedUniform(runKey(seed, i), a, 1), namedUniform(runKey(seed, i), b, 1)])),
    ).toBeLessThan(3.3);
  });

  it('never gives 0 or 1', () => {
    expect(namedUniform([0, 0], { high: 0, low: 0 }, 0)).toBeGreaterThan(0);
  });
});
