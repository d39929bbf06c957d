import { describe, expect, it } from 'vitest';
import type { Reading } from '../model/index.ts';
import { DPRK, type EventLine, KIM, LEXICON, PUTIN, RUSSIA, readingOf, UKRAINE, USA } from './reading.fixture.ts';
import { situate } from './situate.ts';

type Told = Omit<EventLine, 'trigger'> & { readonly published?: string | null };

/** One document an event; the timeline in one line an entry. */
const timelineOf = (...events: readonly Told[]): string[] =>
  situate(
    events.map(({ published = '2024-06-18', ...event }, index) =>
      readingOf({
        id: `d${index}`,
        published,
        text: `Report ${index}: it happened.`,
        events: [{ trigger: 'happened', ...event }],
      }),
    ),
    { lexicon: LEXICON },
  ).timeline.map(
    ({ type, sources, targets, from, to, precision, status, claims }) =>
      `${sources.join('+')} ${type} ${targets.join('+')} ${from ?? ''}..${to ?? ''} ${precision} ${status} ×${claims.length}`,
  );

const visit: Told = { type: 'CONSULT', by: [PUTIN], to: [DPRK] };
const raid: Told = { type: 'ASSAULT', by: [RUSSIA], to: [UKRAINE] };
const aid: Told = { type: 'AID', by: [DPRK], to: [RUSSIA] };

