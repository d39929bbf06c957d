import { expect, it } from 'vitest';
import { abbreviateMonths, intervalAdverb, intervalPhrase } from './date-phrase.ts';

it.each([
  ['2024-06-18', '2024-06-18', '18 June 2024', 'on 18 June 2024'],
  ['2024-06-18', '2024-06-19', '18–19 June 2024', 'between 18 and 19 June 2024'],
  ['2024-05-30', '2024-06-02', '30 May to 2 June 2024', 'between 30 May and 2 June 2024'],
  ['2023-12-30', '2024-01-02', '30 December 2023 to 2 January 2024', 'between 30 December 2023 and 2 January 2024'],
  ['2024-02-01', '2024-02-29', 'February 2024', 'in February 2024'],
  ['2024-01-01', '2024-03-31', 'January to March 2024', 'in January to March 2024'],
  ['2022-01-01', '2022-12-31', '2022', 'in 2022'],
  ['2000-01-01', '2024-12-31', '2000 to 2024', 'in 2000 to 2024'],
  [null, '2024-03-31', 'by 31 March 2024', 'by 31 March 2024'],
  ['2022-02-24', null, 'from 24 February 2022', 'from 24 February 2022'],
  [null, null, 'no date', ''],
])('%s to %s', (from, to, phrase, adverb) => {
  expect(intervalPhrase({ from, to })).toBe(phrase);
  expect(intervalAdverb({ from, to })).toBe(adverb);
});

it('shortens months for narrow columns', () => {
  expect(abbreviateMonths('30 December 2023 to 2 January 2024')).toBe('30 Dec 2023 to 2 Jan 2024');
});
