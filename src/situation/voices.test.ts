import { describe, expect, it } from 'vitest';
import type { Reading } from '../model/index.ts';
import {
  DPRK,
  type EventLine,
  KIM,
  LEXICON,
  type Player,
  ROK,
  RUSSIA,
  readingOf,
  type SayingLine,
} from './reading.fixture.ts';
import { situate } from './situate.ts';

const KCNA: Player = { id: 'x9', name: 'KCNA', kind: 'organisation', country: 'PRK', sector: 'MED' };

const saidIn = (text: string, sayings: readonly SayingLine[], event: Partial<EventLine> = {}) =>
  situate(
    [
      readingOf({
        id: 'd',
        text,
        players: [KCNA, ROK],
        sayings,
        events: [{ type: 'AID', by: [RUSSIA], to: [DPRK], trigger: 'send', ...event }],
      }),
    ],
    { lexicon: LEXICON },
  );

describe('who holds a claim', () => {
  it('is the author where nobody is quoted', () => {
    expect(saidIn('Russia will send oil.', []).claims[0]?.holder).toEqual({ kind: 'author', document: 'd' });
  });

  const text = 'KCNA reported that Kim Jong Un said that Russia would send oil.';
  const sayings: readonly SayingLine[] = [
    {
      id: 'outer',
      speaker: KCNA,
      source: 'KCNA',
      cue: 'reported',
      content: 'that Kim Jong Un said that Russia would send oil',
    },
    { id: 'inner', speaker: KIM, source: 'Kim Jong Un', cue: 'said', content: 'that Russia would send oil' },
  ];

  it.each(['outer', 'inner'])(
    'is the innermost speaker, whichever the reader names (%s), through the outer ones',
    (said) => {
      const { claims, actors } = saidIn(text, sayings, { said });
      const agency = actors.find(({ name }) => name === 'KCNA')?.id;
      expect(claims[0]?.holder).toEqual({ kind: 'actor', actor: 'per-kim-jong-un' });
      expect(claims[0]?.via).toEqual([{ kind: 'actor', actor: agency }]);
    },
  );

  it("is in the text's words who has no name, and by the cue alone who is not named at all", () => {
    const officials = 'Russia would send oil, two Western officials said.';
    expect(
      saidIn(officials, [{ id: 's', source: 'two Western officials', cue: 'said', content: 'Russia would send oil' }], {
        said: 's',
      }).claims[0]?.holder,
    ).toEqual({ kind: 'unnamed', words: 'two Western officials' });
    expect(
      saidIn('Russia will reportedly send oil.', [{ id: 's', cue: 'reportedly', content: 'send oil' }], { said: 's' })
        .claims[0]?.holder,
    ).toEqual({ kind: 'unnamed', words: 'reportedly' });
  });

  it('says which reading names an attribution that it does not contain', () => {
    expect(() => saidIn('Russia will send oil.', [], { said: 'nobody' })).toThrow(
      expect.objectContaining({ code: 'case.inconsistent-reading', place: { record: 'd' } }),
    );
  });

  it('is counted for the source, and listed with what is said', () => {
    const { sources, speakers } = saidIn(text, sayings, { said: 'inner' });
    expect(sources[0]?.rests).toEqual({ named: 1, unnamed: 0, author: 0 });
    expect(
      speakers.map(({ holder, statements }) => [holder.kind, statements.map(({ cue, source }) => [source, cue])]),
    ).toEqual([
      ['actor', [['KCNA', 'reported']]],
      ['actor', [['Kim Jong Un', 'said']]],
    ]);
  });
});

describe('speakers', () => {
  it('are listed by how much they are quoted with, each with what was said in the order of the text', () => {
    const text = 'Seoul said A. Kim said B. Kim said C.';
    const { speakers } = situate(
      [
        readingOf({
          id: 'd',
          text,
          sayings: [
            { speaker: KIM, source: 'Kim', cue: 'said', content: 'C' },
            { speaker: ROK, source: 'Seoul', cue: 'said', content: 'A' },
            { speaker: KIM, source: 'Kim', cue: 'said', content: 'B', kind: 'direct' },
          ],
        }),
      ],
      { lexicon: LEXICON },
    );
    expect(
      speakers.map(({ holder, statements }) => [
        holder.kind === 'actor' && holder.actor,
        ...statements.map(({ content, kind }) => `${content.quote} ${kind}`),
      ]),
    ).toEqual([
      ['per-kim-jong-un', 'B direct', 'C indirect'],
      ['KOR', 'A indirect'],
    ]);
  });
});