describe('timeline', () => {
  it('makes one entry of one happening told by many', () => {
    expect(timelineOf({ ...raid, when: '2024-06-10' }, { ...raid, when: '2024-06-10' })).toEqual([
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day occurred ×2',
    ]);
  });

  it('keeps raids of two days apart, and lets talks last for days', () => {
    expect(timelineOf({ ...raid, when: '2024-06-10' }, { ...raid, when: '2024-06-11' })).toHaveLength(2);
    expect(timelineOf({ ...visit, when: '2024-06-18' }, { ...visit, when: '2024-06-19' })).toEqual([
      'RUS CONSULT PRK 2024-06-18..2024-06-19 span occurred ×2',
    ]);
    expect(
      timelineOf(
        { ...visit, when: '2024-06-16' },
        { ...visit, when: '2024-06-17' },
        { ...visit, when: '2024-06-18' },
        { ...visit, when: '2024-06-19' },
      ),
    ).toHaveLength(2);
  });

  it('does not mind who is named first where both act on each other', () => {
    const other: Told = { type: 'CONSULT', by: [KIM], to: [PUTIN], when: '2024-06-19' };
    expect(timelineOf({ ...visit, when: '2024-06-19' }, other, other)).toEqual([
      'PRK CONSULT RUS 2024-06-19..2024-06-19 day occurred ×3',
    ]);
    expect(timelineOf(raid, { ...raid, by: [UKRAINE], to: [RUSSIA] })).toHaveLength(2);
  });

  it('takes coercion and assault for one happening, under the name that most give it', () => {
    const when = '2024-06-10';
    expect(timelineOf({ ...raid, when }, { ...raid, when, type: 'COERCE' }, { ...raid, when, type: 'COERCE' })).toEqual(
      ['RUS COERCE UKR 2024-06-10..2024-06-10 day occurred ×3'],
    );
  });

  it('keeps two towns hit on one day apart', () => {
    const place = (id: string, name: string) => ({ id, name, kind: 'place', country: 'UKR' }) as const;
    const when = '2024-06-10';
    const entries = timelineOf(
      { ...raid, to: [place('x1', 'Odesa')], when },
      { ...raid, to: [place('x2', 'Kharkiv')], when },
      { ...raid, to: [place('x3', 'Odesa')], when },
    );
    expect(entries.sort()).toEqual([
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day occurred ×1',
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day occurred ×2',
    ]);
  });

  it('narrows a vaguer time to the one happening it fits, and leaves it where it fits two', () => {
    const june = ['2024-06-01', '2024-06-30'] as const;
    expect(timelineOf({ ...raid, when: '2024-06-10' }, { ...raid, when: june })).toEqual([
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day occurred ×2',
    ]);
    expect(
      timelineOf(
        { ...raid, when: '2024-06-10' },
        { ...raid, when: '2024-06-12' },
        { ...raid, when: june },
        { ...raid, when: june },
      ),
    ).toEqual([
      'RUS ASSAULT UKR 2024-06-01..2024-06-30 span occurred ×2',
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day occurred ×1',
      'RUS ASSAULT UKR 2024-06-12..2024-06-12 day occurred ×1',
    ]);
  });

  it('takes what is longer than 31 days for too vague to be one of the dated', () => {
    const day: Told = { ...raid, when: '2024-05-10' };
    expect(timelineOf(day, { ...raid, when: ['2024-05-01', '2024-05-31'] })).toHaveLength(1);
    expect(timelineOf(day, { ...raid, when: ['2024-05-01', '2024-06-01'] })).toHaveLength(2);
  });

  it('makes no day of a long or open time, and puts no day among it', () => {
    expect(
      timelineOf(
        { ...aid, when: [null, '2024-03-31'] },
        { ...aid, when: ['2023-08-01', null] },
        { ...aid, when: '2024-01-05' },
      ),
    ).toEqual([
      'PRK AID RUS 2023-08-01..2024-03-31 span occurred ×2',
      'PRK AID RUS 2024-01-05..2024-01-05 day occurred ×1',
    ]);
  });

  it('gives what has no date none, with publication as the bound of what has occurred', () => {
    expect(timelineOf({ ...aid, published: '2024-06-18' }, { ...aid, published: '2024-03-01' })).toEqual([
      'PRK AID RUS ..2024-03-01 none occurred ×2',
    ]);
    expect(timelineOf({ ...aid, status: 'planned' })).toEqual(['PRK AID RUS .. none planned ×1']);
    expect(timelineOf({ ...aid, published: null })).toEqual(['PRK AID RUS .. none occurred ×1']);
  });

  it('puts undated news with the one dated happening of the month', () => {
    expect(timelineOf({ ...raid, when: '2024-06-10' }, { ...raid, published: '2024-06-12' })).toEqual([
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day occurred ×2',
    ]);
    expect(timelineOf({ ...raid, when: '2024-06-10' }, { ...raid, published: '2024-07-11' })).toHaveLength(2);
    expect(timelineOf({ ...raid, when: '2024-06-10' }, { ...raid, published: '2024-06-09' })).toHaveLength(2);
  });

  it('sets a plan aside once it is reported carried out, but not a later one', () => {
    const plan: Told = { ...visit, status: 'planned', when: '2024-06-19', published: '2024-06-17' };
    const report: Told = { ...visit, when: '2024-06-19', published: '2024-06-20' };
    expect(timelineOf(plan, plan, report)).toEqual(['RUS CONSULT PRK 2024-06-19..2024-06-19 day occurred ×3']);
    expect(timelineOf({ ...plan, published: '2024-06-21' }, report)).toEqual([
      'RUS CONSULT PRK 2024-06-19..2024-06-19 day planned ×2',
    ]);
  });

  it('goes by the last word of a voice that has said yes and no', () => {
    const told = (id: string, published: string, publisher: string, more: Partial<EventLine>) =>
      readingOf({
        id,
        published,
        text: `${id} says that it happened.`,
        document: { publisher },
        events: [{ ...visit, trigger: 'happened', when: '2024-06-18', ...more }],
      });
    const first = told('d0', '2024-06-18', 'The Example', {});
    const correction = told('d1', '2024-06-21', 'The Example', { status: 'denied' });
    const other = told('d2', '2024-06-21', 'The Other', { status: 'denied' });
    const outcome = (...readings: readonly Reading[]) => {
      const { timeline, disputes, ties } = situate(readings, { lexicon: LEXICON });
      return [timeline.map(({ status, disputed }) => [status, disputed]), disputes.length, ties.length];
    };
    expect(outcome(first, correction)).toEqual([[['denied', false]], 0, 0]);
    expect(outcome(first, other)).toEqual([[['denied', true]], 1, 1]);
  });

  it('does not take an undated plan for an undated deed', () => {
    expect(timelineOf({ ...aid, status: 'planned' }, aid)).toHaveLength(2);
  });

  it('leaves out what is only supposed, and what nobody does to nobody', () => {
    expect(
      timelineOf(
        { ...raid, status: 'hypothetical' },
        { ...raid, status: 'conditional' },
        { type: 'ASSAULT', when: '2024-06-10' },
      ),
    ).toEqual([]);
  });

  it('gives the status that most give, and of equals the less certain', () => {
    const when = '2024-06-10';
    expect(timelineOf({ ...raid, when }, { ...raid, when, status: 'denied', happened: -1 })).toEqual([
      'RUS ASSAULT UKR 2024-06-10..2024-06-10 day denied ×2',
    ]);
  });

  it('counts a text that comes twice once', () => {
    const twin = (id: string) =>
      readingOf({
        id,
        text: 'The United States sanctioned Russia.',
        events: [{ type: 'SANCTION', by: [USA], to: [RUSSIA], trigger: 'sanctioned' }],
      });
    const { claims, sources } = situate([twin('a'), twin('b')], { lexicon: LEXICON });
    expect([claims.length, sources.map(({ document }) => document)]).toEqual([1, ['a']]);
  });
});
