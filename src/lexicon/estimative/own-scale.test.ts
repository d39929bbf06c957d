import { describe, expect, it } from 'vitest';
import { gapsOf, ICD_203, KENT, PHIA, wordFor } from '../index.ts';
import { readScale } from './own-scale.ts';

const scale = (bands: string): string => `scale: house\nname: House scale\nbands:\n${bands}`;
const GOOD = scale('  - { words: [hardly], from: 0, to: .3 }\n  - { words: [Perhaps, maybe], from: .4, to: 1 }\n');

describe('readScale', () => {
  it('reads bands, half-open, with a gap', () => {
    const house = readScale(GOOD, 'house.yaml');
    expect(house).toEqual({
      id: 'house',
      name: 'House scale',
      source: 'house.yaml',
      bands: [
        { words: ['hardly'], low: 0, high: 0.3 },
        { words: ['perhaps', 'maybe'], low: 0.4, high: 1 },
      ],
    });
    expect(wordFor(0.3, house).kind).toBe('gap');
    expect(wordFor(0.4, house)).toMatchObject({ word: 'perhaps' });
    expect(wordFor(1, house)).toMatchObject({ word: 'perhaps' });
  });

  it.each([
    ['  - { words: [a], from: .5, to: .2 }', 4, /begins at 0.5 and ends at 0.2/],
    ['  - { words: [a], from: 0, to: 1.2 }', 4, /between 0 and 1/],
    ['  - { words: [a], from: 0, to: .5 }\n  - { words: [b], from: .4, to: 1 }', 5, /below the end of “a” at 0.5/],
    ['  - { words: [a], from: 0, to: .5 }\n  - { words: [A], from: .5, to: 1 }', 5, /stands in two places/],
    ['  - { word: [a], from: 0, to: .5 }', 4, /no key "word" here. Did you mean words\?/],
    ['  - { words: [], from: 0, to: .5 }', 4, /at least one word/],
    ['  - { words: [a, from: 0', 4, /not YAML/],
  ])('says what is wrong with %s', (bands, line, message) => {
    expect(() => readScale(scale(bands), 'house.yaml')).toThrow(
      expect.objectContaining({
        code: 'scale.invalid',
        message: expect.stringMatching(message),
        place: expect.objectContaining({ file: 'house.yaml', line }),
      }),
    );
  });
});

describe('gapsOf', () => {
  it.each([
    [
      PHIA,
      [
        [0.05, 0.1],
        [0.2, 0.25],
        [0.35, 0.4],
        [0.5, 0.55],
        [0.75, 0.8],
        [0.9, 0.95],
      ],
    ],
    [
      ICD_203,
      [
        [0, 0.01],
        [0.99, 1],
      ],
    ],
    [
      KENT,
      [
        [0, 0.02],
        [0.12, 0.2],
        [0.6, 0.63],
        [0.99, 1],
      ],
    ],
  ])('$name', (known, expected) => {
    expect(gapsOf(known).map(({ low, high }) => [low, high])).toEqual(expected);
  });
});
