import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gap, hull, intersection, isoDay, lastDay, width } from './days.ts';

describe('days', () => {
  it.each([
    ['2024-06-18', '2024-06-18'],
    ['2024-06-18T23:30:00-05:00', '2024-06-18'],
    ['2024-02', '2024-02-29'],
    ['2023', '2023-12-31'],
  ])('takes %s for %s', (iso, day) => {
    expect(isoDay(lastDay(iso) as number)).toBe(day);
  });

  it.each(['2024-02-30', '2024-13', '2024-13-01', 'June 2024', ''])('finds no date in “%s”', (iso) => {
    expect(lastDay(iso)).toBeNull();
  });

  it('measures ranges', () => {
    const range = fc.tuple(fc.nat(50), fc.nat(50)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(range, range, (a, b) => {
        const shared = intersection(a, b);
        expect(gap(a, b)).toBe(gap(b, a));
        expect(gap(a, b) === 0).toBe(shared.from <= shared.to);
        expect(width(hull(a, b))).toBe(width(a) + width(b) - width(shared));
      }),
    );
  });
});
