import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading, Situation } from '../model/index.ts';
import { anyReadings } from './any-readings.fixture.ts';
import { type SituateOptions, situate as situateWith } from './index.ts';
import { DPRK, KIM, LEXICON, PUTIN, ROK, RUSSIA, readingOf, UKRAINE, USA } from './reading.fixture.ts';

const situate = (readings: readonly Reading[], options: SituateOptions = {}): Situation =>
  situateWith(readings, { lexicon: LEXICON, ...options });

const SHIPMENT = 'North Korea, by March, had sent to Russia 7,000 containers, totaling as many as 3 million rounds.';

const article = readingOf({
  id: 'article',
  published: '2024-06-17',
  text: `According to the defense minister of South Korea, ${SHIPMENT} Putin will visit North Korea on Tuesday. Ukraine would suffer if the United States left.`,
  players: [UKRAINE],
  sayings: [
    {
      source: 'the defense minister of South Korea',
      speaker: ROK,
      cue: 'According to',
      content: SHIPMENT.slice(0, -1),
    },
  ],
  amounts: [
    { words: '7,000 containers', low: 7000, high: 7000, unit: 'container', item: 'containers' },
    { words: 'as many as 3 million rounds', low: null, high: 3e6, bound: 'at most', unit: 'round', item: 'rounds' },
  ],
  events: [
    {
      type: 'AID',
      by: [DPRK],
      to: [RUSSIA],
      trigger: 'sent',
      when: [null, '2024-03-31'],
      said: 's1',
      amounts: ['7,000 containers', 'as many as 3 million rounds'],
    },
    { type: 'CONSULT', by: [PUTIN], to: [DPRK], trigger: 'visit', status: 'planned', when: '2024-06-18' },
    { id: 'left', type: 'REJECT', by: [USA], to: [UKRAINE], trigger: 'left', status: 'hypothetical' },
  ],
  conditions: [
    { words: 'if the United States left', cue: 'if', consequence: 'Ukraine would suffer', events: ['left'] },
  ],
});

const agency = readingOf({
  id: 'agency',
  published: '2024-06-19T10:00:00+09:00',
  text: 'Kim Jong Un met Putin in Pyongyang. North Korea has sent no weapons to Russia, Kim said.',
  sayings: [{ source: 'Kim', speaker: KIM, cue: 'said', content: 'North Korea has sent no weapons to Russia' }],
  events: [
    { type: 'CONSULT', by: [KIM], to: [PUTIN], trigger: 'met', when: '2024-06-19' },
    { type: 'AID', by: [DPRK], to: [RUSSIA], trigger: 'sent', status: 'denied', said: 's1' },
  ],
});

