import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber } from '../../compose/date-phrase.ts';
import { timeScale } from './time-scale.ts';

const labels = (days: readonly string[], most: number): string[] =>
  timeScale(days.map(dayNumber), most).ticks.map(({ label }) => label);

it('counts days, weeks, months or years as the span asks for', () => {
  expect(labels(['2024-06-18', '2024-06-19'], 10)).toEqual([
    '14 Jun',
    '15 Jun',
    '16 Jun',
    '17 Jun',
    '18 Jun',
    '19 Jun',
    '20 Jun',
    '21 Jun',
    '22 Jun',
    '23 Jun',
  ]);
  expect(labels(['2024-01-10', '2024-06-20'], 8)).toEqual([
    '2024',
    'Feb 2024',
    'Mar 2024',
    'Apr 2024',
    'May 2024',
    'Jun 2024',
  ]);
  expect(labels(['2022-03-01', '2024-12-20'], 4)).toEqual(['2022', '2023', '2024', '2025']);
});

it('lets one far day fall off the axis', () => {
  const days = [...Array.from({ length: 30 }, (_, index) => dayNumber('2024-06-01') + index), dayNumber('1950-06-25')];
  expect(timeScale(days, 8).from).toBeGreaterThan(dayNumber('2024-05-01'));
});

it('never draws more ticks than asked, all of them on the axis', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -20_000, max: 30_000 }), { minLength: 1 }),
      fc.integer({ min: 2, max: 12 }),
      (days, most) => {
        const { from, to, ticks } = timeScale(days, most);
        expect(from).toBeLessThan(to);
        expect(ticks.length).toBeLessThanOrEqual(most);
        for (const { day } of ticks) expect(day >= from && day <= to).toBe(true);
      },
    ),
  );
});
