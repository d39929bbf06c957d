import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, quadClass } from '../model/index.ts';
import { DPRK, type EventLine, KIM, LEXICON, PUTIN, ROK, RUSSIA, readingOf, UKRAINE, USA } from './reading.fixture.ts';
import { type SituateOptions, situate } from './situate.ts';
import { TYPE_WEIGHTS } from './tie-weights.ts';

type Told = Omit<EventLine, 'trigger'> & { readonly published?: string | null };

const AS_OF = '2024-07-01';

const tiesOf = (events: readonly Told[], options: SituateOptions = {}) =>
  situate(
    events.map(({ published = AS_OF, ...event }, index) =>
      readingOf({
        id: `d${index}`,
        published,
        text: `Report ${index}: it happened.`,
        events: [{ trigger: 'happened', ...event }],
      }),
    ),
    { lexicon: LEXICON, asOf: AS_OF, ...options },
  ).ties;

const strengths = (events: readonly Told[], options?: SituateOptions): string[] =>
  tiesOf(events, options).map(({ a, b, sign, strength }) => `${a}–${b} ${sign > 0 ? '+' : '−'}${strength}`);

const raid: Told = { type: 'ASSAULT', by: [RUSSIA], to: [UKRAINE], when: AS_OF };
const aid: Told = { type: 'AID', by: [USA], to: [UKRAINE], when: AS_OF };

describe('tie weights', () => {
  it('draw together what PLOVER calls cooperation, drive apart what it calls conflict, and weigh deeds over words', () => {
    for (const type of EVENT_TYPES) {
      const [nature, side] = quadClass(type).split(' ');
      expect(Math.sign(TYPE_WEIGHTS[type]), type).toBe(side === 'cooperation' ? 1 : -1);
      expect(Math.abs(TYPE_WEIGHTS[type]), type).toBeLessThanOrEqual(nature === 'verbal' ? 5 : 10);
    }
  });
});