describe('situate', () => {
  const situation = situate([article, agency]);

  it('counts from the latest publication, and lists the documents by theirs', () => {
    expect(situation.asOf).toBe('2024-06-19');
    expect(situation.halfLifeDays).toBe(180);
    expect(situation.sources.map(({ document, rests }) => ({ document, ...rests }))).toEqual([
      { document: 'article', named: 1, unnamed: 0, author: 2 },
      { document: 'agency', named: 1, unnamed: 0, author: 1 },
    ]);
  });

  it('keeps a leader and the state apart as actors, and puts their talks in one entry of their states', () => {
    expect(situation.actors.map(({ id, mentions }) => `${id} ${mentions.length}`)).toEqual([
      'KOR 1',
      'PRK 4',
      'RUS 2',
      'UKR 1',
      'USA 1',
      'per-kim-jong-un 2',
      'per-vladimir-putin 2',
    ]);
    const talks = situation.timeline.find(({ type }) => type === 'CONSULT');
    expect(talks).toMatchObject({
      sources: ['PRK'],
      targets: ['RUS'],
      from: '2024-06-18',
      to: '2024-06-19',
      precision: 'span',
      status: 'occurred',
      disputed: false,
    });
    expect(talks?.claims).toHaveLength(2);
  });

  it('ties the states through their leaders', () => {
    expect(situation.ties).toHaveLength(1);
    const [tie] = situation.ties;
    expect(tie).toMatchObject({ a: 'PRK', b: 'RUS', sign: 1, through: ['per-kim-jong-un', 'per-vladimir-putin'] });
    expect(tie?.types).toEqual([
      { type: 'CONSULT', count: 1 },
      { type: 'AID', count: 1 },
    ]);
  });

  it('sees that one asserts what another denies', () => {
    expect(situation.disputes).toMatchObject([{ type: 'AID', sources: ['PRK'], targets: ['RUS'] }]);
    expect(situation.timeline.filter(({ disputed }) => disputed).map(({ type, status }) => [type, status])).toEqual([
      ['AID', 'occurred'],
      ['AID', 'denied'],
    ]);
  });

  it('knows what the shipped lexicon knows unless another is given', () => {
    const { actors } = situateWith([article]);
    expect(actors.find(({ id }) => id === 'RUS')?.name).toBe('Russia');
    expect(actors.find(({ name }) => name === 'Vladimir Putin')?.id).toBe('per-vladimir-putin');
  });

  it('leaves mere descriptions out of ties, coalitions and balance', () => {
    const companies = { id: 'x1', name: 'three companies', kind: 'group' } as const;
    const reading = readingOf({
      id: 'd',
      text: 'Russia helped three companies and North Korea.',
      events: [{ type: 'AID', by: [RUSSIA], to: [companies, DPRK], trigger: 'helped' }],
    });
    const { ties, coalitions, balance } = situate([reading]);
    expect(ties.map(({ a, b }) => [a, b])).toEqual([['PRK', 'RUS']]);
    expect(coalitions.map(({ members }) => members)).toEqual([['PRK', 'RUS']]);
    expect(balance).toMatchObject({ nodes: 2, edges: 1 });
  });

  it('names what hangs on a condition', () => {
    const [condition] = situation.conditions;
    expect(condition?.condition.quote).toBe('if the United States left');
    expect(condition?.consequence?.quote).toBe('Ukraine would suffer');
    expect(condition?.claims).toEqual(situation.claims.filter(({ event }) => event === 'left').map(({ id }) => id));
  });

  it('puts figures into the ledger with their bounds and holder', () => {
    expect(situation.ledger).toMatchObject([
      {
        kind: 'transfer',
        item: 'container',
        unit: 'container',
        low: 7000,
        high: 7000,
        bound: 'exact',
        supplier: 'PRK',
        recipient: 'RUS',
        asOf: { from: null, to: '2024-03-31' },
        holder: { kind: 'actor', actor: 'KOR' },
        citation: { document: 'article', quote: '7,000 containers' },
      },
      { kind: 'transfer', item: 'artillery shell', unit: 'round', low: null, high: 3e6, bound: 'at most' },
    ]);
  });
});

