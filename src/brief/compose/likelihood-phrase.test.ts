import { expect, it } from 'vitest';
import { bandWords } from './likelihood-phrase.ts';

it('gives word, number and band of the seven bands', () => {
  expect(bandWords(0.55, 0.8)).toEqual({ word: 'likely', number: 68, band: '55–80 %' });
  expect(bandWords(0.01, 0.05)).toEqual({ word: 'almost no chance', number: 3, band: '1–5 %' });
  expect(bandWords(0.95, 0.99)).toEqual({ word: 'almost certain', number: 97, band: '95–99 %' });
});

it('puts an explicit number into the band that holds it', () => {
  expect(bandWords(0.7, 0.7)).toEqual({ word: 'likely', number: 70, band: '70 %' });
});

it('gives no word to a range wider than a band, and nothing to a phrase without one', () => {
  expect(bandWords(0.2, 0.8)).toEqual({ word: null, number: 50, band: '20–80 %' });
  expect(bandWords(null, null)).toBeNull();
});
