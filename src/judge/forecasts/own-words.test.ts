import { expect, it } from 'vitest';
import type { Reading } from '../../model/index.ts';
import { suggestedForecasts } from '../index.ts';

const TEXT = 'It is likely to rain. Seoul thinks that snow is unlikely. It may hail.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const reading: Reading = {
  reading: 1,
  id: 'doc-1',
  document: {
    text: TEXT,
    title: 'Weather',
    byline: 'Ann Lee',
    publisher: 'The Example',
    published: '2024-06-25T08:00:00Z',
    url: null,
    language: 'en',
    sha256: '',
    removed: [],
  },
  sentences: [at('It is likely to rain.'), at('Seoul thinks that snow is unlikely.'), at('It may hail.')],
  actors: [{ id: 'KOR', name: 'South Korea', kind: 'state', mentions: [] }],
  events: [],
  attributions: [],
  quantities: [],
  times: [],
  likelihoods: [
    {
      span: at('likely'),
      phrase: 'likely',
      scale: 'ICD203',
      low: 0.55,
      high: 0.8,
      about: at('It is likely to rain'),
      holder: 'author',
    },
    {
      span: at('unlikely'),
      phrase: 'unlikely',
      scale: 'ICD203',
      low: 0.2,
      high: 0.45,
      about: at('snow is unlikely'),
      holder: 'KOR',
    },
    {
      span: at('may'),
      phrase: 'may',
      scale: 'ICD203',
      low: null,
      high: null,
      about: at('It may hail'),
      holder: 'author',
    },
  ],
  conditions: [],
};

it('lists the dated statements that have a band, with their holder and their words', () => {
  const found = suggestedForecasts(reading);
  expect(found.map(({ author, phrase, low, high, isAhead }) => [author, phrase, low, high, isAhead])).toEqual([
    ['Ann Lee', 'likely', 0.55, 0.8, true],
    ['South Korea', 'unlikely', 0.2, 0.45, false],
  ]);
  expect(found[0]).toMatchObject({
    at: '2024-06-25',
    publication: 'The Example',
    quote: 'It is likely to rain.',
    about: 'It is likely to rain',
  });
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
});

it('finds none in a document without a date', () => {
  expect(suggestedForecasts({ ...reading, document: { ...reading.document, published: null } })).toEqual([]);
});
