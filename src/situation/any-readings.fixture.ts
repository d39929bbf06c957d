import fc from 'fast-check';
import { EVENT_STATUSES, EVENT_TYPES, type Reading } from '../model/index.ts';
import { type EventLine, type Player, readingOf } from './reading.fixture.ts';

const COUNTRIES = ['RUS', 'PRK', 'KOR', 'USA', 'UKR'];

/** A state and a minister of it for each country; the minister's id is one that a reader would number within a document. */
const CAST: readonly Player[] = COUNTRIES.flatMap((country, index): Player[] => [
  { id: country, name: country, kind: 'state', country },
  { id: `p${index}`, name: `Minister ${country}`, kind: 'person', country, sector: 'GOV' },
]);

const anyPlayers = fc.uniqueArray(fc.constantFrom(...CAST), { maxLength: 2, selector: ({ id }) => id });

const DAY_MS = 86_400_000;
const anyDay = fc
  .integer({ min: 0, max: 120 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * DAY_MS).toISOString().slice(0, 10));

const anyTime = fc.option(
  fc.oneof(
    anyDay,
    fc.tuple(anyDay, anyDay).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a])),
    anyDay.map((day): [null, string] => [null, day]),
    anyDay.map((day): [string, null] => [day, null]),
  ),
  { nil: undefined },
);

interface Draft {
  readonly event: Omit<EventLine, 'trigger'>;
  readonly said: boolean;
  readonly amount: number | undefined;
}

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  event: fc
    .record({
      type: fc.constantFrom(...EVENT_TYPES),
      by: anyPlayers,
      to: anyPlayers,
      status: fc.constantFrom(...EVENT_STATUSES),
      happened: fc.integer({ min: -15, max: 15 }).map((tenths) => tenths / 10),
      when: anyTime,
    })
    .map(({ when, ...rest }) => (when === undefined ? rest : { ...rest, when })),
  said: fc.boolean(),
  amount: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
});

const sentence = ({ event, amount }: Draft, index: number): string =>
  `${(event.by ?? []).map(({ name }) => name).join(' and ')} deed${index} ${(event.to ?? [])
    .map(({ name }) => name)
    .join(' and ')} with ${amount ?? 'no'} tanks${index}, voice${index} said.`;

const draftedReading = (id: string, published: string | null, drafts: readonly Draft[]): Reading =>
  readingOf({
    id,
    published,
    text: `Report ${id}. ${drafts.map(sentence).join(' ')}`,
    players: CAST,
    events: drafts.map(({ event, said, amount }, index) => ({
      ...event,
      trigger: `deed${index}`,
      ...(said ? { said: `v${index}` } : {}),
      amounts: amount === undefined ? [] : [`${amount} tanks${index}`],
    })),
    sayings: drafts.flatMap((draft, index) =>
      draft.said
        ? [
            {
              id: `v${index}`,
              source: `voice${index}`,
              cue: `voice${index} said`,
              content: sentence(draft, index)
                .replace(/, voice\d+ said\.$/, '')
                .trim(),
            },
          ]
        : [],
    ),
    amounts: drafts.flatMap(({ amount }, index) =>
      amount === undefined
        ? []
        : [{ words: `${amount} tanks${index}`, low: amount, high: amount, unit: 'tank', item: 'tanks' }],
    ),
  });

/** Up to five documents about five states and their ministers, with events of every type, status and kind of time. */
export const anyReadings: fc.Arbitrary<readonly Reading[]> = fc
  .array(fc.tuple(fc.option(anyDay), fc.array(anyDraft, { maxLength: 4 })), { minLength: 1, maxLength: 5 })
  .map((documents) => documents.map(([published, drafts], index) => draftedReading(`d${index}`, published, drafts)));
