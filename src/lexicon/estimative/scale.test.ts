import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, ICD_203, KENT, nearestWord, PHIA, SCALES, wordFor } from './scale.ts';

describe('wordFor', () => {
  it.each([
    [0.05, 'very unlikely'],
    [0.2, 'unlikely'],
    [0.45, 'roughly even chance'],
    [0.55, 'likely'],
    [0.79999, 'likely'],
    [0.8, 'very likely'],
    [0.95, 'almost certain'],
    [0.99, 'almost certain'],
  ])('ICD 203 begins a band at its lower end: %d is %s', (p, word) => {
    expect(wordFor(p)).toMatchObject({ kind: 'band', word });
  });

  it('says that PHIA has no word for 0.22', () => {
    expect(wordFor(0.22, PHIA)).toMatchObject({
      kind: 'gap',
      below: { words: ['highly unlikely'] },
      above: { words: ['unlikely'] },
    });
  });

  it('knows no word beyond the outermost bands of ICD 203', () => {
    expect(wordFor(0.005)).toMatchObject({ kind: 'gap', below: null });
    expect(wordFor(1)).toMatchObject({ kind: 'gap', above: null });
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d', (p) => {
    expect(() => wordFor(p)).toThrow(/between 0 and 1/);
  });
});

describe('bandOf', () => {
  it.each([
    ['highly improbable', 0.05],
    ['Probable', 0.55],
    ['remote', 0.01],
  ])('%s', (word, low) => {
    expect(bandOf(word)?.low).toBe(low);
  });
  it('keeps the scales apart', () => {
    expect(bandOf('probable', KENT)).toMatchObject({ low: 0.63, high: 0.87 });
    expect(bandOf('realistic possibility')).toBeUndefined();
  });
});

describe('every scale', () => {
  it.each(SCALES.map((scale) => [scale.name, scale] as const))(
    '%s rises without overlap, and each word leads back to its band',
    (_, { bands, ...rest }) => {
      bands.forEach((band, index) => {
        expect(band.low).toBeLessThan(band.high);
        if (index > 0) expect(band.low).toBeGreaterThanOrEqual(bands[index - 1]?.high ?? 0);
        for (const word of band.words) expect(bandOf(word, { bands, ...rest })).toBe(band);
      });
    },
  );
});

describe('nearestWord', () => {
  it('rises with the probability', () => {
    const rank = (p: number, scale = ICD_203): number =>
      scale.bands.findIndex(({ words }) => words[0] === nearestWord(p, scale));
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...SCALES),
        (a, b, scale) => {
          expect(rank(Math.min(a, b), scale)).toBeLessThanOrEqual(rank(Math.max(a, b), scale));
        },
      ),
    );
  });
  it.each([
    [0, 'almost no chance'],
    [1, 'almost certain'],
    [0.7, 'likely'],
  ])('%d is %s', (p, word) => {
    expect(nearestWord(p)).toBe(word);
  });
});
