import { describe, expect, it } from 'vitest';
import type { ForecastOutcome } from '../../model/index.ts';
import { newForecast, withResolution, withUpdate } from '../index.ts';
import { forecastOf, said, settled } from './forecasts.fixture.ts';

const PARTS = {
  question: 'Will it rain?',
  criteria: 'The gauge shows it.',
  opens: '2024-01-01',
  closes: '2024-03-31',
  topics: [],
};

const failing = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('newForecast', () => {
  it('names a question by its words and its opening', () => {
    expect(newForecast(PARTS).id).toBe(newForecast({ ...PARTS, criteria: 'Another.' }).id);
    expect(newForecast(PARTS).id).not.toBe(newForecast({ ...PARTS, opens: '2024-01-02' }).id);
    expect(newForecast({ ...PARTS, id: 'rain' })).toEqual({ ...PARTS, id: 'rain', updates: [] });
  });

  it.each([
    [{ closes: '2023-12-31' }, 'forecast.closes-before-opening', 'closes'],
    [{ closes: '2024-02-30' }, 'forecast.bad-date', 'closes'],
    [{ opens: 'soon' }, 'forecast.bad-date', 'opens'],
    [{ criteria: ' ' }, 'forecast.empty', 'criteria'],
    [{ question: '' }, 'forecast.empty', 'question'],
  ])('refuses %o', (change, code, path) => {
    expect(failing(() => newForecast({ ...PARTS, ...change }))).toMatchObject({ code, place: { path } });
  });
});

describe('withUpdate', () => {
  const open = forecastOf('rain', [said('2024-02-01', 0.4)]);

  it('puts probabilities in the order of their times', () => {
    expect(withUpdate(open, said('2024-01-01', 0.2)).updates.map(({ probability }) => probability)).toEqual([0.2, 0.4]);
    expect(withUpdate(open, said('2024-03-31T23:59:59Z', 1)).updates).toHaveLength(2);
  });

  it.each([
    [said('2024-02-01', 1.2), 'forecast.bad-probability'],
    [said('2024-02-01', -0.1), 'forecast.bad-probability'],
    [said('2024-02-01', Number.NaN), 'forecast.bad-probability'],
    [said('2023-12-31', 0.5), 'forecast.before-opening'],
    [said('2024-04-01', 0.5), 'forecast.after-close'],
    [said('2024-02-01', 0.5, ' '), 'forecast.empty'],
    [said('1 February', 0.5), 'forecast.bad-date'],
  ])('refuses %o, and leaves the forecast as it was', (update, code) => {
    expect(failing(() => withUpdate(open, update))).toMatchObject({ code });
    expect(open.updates).toHaveLength(1);
  });

  it('refuses what comes after the resolution', () => {
    const done = forecastOf('rain', [], settled('yes', '2024-02-10'));
    expect(failing(() => withUpdate(done, said('2024-02-11', 1)))).toMatchObject({
      code: 'forecast.after-close',
      message: 'The probability is dated 2024-02-11, after the question was resolved on 2024-02-10.',
    });
  });
});

describe('withResolution', () => {
  const open = forecastOf('rain', [said('2024-02-01', 0.4)]);
  const { resolution } = settled('yes') as { resolution: NonNullable<typeof open.resolution> };

  it.each([
    [{ at: '2023-12-31' }, 'forecast.before-opening'],
    [{ outcome: 'maybe' as ForecastOutcome }, 'forecast.unknown-outcome'],
    [{ source: '' }, 'forecast.empty'],
    [{ at: 'then' }, 'forecast.bad-date'],
  ])('refuses %o', (change, code) => {
    expect(failing(() => withResolution(open, { ...resolution, ...change }))).toMatchObject({ code });
  });

  it('replaces an earlier one only when told to', () => {
    const done = withResolution(open, resolution);
    expect(failing(() => withResolution(done, { ...resolution, outcome: 'no' }))).toMatchObject({
      code: 'forecast.resolved',
    });
    expect(withResolution(done, { ...resolution, outcome: 'no' }, true).resolution?.outcome).toBe('no');
  });
});
