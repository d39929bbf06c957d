import { describe, expect, it } from 'vitest';
import { by, caseOf, exactly, type Report } from './ledger-case.fixture.ts';
import { type AmountLine, ROK, RUSSIA, type SayingLine, UKRAINE } from './reading.fixture.ts';

describe('ledger groups', () => {
  const containers = (
    low: number | null,
    high: number | null,
    more: Partial<Report> & { bound?: AmountLine['bound'] },
  ): Report => ({
    text: 'It sent [many containers].',
    amount: { low, high, unit: 'container', item: 'containers', bound: more.bound ?? 'exact' },
    event: by('AID', 'sent', more.event ?? {}),
    ...(more.published === undefined ? {} : { published: more.published }),
    ...(more.publisher === undefined ? {} : { publisher: more.publisher }),
    ...(more.saying === undefined ? {} : { saying: more.saying }),
  });
  const figures = (...reports: readonly Report[]) =>
    caseOf(...reports).ledgerGroups.map(({ low, high, rival, entries }) => ({
      low,
      high,
      rival,
      count: entries.length,
    }));

  it('show rival figures as a range, with each entry', () => {
    expect(figures(containers(6700, 6700, {}), containers(7000, 7000, {}))).toEqual([
      { low: 6700, high: 7000, rival: true, count: 2 },
    ]);
  });

  it('see no rivals in figures that can both hold', () => {
    expect(figures(containers(6700, 6700, {}), containers(null, 7000, { bound: 'at most' }))).toEqual([
      { low: null, high: 7000, rival: false, count: 2 },
    ]);
    expect(figures(containers(6700, 6700, {}), containers(7000, 7000, { bound: 'about' }))).toMatchObject([
      { rival: false },
    ]);
    expect(figures(containers(6000, 6000, {}), containers(7000, 7000, { bound: 'about' }))).toMatchObject([
      { rival: true },
    ]);
    expect(figures(containers(6700, 6700, {}), containers(10_000, null, { bound: 'at least' }))).toEqual([
      { low: 6700, high: null, rival: true, count: 2 },
    ]);
  });

  it('see an update in a total that has grown since, and rivals where it has fallen', () => {
    const earlier = { published: '2024-01-01' };
    expect(figures(containers(6700, 6700, earlier), containers(7000, 7000, {}))).toMatchObject([{ rival: false }]);
    expect(figures(containers(7000, 7000, earlier), containers(6700, 6700, {}))).toMatchObject([{ rival: true }]);
  });

  it('take figures a fortnight apart for figures of one date', () => {
    expect(figures(containers(6700, 6700, { published: '2024-06-04' }), containers(7000, 7000, {}))).toMatchObject([
      { rival: true },
    ]);
    expect(figures(containers(6700, 6700, { published: '2024-06-03' }), containers(7000, 7000, {}))).toMatchObject([
      { rival: false },
    ]);
  });

  it('see two deliveries in figures of two days', () => {
    expect(
      figures(
        containers(300, 300, { event: by('AID', 'sent', { when: '2024-06-01' }) }),
        containers(200, 200, { event: by('AID', 'sent', { when: '2024-06-05' }) }),
      ),
    ).toMatchObject([{ rival: false }]);
  });

  it('let a voice correct itself: a speaker, or a paper in its own name', () => {
    const paper = { publisher: 'The Example' };
    expect(figures(containers(7000, 7000, paper), containers(6700, 6700, paper))).toMatchObject([{ rival: false }]);
    const saying: SayingLine = { id: 's', speaker: ROK, cue: 'It', content: 'sent many containers' };
    const said = { saying, event: by('AID', 'sent', { said: 's' }) };
    expect(figures(containers(7000, 7000, said), containers(6700, 6700, said))).toMatchObject([{ rival: false }]);
    expect(figures(containers(7000, 7000, said), containers(6700, 6700, {}))).toMatchObject([{ rival: true }]);
  });

  it('put a death toll of the next day down as news', () => {
    const dead = (number: number, when: string): Report => ({
      text: 'The raid killed [some people].',
      amount: exactly(number, 'person', 'people'),
      published: when,
      event: by('ASSAULT', 'raid', { by: [RUSSIA], to: [UKRAINE] }),
    });
    expect(figures(dead(12, '2024-06-10'), dead(15, '2024-06-11'))).toMatchObject([{ rival: false }]);
    expect(figures(dead(12, '2024-06-10'), dead(15, '2024-06-10'))).toMatchObject([{ rival: true }]);
  });

  it('keep apart what differs in kind, item, unit, rate or hands', () => {
    const base = containers(5, 5, {});
    expect(
      figures(
        base,
        { ...base, amount: { ...base.amount, unit: 'tank', item: 'tanks' } },
        { ...base, amount: { ...base.amount, per: 'month' } },
        { ...base, event: by('AID', 'sent', { to: [UKRAINE] }) },
        { ...base, event: by('AID', 'sent', { status: 'planned' }) },
      ),
    ).toHaveLength(5);
  });
});
