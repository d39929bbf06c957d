import { describe, expect, it } from 'vitest';
import { WatchfloorError } from '../model/index.ts';
import { DPRK, LEXICON, type Player, PUTIN, RUSSIA, readingOf } from './reading.fixture.ts';
import { type SituateOptions, situate } from './situate.ts';

/** One document a list, each naming its players once; their ids are numbered anew in each, as a reader does. */
const actorsOf = (documents: readonly (readonly Player[])[], options: SituateOptions = {}): string[] =>
  situate(
    documents.map((players, index) =>
      readingOf({
        id: `d${index}`,
        published: `2024-06-0${index + 1}`,
        text: `${players.map(({ name }) => name).join(' met ')} on day ${index}.`,
        players,
      }),
    ),
    { lexicon: LEXICON, ...options },
  )
    .actors.map(({ name, kind, mentions }) => `${name} (${kind}) ${mentions.map(({ document }) => document).join(' ')}`)
    .sort();

const person = (id: string, name: string, country?: string): Player => ({
  id,
  name,
  kind: 'person',
  ...(country === undefined ? {} : { country }),
});

describe('actors over documents', () => {
  it('merges what the lexicon knows by id, whatever the name, and calls it as the lexicon does', () => {
    expect(actorsOf([[RUSSIA], [{ ...RUSSIA, name: 'Russian Federation' }]])).toEqual(['Russia (state) d0 d1']);
  });

  it('merges the unlisted by name and kind, whatever their number, case, accents and article', () => {
    expect(
      actorsOf([
        [{ id: 'a1', name: 'the Háoran Institute', kind: 'organisation' }],
        [{ id: 'a7', name: 'Haoran institute', kind: 'organisation' }],
        [{ id: 'a1', name: 'Haoran Institute', kind: 'place' }],
      ]),
    ).toEqual(['Haoran Institute (place) d2', 'the Háoran Institute (organisation) d0 d1']);
  });

  it('does not take a number for an actor: two documents, two first unknowns', () => {
    expect(actorsOf([[person('a1', 'Jan Novak')], [person('a1', 'Ola Berg')]])).toEqual([
      'Jan Novak (person) d0',
      'Ola Berg (person) d1',
    ]);
  });

  it('keeps namesakes of two states apart', () => {
    expect(
      actorsOf([
        [person('a1', 'Jan Novak', 'CZE')],
        [person('a1', 'Jan Novak', 'POL')],
        [person('a2', 'Jan Novak', 'POL')],
      ]),
    ).toEqual(['Jan Novak (person) d0', 'Jan Novak (person) d1 d2']);
  });

  it('takes a description for another in each document', () => {
    const group = (name: string): Player => ({ id: 'a1', name, kind: 'group' });
    expect(
      actorsOf([
        [group('three companies')],
        [group('three companies')],
        [group('Red Guard')],
        [group('the Red Guard')],
      ]),
    ).toEqual(['the Red Guard (group) d2 d3', 'three companies (group) d0', 'three companies (group) d1']);
  });

  it('joins a family name to the one full name that it fits, and only then', () => {
    expect(actorsOf([[person('a1', 'Ola Berg')], [person('a1', 'Berg')]])).toEqual(['Ola Berg (person) d0 d1']);
    expect(actorsOf([[person('a1', 'Ola Berg')], [person('a1', 'Liv Berg')], [person('a1', 'Berg')]])).toEqual([
      'Berg (person) d2',
      'Liv Berg (person) d1',
      'Ola Berg (person) d0',
    ]);
  });

  it('looks for the family name in front where names are written so', () => {
    expect(actorsOf([[person('a1', 'Shin Won-sik', 'KOR')], [person('a1', 'Shin')]])).toEqual([
      'Shin Won-sik (person) d0 d1',
    ]);
  });

  it('joins initials to the organisation they stand for', () => {
    const body: Player = { id: 'a1', name: 'Joint Chiefs of Staff', kind: 'organisation', country: 'KOR' };
    expect(actorsOf([[body], [{ ...body, name: 'JCS' }]])).toEqual(['Joint Chiefs of Staff (organisation) d0 d1']);
  });

  it("follows an analyst's alias, over kinds too", () => {
    const league: Player = { id: 'a1', name: 'the League', kind: 'group' };
    expect(actorsOf([[league], [RUSSIA]], { alias: { League: 'RUS' } })).toEqual(['Russia (state) d0 d1']);
  });

  it('never makes one of a person and the state that the person leads', () => {
    expect(actorsOf([[PUTIN, RUSSIA]])).toEqual(['Russia (state) d0', 'Vladimir Putin (person) d0']);
  });

  it('lists the names that the documents use, the most frequent first, without pronouns', () => {
    const reading = readingOf({
      id: 'd',
      text: 'Russia spoke. Moscow said it would. The Kremlin and Moscow agreed.',
      players: [{ ...RUSSIA, also: ['Moscow', 'it', 'The Kremlin'] }],
    });
    expect(situate([reading], { lexicon: LEXICON }).actors[0]?.aliases).toEqual(['Moscow', 'Kremlin']);
  });

  it('adds the state for which a person acts, though no document names it', () => {
    const reading = readingOf({
      id: 'd',
      text: 'Putin visited North Korea.',
      events: [{ type: 'CONSULT', by: [PUTIN], to: [DPRK], trigger: 'visited' }],
    });
    const { actors, ties } = situate([reading], { lexicon: LEXICON });
    expect(actors.find(({ id }) => id === 'RUS')).toEqual({
      id: 'RUS',
      name: 'Russia',
      kind: 'state',
      country: 'RUS',
      aliases: [],
      mentions: [],
    });
    expect(ties).toMatchObject([{ a: 'PRK', b: 'RUS', through: ['per-vladimir-putin'] }]);
  });

  it('says which reading refers to an actor that it does not list', () => {
    const reading = readingOf({
      id: 'd',
      text: 'Putin visited.',
      events: [{ type: 'CONSULT', by: [PUTIN], trigger: 'visited' }],
    });
    const error = (() => {
      try {
        situate([{ ...reading, actors: [] }], { lexicon: LEXICON });
      } catch (thrown) {
        return thrown;
      }
      return undefined;
    })();
    expect(error).toBeInstanceOf(WatchfloorError);
    expect(error).toMatchObject({ code: 'case.inconsistent-reading', place: { record: 'd' } });
  });
});
