import { describe, expect, it } from 'vitest';
import { calibrationSoFar, scoredParts, trackRecord } from '../index.ts';
import { forecastOf, said, settled } from './forecasts.fixture.ts';

describe('scoredParts', () => {
  const changed = forecastOf('a thaw', [said('2024-03-22', 0.9), said('2024-01-01', 0.2)], settled('yes'));

  it('takes the last probability before the end, in order of time', () => {
    expect(scoredParts([changed]).map(({ probability, weight }) => [probability, weight])).toEqual([[0.9, 1]]);
  });

  it('weighs each by the time that it stood', () => {
    const parts = scoredParts([changed], 'time');
    expect(parts.map(({ probability }) => probability)).toEqual([0.2, 0.9]);
    // 81 of 91 days, less the last millisecond of the day of the close.
    expect(parts[0]?.weight).toBeCloseTo(81 / 91, 8);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('takes no account of what is said on the day on which the question was settled, or later', () => {
    const early = forecastOf(
      'a thaw',
      [said('2024-01-01', 0.2), said('2024-02-10', 1), said('2024-03-01', 1)],
      settled('yes', '2024-02-10'),
    );
    expect(scoredParts([early]).map(({ probability }) => probability)).toEqual([0.2]);
    expect(scoredParts([early], 'time').map(({ probability, weight }) => [probability, weight])).toEqual([[0.2, 1]]);
  });

  it('counts each author once, and no question that is open or void', () => {
    const two = forecastOf('a thaw', [said('2024-01-01', 0.2), said('2024-01-02', 0.6, 'Bo')], settled('no'));
    const open = forecastOf('a frost', [said('2024-01-01', 0.2)]);
    const annulled = forecastOf('a storm', [said('2024-01-01', 0.2)], settled('void'));
    expect(scoredParts([two, open, annulled]).map(({ author, happened }) => [author, happened])).toEqual([
      ['Ann Lee', false],
      ['Bo', false],
    ]);
  });
});

describe('trackRecord', () => {
  const forecasts = [
    forecastOf('rain', [said('2024-01-01', 0.8), said('2024-01-01', 0.4, 'Bo')], {
      ...settled('yes'),
      topics: ['weather', 'harvest'],
    }),
    forecastOf('hail', [said('2024-01-01', 0.3)], settled('no')),
    forecastOf('wind', [], settled('no')),
    forecastOf('fog', [], settled('void')),
    forecastOf('sun', []),
  ];

  it('counts what it scores and what it does not', () => {
    expect(trackRecord(forecasts)).toMatchObject({ questions: 5, open: 1, resolved: 3, void: 1, unscored: 1 });
  });

  it('by author', () => {
    expect(trackRecord(forecasts, { by: 'author' }).groups.map(({ name, score }) => [name, score.brier])).toEqual([
      ['Ann Lee', expect.closeTo((0.04 + 0.09) / 2, 12)],
      ['Bo', expect.closeTo(0.36, 12)],
    ]);
  });

  it('by topic, a question of two topics in both', () => {
    expect(trackRecord(forecasts, { by: 'topic' }).groups.map(({ name, score }) => [name, score.forecasts])).toEqual([
      ['harvest', 2],
      ['no topic', 1],
      ['weather', 2],
    ]);
  });
});

describe('calibrationSoFar', () => {
  it('says that there is nothing to say', () => {
    expect(calibrationSoFar([])).toEqual({
      resolved: 0,
      forecasts: 0,
      open: 0,
      brier: null,
      skill: null,
      sentence: 'No forecast has been made yet.',
    });
    expect(calibrationSoFar([forecastOf('rain', [said('2024-01-01', 0.8)])]).sentence).toBe(
      'No forecast has been resolved yet (1 question open), so nothing can be said about calibration.',
    );
  });

  it('draws no conclusion from few', () => {
    expect(
      calibrationSoFar([
        forecastOf('rain', [said('2024-01-01', 0.8)], settled('yes')),
        forecastOf('hail', [said('2024-01-01', 0.3)], settled('no')),
      ]),
    ).toMatchObject({
      resolved: 2,
      forecasts: 2,
      skill: expect.closeTo(0.74, 12),
      sentence:
        '2 forecasts on 2 resolved questions: Brier score 0.065 (0 is best; always saying the base rate would have scored 0.250). On average 55 % was given, and 50 % came about (95 % interval 9–91 %): too few to judge calibration.',
    });
  });

  it('says when too much was expected', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      forecastOf(`event ${index}`, [said('2024-01-01', 0.9)], settled(index % 2 === 0 ? 'yes' : 'no')),
    );
    expect(calibrationSoFar(many).sentence).toMatch(/: more was expected than came about\.$/);
  });
});
