import { describe, expect, it } from 'vitest';
import { shapeRows } from './word-shape.ts';

const rows = (sentence: string): number[] => {
  const forms = sentence.split(' ');
  return shapeRows(
    forms,
    forms.map(() => false),
  );
};

describe('shapeRows', () => {
  it('tells the shapes of words apart, and the first word of a sentence', () => {
    expect(rows('" Seoul told a U.S. envoy in 1953 that McDonald and NATO sent F16 x')).toEqual([
      18, 12, 1, 1, 9, 1, 1, 6, 1, 5, 1, 3, 1, 7, 1,
    ]);
  });

  it.each([
    ['in capitals', 'KIM VISITS MOSCOW', [3 + 10 + 40, 3 + 40, 3 + 40]],
    ['in title case', 'Kim Visits Moscow by Train', [2 + 10 + 80, 2 + 80, 2 + 80, 1 + 80, 2 + 80]],
    ['in lower case', 'kim visits moscow', [1 + 10 + 120, 1 + 120, 1 + 120]],
  ])('marks a sentence %s', (_, sentence, expected) => {
    expect(rows(sentence)).toEqual(expected);
  });

  it('marks a word that stands right behind the one before', () => {
    expect(shapeRows(['do', "n't"], [false, true])).toEqual([11, 21]);
  });
});
