import { describe, expect, it } from 'vitest';
import { type AmountLine, DPRK, LEXICON, type Player, RUSSIA, readingOf } from './reading.fixture.ts';
import { situate } from './situate.ts';

const SHIN: Player = { id: 'p1', name: 'Shin Won-sik', kind: 'person', country: 'KOR', sector: 'GOV' };
const DEPARTMENT: Player = { id: 'p2', name: 'State Department', kind: 'organisation', country: 'USA', sector: 'GOV' };

/** What a speaker is reported to have said of the containers, and as of when. */
const count = (
  id: string,
  published: string,
  speaker: Player,
  asOf: string,
  words: string,
  amount: Omit<AmountLine, 'words' | 'unit' | 'item'>,
) =>
  readingOf({
    id,
    published,
    text: `North Korea had sent ${words} to Russia, ${speaker.name} said.`,
    sayings: [
      { id: 's', source: speaker.name, speaker, cue: 'said', content: `North Korea had sent ${words} to Russia` },
    ],
    amounts: [{ ...amount, words, unit: 'container', item: 'containers of munitions' }],
    events: [
      {
        type: 'AID',
        by: [DPRK],
        to: [RUSSIA],
        trigger: 'sent',
        when: ['2023-09-01', asOf],
        said: 's',
        amounts: [words],
      },
    ],
  });

/** Counts of one delivery as they were published in the first half of 2024, and the two governments' denial. */
const CASE = [
  count('february', '2024-02-27', SHIN, '2024-02-26', 'about 6,700 containers', {
    low: 6700,
    high: 6700,
    bound: 'about',
  }),
  count('washington', '2024-02-27', DEPARTMENT, '2024-02-23', 'more than 10,000 containers', {
    low: 10_000,
    high: null,
    bound: 'at least',
  }),
  count('march', '2024-03-19', SHIN, '2024-03-18', 'about 7,000 containers', { low: 7000, high: 7000, bound: 'about' }),
  count('june', '2024-06-18', SHIN, '2024-06-14', 'at least 10,000 containers', {
    low: 10_000,
    high: null,
    bound: 'at least',
  }),
  readingOf({
    id: 'denial',
    published: '2024-03-20',
    text: 'North Korea denies that it sent arms to Russia.',
    sayings: [{ id: 's', source: 'North Korea', speaker: DPRK, cue: 'denies', content: 'it sent arms to Russia' }],
    events: [{ type: 'AID', by: [DPRK], to: [RUSSIA], trigger: 'sent', status: 'denied', said: 's' }],
  }),
];

const only = (...ids: readonly string[]) =>
  situate(
    CASE.filter(({ id }) => ids.includes(id)),
    { lexicon: LEXICON },
  );

describe('counts of one delivery over half a year', () => {
  const situation = situate(CASE, { lexicon: LEXICON });

  it('is one long happening, not one a report, and is disputed', () => {
    expect(
      situation.timeline.map(({ from, to, precision, status, claims, disputed }) => [
        from,
        to,
        precision,
        status,
        claims.length,
        disputed,
      ]),
    ).toEqual([
      ['2023-09-01', '2024-02-23', 'span', 'occurred', 4, true],
      [null, '2024-03-20', 'none', 'denied', 1, true],
    ]);
    expect(situation.disputes.map(({ asserted, denied }) => [asserted.length, denied.length])).toEqual([[4, 1]]);
  });

  it('shows all figures side by side, in order of their date, with who says which', () => {
    const [group, ...rest] = situation.ledgerGroups;
    expect(rest).toEqual([]);
    expect(group).toMatchObject({
      item: 'container',
      supplier: 'PRK',
      recipient: 'RUS',
      low: 6700,
      high: null,
      rival: true,
    });
    const name = new Map(situation.actors.map((actor) => [actor.id, actor.name]));
    const said = (group?.entries ?? []).map((id) => {
      const { citation, holder, asOf } = situation.ledger.find(
        (entry) => entry.id === id,
      ) as (typeof situation.ledger)[number];
      return [asOf.to, citation.quote, holder.kind === 'actor' ? name.get(holder.actor) : holder.kind];
    });
    expect(said).toEqual([
      ['2024-02-23', 'more than 10,000 containers', 'State Department'],
      ['2024-02-26', 'about 6,700 containers', 'Shin Won-sik'],
      ['2024-03-18', 'about 7,000 containers', 'Shin Won-sik'],
      ['2024-06-14', 'at least 10,000 containers', 'Shin Won-sik'],
    ]);
  });

  it("finds the rival figures between speakers, and an update in one speaker's own", () => {
    expect(only('february', 'march', 'june').ledgerGroups).toMatchObject([{ rival: false }]);
    expect(only('february', 'washington').ledgerGroups).toMatchObject([{ rival: true }]);
    expect(only('washington', 'june').ledgerGroups).toMatchObject([{ rival: false }]);
  });

  it('ties the two states once, for all four reports', () => {
    expect(situation.ties).toMatchObject([{ a: 'PRK', b: 'RUS', sign: 1, types: [{ type: 'AID', count: 1 }] }]);
  });
});
