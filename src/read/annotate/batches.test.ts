import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batches } from './batches.ts';

describe('batches', () => {
  it('puts sentences of like length together', () => {
    expect([...batches([200, 10, 190, 12, 11])]).toEqual([[1, 4, 3], [2], [0]]);
  });

  it('holds every sentence once, within the bound of pieces unless it stands alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3, max: 900 })), (lengths) => {
        const all = [...batches(lengths)];
        expect(all.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, index) => index));
        for (const batch of all) {
          const longest = Math.max(...batch.map((index) => lengths[index]!));
          expect(batch.length === 1 || batch.length * longest <= 512).toBe(true);
        }
      }),
    );
  });
});
