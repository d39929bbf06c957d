import { describe, expect, it } from 'vitest';
import { bCubed, bestMatching, ceafEntity, lea, muc } from '../../bench/gold/coreference-scores.ts';

const mentions = (groups: readonly string[]) =>
  groups.flatMap((group, number) => [...group].map((key) => ({ key, entity: String(number) })));

/** The example of Luo 2005 and of Moosavi & Strube 2016: a key of abc, de, fghij; the reader's ab, cd, fghi. */
const KEY = mentions(['abc', 'defg']);
const RESPONSE = mentions(['ab', 'cd', 'fghi']);

describe('scores of coreference', () => {
  it('counts the links of MUC', () => {
    expect(muc(KEY, RESPONSE)).toEqual({ found: 2, of: 5 });
    expect(muc(RESPONSE, KEY)).toEqual({ found: 2, of: 5 });
  });

  it('counts the mentions of B³', () => {
    const { found, of } = bCubed(KEY, RESPONSE);
    expect(found / of).toBeCloseTo((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, 12);
  });

  it('weights entities by LEA as its paper does', () => {
    const recall = lea(KEY, RESPONSE, true);
    const precision = lea(RESPONSE, KEY, true);
    expect(recall.found / recall.of).toBeCloseTo((3 * (1 / 3) + 4 * (1 / 6)) / 7, 12);
    expect(precision.found / precision.of).toBeCloseTo((2 * 1 + 2 * 0 + 4 * (1 / 6)) / 8, 12);
  });

  it('matches entities one to one for CEAF-e', () => {
    const { found, of } = ceafEntity(KEY, RESPONSE);
    expect(found).toBeCloseTo(4 / 5 + 4 / 8, 12);
    expect(of).toBe(2);
  });

  it('finds the matching that collects most', () => {
    expect(
      bestMatching([
        [9, 8],
        [8, 1],
      ]),
    ).toBe(16);
    expect(
      bestMatching([
        [1, 2, 3],
        [3, 2, 1],
        [2, 9, 2],
      ]),
    ).toBe(15);
    expect(bestMatching([[5], [7]])).toBe(7);
    expect(bestMatching([])).toBe(0);
  });
});
