import type { Forecast, ForecastUpdate } from '../../model/index.ts';

export const said = (at: string, probability: number, author = 'Ann Lee'): ForecastUpdate => ({
  at,
  author,
  probability,
  origin: { kind: 'person' },
});

/** A question that is open from 1 January to 31 March 2024. */
export const forecastOf = (id: string, updates: readonly ForecastUpdate[], more: Partial<Forecast> = {}): Forecast => ({
  id,
  question: `Will ${id} happen by the end of March 2024?`,
  criteria: `The register records ${id}.`,
  opens: '2024-01-01',
  closes: '2024-03-31',
  topics: [],
  updates,
  ...more,
});

export const settled = (outcome: 'yes' | 'no' | 'void', at = '2024-04-01'): Pick<Forecast, 'resolution'> => ({
  resolution: { outcome, at, source: 'the register', by: 'Ann Lee' },
});