describe('ties', () => {
  it('weigh a certain happening of today by its type', () => {
    expect(strengths([raid, aid])).toEqual(['RUS–UKR −10', 'UKR–USA +7']);
  });

  it('count a happening once, however many tell it', () => {
    expect(strengths([raid, raid, raid])).toEqual(['RUS–UKR −10']);
    expect(strengths([raid, { ...raid, when: '2024-06-30' }], { halfLifeDays: 1 })).toEqual(['RUS–UKR −15']);
  });

  it('halve with each half-life, and count what is to come as of today', () => {
    expect(strengths([{ ...raid, when: '2024-01-03' }])).toEqual(['RUS–UKR −5']);
    expect(strengths([{ ...raid, when: '2024-06-21' }], { halfLifeDays: 5 })).toEqual(['RUS–UKR −2.5']);
    expect(strengths([{ ...aid, when: '2024-12-01', status: 'planned' }])).toEqual(['UKR–USA +3.5']);
  });

  it('take the day of the latest telling for what has no day, and a half-life for what has none at all', () => {
    const { when: _, ...undated } = raid;
    expect(strengths([{ ...undated, published: '2024-01-03' }])).toEqual(['RUS–UKR −5']);
    expect(
      strengths([
        { ...undated, published: '2022-01-03' },
        { ...undated, published: AS_OF },
      ]),
    ).toEqual(['RUS–UKR −10']);
    expect(strengths([{ ...undated, published: null }])).toEqual(['RUS–UKR −5']);
  });

  it('do not fade where no day at all is known', () => {
    const { when: _, ...undated } = raid;
    const reading = readingOf({
      id: 'd',
      published: null,
      text: 'It happened.',
      events: [{ trigger: 'happened', ...undated }],
    });
    expect(situate([reading], { lexicon: LEXICON })).toMatchObject({ asOf: null, ties: [{ strength: 10 }] });
  });

  it.each([
    ['ongoing', 1, ['RUS–UKR −10']],
    ['planned', 0.1, ['RUS–UKR −5']],
    ['threatened', -0.3, ['RUS–UKR −3']],
    ['denied', -1, []],
    ['conditional', 0.4, []],
    ['hypothetical', 0.4, []],
    ['occurred', 0.5, ['RUS–UKR −5']],
    ['occurred', 0, []],
    ['occurred', -1.2, []],
    ['occurred', 3, ['RUS–UKR −10']],
  ] as const)('weigh what is %s with factuality %d', (status, happened, expected) => {
    expect(strengths([{ ...raid, status, happened }])).toEqual(expected);
  });

  it('halve what one asserts and another denies of the same day', () => {
    expect(strengths([raid, { ...raid, status: 'denied' }])).toEqual(['RUS–UKR −5']);
  });

  it('do not grow from mobilization alone', () => {
    const drill: Told = { type: 'MOBILIZE', by: [USA], to: [DPRK], when: AS_OF };
    expect(strengths([drill])).toEqual([]);
    expect(strengths([drill, { ...drill, type: 'AGREE' }])).toEqual(['PRK–USA +4']);
    expect(strengths([drill, { ...drill, type: 'THREATEN', by: [DPRK], to: [USA] }])).toEqual(['PRK–USA −9']);
  });

  it('do not turn hostile because one asks the other for help', () => {
    const plea: Told = { type: 'REQUEST', by: [UKRAINE], to: [USA], when: AS_OF };
    expect(strengths([plea])).toEqual([]);
    expect(strengths([plea, aid])).toEqual(['UKR–USA +7']);
    expect(strengths([plea, { ...plea, type: 'ACCUSE' }])).toEqual(['UKR–USA −4']);
  });

  it('share a meeting out among those who meet', () => {
    expect(strengths([{ type: 'AGREE', by: [RUSSIA], to: [DPRK, USA], when: AS_OF }]).sort()).toEqual([
      'PRK–RUS +2',
      'PRK–USA +2',
      'RUS–USA +2',
    ]);
    expect(strengths([{ type: 'SANCTION', by: [USA, ROK], to: [DPRK], when: AS_OF }]).sort()).toEqual([
      'KOR–PRK −6',
      'PRK–USA −6',
    ]);
  });

  it('hold friendly and hostile against each other', () => {
    const [tie] = tiesOf([
      { ...aid, to: [RUSSIA] },
      { ...raid, by: [USA], to: [RUSSIA] },
    ]);
    expect(tie).toMatchObject({ sign: -1, strength: 10, first: AS_OF, last: AS_OF });
    expect(tie?.agreement).toBeCloseTo(3 / 17, 12);
  });

  it('go by the later of two that balance', () => {
    const early: Told = { type: 'SUPPORT', by: [USA], to: [RUSSIA], when: '2024-01-03' };
    const late: Told = { type: 'ACCUSE', by: [USA], to: [RUSSIA], when: '2024-01-03', happened: 1 };
    expect(tiesOf([early, late])).toMatchObject([{ sign: -1, agreement: 0, strength: 1.5 }]);
  });

  it('run through persons and organs to their states, whose claims they keep', () => {
    const [tie] = tiesOf([{ type: 'CONSULT', by: [PUTIN], to: [KIM], when: '2024-06-19' }]);
    expect(tie).toMatchObject({
      a: 'PRK',
      b: 'RUS',
      through: ['per-kim-jong-un', 'per-vladimir-putin'],
      types: [{ type: 'CONSULT', count: 1 }],
      first: '2024-06-19',
      last: '2024-06-19',
    });
    expect(tie?.claims).toHaveLength(1);
  });

  it('do not run to the state through its rebels, firms and citizens', () => {
    const firm = { id: 'x', name: 'Example Steel', kind: 'organisation', country: 'USA', sector: 'BUS' } as const;
    const [tie] = tiesOf([{ type: 'AID', by: [firm], to: [UKRAINE], when: AS_OF }]);
    expect([tie?.a, tie?.b]).not.toContain('USA');
  });

  it('run to the state through a party where the constitution gives it the lead, and nowhere else', () => {
    const member = (country: string) =>
      ({ id: `x${country}`, name: `Deputy ${country}`, kind: 'person', country, sector: 'PTY' }) as const;
    const partners = (country: string) =>
      tiesOf([{ type: 'AID', by: [member(country)], to: [UKRAINE], when: AS_OF }]).flatMap(({ a, b }) => [a, b]);
    expect(partners('PRK')).toContain('PRK');
    expect(partners('USA')).not.toContain('USA');
  });

  it('are of a state within whose place something is done, but not with itself', () => {
    const town = { id: 'x', name: 'Odesa', kind: 'place', country: 'UKR' } as const;
    expect(strengths([{ ...raid, to: [town] }])).toEqual(['RUS–UKR −10']);
    expect(strengths([{ ...raid, by: [UKRAINE], to: [town] }])).toEqual([]);
    expect(strengths([{ ...raid, by: [town], to: [RUSSIA] }])).toEqual([]);
  });

  it.each(['2024-02-30', 'yesterday', '2024-6-1'])('refuse %s as a reference date', (asOf) => {
    expect(() => tiesOf([raid], { asOf })).toThrow(expect.objectContaining({ code: 'case.bad-reference-date' }));
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuse %d days as a half-life', (halfLifeDays) => {
    expect(() => tiesOf([raid], { halfLifeDays })).toThrow(expect.objectContaining({ code: 'case.bad-half-life' }));
  });
});