describe('any case', () => {
  it('is the same whatever the order of its documents, and however often each is given', () => {
    fc.assert(
      fc.property(
        anyReadings.chain((readings) =>
          fc.tuple(
            fc.constant(readings),
            fc.shuffledSubarray([...readings, ...readings], { minLength: readings.length * 2 }),
          ),
        ),
        ([readings, shuffled]) => {
          expect(situate(shuffled)).toEqual(situate(readings));
        },
      ),
    );
  });

  it('cites to the letter', () => {
    const citations = (value: unknown): { document: string; span: { start: number; end: number }; quote: string }[] => {
      if (typeof value !== 'object' || value === null) return [];
      const own = 'quote' in value ? [value as never] : [];
      return [...own, ...Object.values(value).flatMap(citations)];
    };
    let seen = 0;
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const text = new Map(readings.map(({ id, document }) => [id, document.text]));
        const all = citations(situate(readings));
        seen += all.length;
        for (const { document, span, quote } of all)
          expect(text.get(document)?.slice(span.start, span.end)).toBe(quote);
      }),
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('refers to nothing that it does not contain, and gives no id twice', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const situation = situate(readings);
        const ids = (list: readonly { readonly id: string }[]): Set<string> => {
          const set = new Set(list.map(({ id }) => id));
          expect(set.size).toBe(list.length);
          return set;
        };
        const [actors, claims, entries] = [situation.actors, situation.claims, situation.timeline].map(ids);
        const figures = ids(situation.ledger);
        const named = [
          ...[...situation.claims, ...situation.timeline, ...situation.disputes].flatMap((one) => [
            ...one.sources,
            ...one.targets,
          ]),
          ...situation.ties.flatMap(({ a, b, through = [] }) => [a, b, ...through]),
          ...situation.coalitions.flatMap(({ members }) => members),
          ...situation.ledger.flatMap(({ supplier, recipient }) => [supplier ?? [], recipient ?? []].flat()),
        ];
        expect(named.filter((id) => !actors?.has(id))).toEqual([]);
        const cited = [
          ...[...situation.timeline, ...situation.ties, ...situation.conditions].flatMap((one) => one.claims),
          ...situation.disputes.flatMap(({ asserted, denied }) => [...asserted, ...denied]),
          ...situation.ledger.flatMap(({ claim }) => claim ?? []),
        ];
        expect(cited.filter((id) => !claims?.has(id))).toEqual([]);
        expect(situation.ties.flatMap(({ happenings = [] }) => happenings).filter((id) => !entries?.has(id))).toEqual(
          [],
        );
        expect(situation.ledgerGroups.flatMap((group) => group.entries).sort()).toEqual([...figures].sort());
        for (const list of [situation.ties, situation.disputes, situation.ledgerGroups, situation.estimates]) ids(list);
      }),
    );
  });

  it('does not move a tie for what is only supposed', () => {
    fc.assert(
      fc.property(anyReadings, fc.constantFrom('hypothetical', 'conditional'), (readings, status) => {
        const last = readings.at(-1) as Reading;
        const supposed = { ...last, events: last.events.map((event) => ({ ...event, status })) };
        const without = { ...last, events: [] };
        const rest = readings.slice(0, -1);
        expect(situate([...rest, supposed]).ties).toEqual(situate([...rest, without]).ties);
      }),
    );
  });

  it('puts each claim into at most one happening, and keeps the real ones with a party', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const { claims, timeline } = situate(readings);
        const placed = timeline.flatMap((entry) => entry.claims);
        expect(new Set(placed).size).toBe(placed.length);
        const unreal = claims.filter(({ status }) => status === 'conditional' || status === 'hypothetical');
        expect(unreal.filter(({ id }) => placed.includes(id))).toEqual([]);
        for (const { from, to } of timeline) if (from !== null && to !== null) expect(from <= to).toBe(true);
      }),
    );
  });

  it('makes ties without direction: the same when every event is turned round', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const turned = readings.map((reading) => ({
          ...reading,
          events: reading.events.map((event) => ({ ...event, sources: event.targets, targets: event.sources })),
        }));
        const core = (list: typeof readings) =>
          situate(list)
            .ties.map(({ a, b, sign, strength }) => [a, b, sign, strength.toFixed(9)])
            .sort();
        expect(core(turned)).toEqual(core(readings));
        for (const { a, b, agreement, strength } of situate(readings).ties) {
          expect(a < b).toBe(true);
          expect(agreement).toBeGreaterThanOrEqual(0);
          expect(agreement).toBeLessThanOrEqual(1);
          expect(strength).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('lets ties fade with the reference date, by half in a half-life', () => {
    fc.assert(
      fc.property(anyReadings, fc.integer({ min: 20, max: 400 }), (any, halfLifeDays) => {
        // What has no date at all cannot fade.
        const readings = any.map((reading) => ({
          ...reading,
          document: { ...reading.document, published: reading.document.published ?? '2024-03-01' },
        }));
        const day = Date.UTC(2024, 5, 1);
        const strengthAt = (days: number): number[] =>
          situate(readings, {
            halfLifeDays,
            asOf: new Date(day + days * 86_400_000).toISOString().slice(0, 10),
          }).ties.map(({ strength }) => strength);
        const [now, later] = [strengthAt(0), strengthAt(halfLifeDays)];
        expect(later).toHaveLength(now.length);
        later.forEach((strength, index) => {
          expect(strength / (now[index] as number)).toBeCloseTo(0.5, 9);
        });
      }),
    );
  });
});
