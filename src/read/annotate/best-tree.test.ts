import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from './best-tree.ts';

const isTree = (heads: readonly number[]): boolean =>
  heads.filter((head) => head === 0).length === 1 &&
  heads.every((_, word) => {
    let node = word + 1;
    for (let steps = 0; node !== 0; steps++) {
      if (steps > heads.length) return false;
      node = heads[node - 1]!;
    }
    return true;
  });

/** Every assignment of heads that is a tree with one root, by trial. */
const allTrees = (words: number): number[][] => {
  let found: number[][] = [[]];
  for (let word = 1; word <= words; word++) {
    found = found.flatMap((heads) =>
      Array.from({ length: words + 1 }, (_, head) => [...heads, head]).filter((next) => next[word - 1] !== word),
    );
  }
  return found.filter(isTree);
};

const total = (scores: readonly (readonly number[])[], heads: readonly number[]): number =>
  heads.reduce((sum, head, word) => sum + scores[word + 1]![head]!, 0);

const matrix = (words: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: words + 1, maxLength: words + 1 }), {
    minLength: words + 1,
    maxLength: words + 1,
  });

describe('bestTree', () => {
  it('takes the best heads where they form a tree', () => {
    const scores = [
      [0, 0, 0],
      [0, 0, 9],
      [9, 0, 0],
    ];
    expect(bestTree((dependent, head) => scores[dependent]![head]!, 2)).toEqual([2, 0]);
  });

  it('breaks a cycle', () => {
    // 1 and 2 want each other; 1 is the dearer one to hang on the root.
    const scores = [
      [0, 0, 0],
      [1, 0, 9],
      [5, 8, 0],
    ];
    expect(bestTree((dependent, head) => scores[dependent]![head]!, 2)).toEqual([2, 0]);
  });

  it('allows one root only', () => {
    const scores = [
      [0, 0, 0, 0],
      [9, 0, 1, 0],
      [8, 2, 0, 0],
      [9, 0, 3, 0],
    ];
    expect(bestTree((dependent, head) => scores[dependent]![head]!, 3)).toEqual([0, 1, 2]);
  });

  it.each([1, 2, 3, 4])('finds the best of all trees of %i words', (words) => {
    const trees = allTrees(words);
    fc.assert(
      fc.property(matrix(words), (scores) => {
        const heads = bestTree((dependent, head) => scores[dependent]![head]!, words);
        expect(isTree(heads)).toBe(true);
        const best = Math.max(...trees.map((tree) => total(scores, tree)));
        expect(total(scores, heads)).toBeCloseTo(best, 6);
      }),
    );
  });

  it('gives a tree of long sentences and of scores that are no numbers', () => {
    fc.assert(
      fc.property(matrix(30), fc.boolean(), (scores, broken) => {
        expect(isTree(bestTree((dependent, head) => (broken ? Number.NaN : scores[dependent]![head]!), 30))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('gives no heads for no words', () => {
    expect(bestTree(() => 0, 0)).toEqual([]);
  });
});
