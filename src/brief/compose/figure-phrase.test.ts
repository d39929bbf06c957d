import { expect, it } from 'vitest';
import { type Figure, figurePhrase } from './figure-phrase.ts';

const cases: readonly (readonly [Figure, string])[] = [
  [{ low: null, high: 3_000_000, bound: 'at most', unit: 'round' }, 'at most 3,000,000 rounds'],
  [{ low: 6700, high: 6700, bound: 'about', unit: 'container' }, 'about 6,700 containers'],
  [
    { low: 10_000, high: null, bound: 'at least', unit: 'container', item: 'munitions' },
    'at least 10,000 containers of munitions',
  ],
  [
    { low: 1500, high: 1500, bound: 'exact', unit: 'person', item: 'special forces soldiers' },
    '1,500 special forces soldiers',
  ],
  [{ low: 3, high: 4, bound: 'range', unit: 'person' }, '3 to 4 people'],
  [{ low: 1.2e9, high: 1.2e9, bound: 'exact', unit: 'USD' }, '1.2 billion USD'],
  [{ low: 30, high: 30, bound: 'exact', unit: 'percent', item: 'capacity' }, '30 per cent of capacity'],
  [{ low: 900, high: 900, bound: 'about', unit: 'km' }, 'about 900 km'],
  [{ low: 350_000, high: null, bound: 'at least', unit: 't', item: 'food' }, 'at least 350,000 t of food'],
  [{ low: 12, high: 12, bound: 'exact', unit: 'ship', item: 'vessels' }, '12 vessels'],
  [{ low: 165_000, high: null, bound: 'at least', unit: 'barrel', per: 'day' }, 'at least 165,000 barrels a day'],
  [{ low: 1, high: 1, bound: 'exact', unit: 'missile' }, '1 missile'],
  [{ low: 7000, high: 7000, bound: 'exact', unit: 'container', item: 'container' }, '7,000 containers'],
  [{ low: 2, high: 2, bound: 'exact', unit: 'aircraft', item: 'aircraft' }, '2 aircraft'],
  [{ low: 0.5, high: 0.5, bound: 'exact', unit: 'tonne' }, '0.5 tonnes'],
];

it.each(cases)('%o', (figure, phrase) => {
  expect(figurePhrase(figure)).toBe(phrase);
});