describe('disputes', () => {
  const dispute = (
    ...events: readonly (Omit<EventLine, 'trigger'> & {
      by?: readonly Player[];
      speaker?: Player;
      published?: string;
    })[]
  ) =>
    situate(
      events.map(({ speaker, published = '2024-06-18', ...event }, index) =>
        readingOf({
          id: `d${index}`,
          published,
          text: `Report ${index}: they say it happened.`,
          ...(speaker === undefined ? {} : { sayings: [{ id: 's', speaker, cue: 'say', content: 'it happened' }] }),
          events: [{ trigger: 'happened', ...event, ...(speaker === undefined ? {} : { said: 's' }) }],
        }),
      ),
      { lexicon: LEXICON },
    ).disputes.map(({ type, sources, targets, asserted, denied }) => [
      type,
      ...sources,
      ...targets,
      asserted.length,
      denied.length,
    ]);

  const aid = { type: 'AID', by: [DPRK], to: [RUSSIA] } as const;
  const denial = { ...aid, status: 'denied', speaker: KIM } as const;

  it('set what one asserts against what another denies', () => {
    expect(dispute({ ...aid, speaker: ROK }, aid, denial)).toEqual([['AID', 'PRK', 'RUS', 2, 1]]);
    expect(dispute({ ...aid, status: 'planned', happened: 0.1 }, denial)).toHaveLength(1);
  });

  it('take a clear no in the factuality for a denial', () => {
    expect(dispute(aid, { ...aid, speaker: KIM, happened: -1.2 })).toEqual([['AID', 'PRK', 'RUS', 1, 1]]);
  });

  it('need two voices: who takes it back disputes nothing', () => {
    expect(dispute({ ...aid, speaker: KIM }, denial)).toEqual([]);
  });

  it('need an assertion: a threat or a supposition is none', () => {
    expect(dispute({ ...aid, status: 'threatened' }, denial)).toEqual([]);
    expect(dispute({ ...aid, status: 'hypothetical' }, denial)).toEqual([]);
    expect(dispute({ ...aid, happened: 0 }, denial)).toEqual([]);
  });

  it('need the same matter: type, parties and time', () => {
    expect(dispute({ ...aid, to: [ROK] }, denial)).toEqual([]);
    expect(dispute({ ...aid, type: 'SUPPORT' }, denial)).toEqual([]);
    expect(dispute({ ...aid, when: '2024-05-01' }, { ...denial, when: '2024-03-01' })).toEqual([]);
  });

  it('take goods sold for goods sent, whichever way the seller and the buyer are named', () => {
    const sent = readingOf({
      id: 'sent',
      published: '2024-06-18',
      text: 'It sent shells.',
      events: [{ ...aid, trigger: 'sent' }],
    });
    const denied = (trigger: string, by: Player, to: Player) =>
      readingOf({
        id: 'denied',
        published: '2024-06-18',
        text: `He denied that anyone ${trigger} shells.`,
        sayings: [{ id: 's', speaker: KIM, cue: 'denied', content: `anyone ${trigger} shells` }],
        events: [{ type: 'COOPERATE', by: [by], to: [to], trigger, status: 'denied', said: 's' }],
      });
    const disputes = (denial: Reading) => situate([sent, denial], { lexicon: LEXICON }).disputes;
    expect(disputes(denied('sells', DPRK, RUSSIA))).toMatchObject([
      { type: 'AID', sources: ['PRK'], targets: ['RUS'], asserted: [expect.any(String)], denied: [expect.any(String)] },
    ]);
    expect(disputes(denied('bought', RUSSIA, DPRK))).toHaveLength(1);
    expect(disputes(denied('sells', RUSSIA, DPRK))).toEqual([]);
    expect(disputes(denied('drilled', DPRK, RUSSIA))).toEqual([]);
  });

  it('need both sides: who is said to help whom', () => {
    expect(dispute({ ...aid, to: [] }, { ...denial, to: [] })).toEqual([]);
  });

  it('do not let an old denial deny what came later', () => {
    const today = { ...aid, when: '2024-06-10' } as const;
    expect(dispute(today, { ...denial, published: '2024-01-01' })).toEqual([]);
    expect(dispute(today, { ...denial, published: '2024-06-12' })).toHaveLength(1);
  });
});

describe('estimates', () => {
  it('keep the words, the band and whose they are', () => {
    const text = 'Kim will probably go on. The treaty is, Russia says, highly unlikely to end.';
    const { estimates } = situate(
      [
        readingOf({
          id: 'd',
          text,
          likelihoods: [
            { phrase: 'highly unlikely', about: 'The treaty', low: 0.05, high: 0.2, holder: RUSSIA },
            { phrase: 'probably', about: 'Kim will', low: 0.55, high: 0.8 },
          ],
        }),
      ],
      { lexicon: LEXICON },
    );
    expect(
      estimates.map(({ phrase, low, high, holder, about }) => [phrase, low, high, holder.kind, about.quote]),
    ).toEqual([
      ['probably', 0.55, 0.8, 'author', 'Kim will'],
      ['highly unlikely', 0.05, 0.2, 'actor', 'The treaty'],
    ]);
  });
});
