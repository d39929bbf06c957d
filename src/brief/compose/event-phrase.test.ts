import { describe, expect, it } from 'vitest';
import { EVENT_STATUSES, EVENT_TYPES, type SituationActor } from '../../model/index.ts';
import { eventClause, type Happening } from './event-phrase.ts';
import { TRIGGER_PATTERNS, TYPE_PATTERNS } from './event-verbs.ts';
import type { Naming } from './naming.ts';

const ACTORS: Readonly<Record<string, Omit<SituationActor, 'id' | 'aliases' | 'mentions'>>> = {
  RUS: { name: 'Russia', kind: 'state', country: 'RUS' },
  PRK: { name: 'North Korea', kind: 'state', country: 'PRK' },
  USA: { name: 'the United States', kind: 'state', country: 'USA' },
  KOR: { name: 'South Korea', kind: 'state', country: 'KOR' },
  JPN: { name: 'Japan', kind: 'state', country: 'JPN' },
  PUTIN: { name: 'Vladimir Putin', kind: 'person', country: 'RUS' },
  REBELS: { name: 'the rebels', kind: 'group' },
  CUBA: { name: 'Cuba', kind: 'place' },
};

const names: Pick<Naming, 'record' | 'actor'> = {
  record: (id) => (ACTORS[id] ? { id, aliases: [], mentions: [], ...ACTORS[id] } : undefined),
  actor: (id) => ACTORS[id]?.name ?? id,
};

const clause = (happening: Partial<Happening>): string | null =>
  eventClause(
    {
      type: 'AID',
      status: 'occurred',
      happened: 3,
      sources: [],
      targets: [],
      trigger: '',
      quantities: [],
      ...happening,
    },
    names,
  );

const containers = {
  id: 'q',
  span: { start: 0, end: 1 },
  low: 7000,
  high: 7000,
  bound: 'exact',
  unit: 'container',
} as const;

describe('verb', () => {
  it('stays near the trigger', () => {
    const of = (type: Happening['type'], trigger: string) =>
      clause({ type, trigger, sources: ['RUS'], targets: ['PRK'] });
    expect(of('CONSULT', 'visited')).toBe('Russia visited North Korea');
    expect(of('CONSULT', 'will be meeting')).toBe('Russia met North Korea');
    expect(of('AGREE', 'signed')).toBe('Russia signed an agreement with North Korea');
    expect(of('SANCTION', 'sanctions')).toBe('Russia imposed sanctions on North Korea');
    expect(of('THREATEN', 'ratcheting')).toBe('Russia threatened North Korea');
    expect(of('ASSAULT', 'launched')).toBe('Russia carried out a strike on North Korea');
  });

  it('says what befell whom where nobody is named who did it, if the trigger does', () => {
    const of = (type: Happening['type'], trigger: string, target: string, rest: Partial<Happening> = {}) =>
      clause({ type, trigger, targets: [target], ...rest });
    expect(of('ASSAULT', 'had been killed', 'REBELS')).toBe('the rebels were killed');
    expect(of('ASSAULT', 'struck', 'KOR', { when: { from: '2024-01-02', to: '2024-01-02' } })).toBe(
      'South Korea was struck on 2 January 2024',
    );
    expect(of('COERCE', 'detained', 'PUTIN')).toBe('Vladimir Putin was detained');
    expect(of('ASSAULT', 'killed', 'KOR')).toBeNull();
    expect(of('ASSAULT', 'combat', 'REBELS')).toBeNull();
    expect(of('ASSAULT', 'killed', 'REBELS', { status: 'denied' })).toBeNull();
  });

  it('takes the figures where the pattern has a place for them', () => {
    expect(clause({ sources: ['PRK'], targets: ['RUS'], trigger: 'had sent', quantities: [containers] })).toBe(
      'North Korea sent 7,000 containers to Russia',
    );
    expect(clause({ sources: ['PRK'], targets: ['RUS'], trigger: 'had sent' })).toBe(
      'North Korea made deliveries to Russia',
    );
  });
});

describe('status', () => {
  it.each([
    ['occurred', 3, 'Russia visited North Korea'],
    ['occurred', 0.2, 'Russia may have visited North Korea'],
    ['ongoing', 3, 'Russia is visiting North Korea'],
    ['ongoing', 0, 'Russia may be visiting North Korea'],
    ['planned', 1, 'Russia plans to visit North Korea'],
    ['threatened', 1, 'Russia threatened to visit North Korea'],
    ['denied', -3, 'Russia did not visit North Korea'],
    ['conditional', 0, 'Russia would visit North Korea under a stated condition'],
    ['hypothetical', 0, 'Russia might visit North Korea'],
  ] as const)('%s, %s', (status, happened, expected) => {
    expect(clause({ type: 'CONSULT', trigger: 'visit', status, happened, sources: ['RUS'], targets: ['PRK'] })).toBe(
      expected,
    );
  });

  it('lets a party deny its own deed', () => {
    expect(clause({ status: 'denied', trigger: 'sells', sources: ['PRK'], targets: ['RUS'], speaker: 'PRK' })).toBe(
      'North Korea denies having sold supplies to Russia',
    );
  });

  it('is plural for several actors', () => {
    expect(clause({ type: 'CONSULT', status: 'ongoing', trigger: 'talks', sources: ['RUS', 'PRK'] })).toBe(
      'Russia and North Korea are holding talks',
    );
    expect(
      clause({ type: 'ASSAULT', status: 'planned', trigger: 'attack', sources: ['REBELS'], targets: ['RUS'] }),
    ).toBe('the rebels plan to attack Russia');
  });
});

describe('parties', () => {
  it('act on nobody of their own', () => {
    expect(clause({ type: 'CONSULT', trigger: 'talks', sources: ['RUS', 'PRK'], targets: ['PRK', 'RUS'] })).toBe(
      'Russia and North Korea held talks',
    );
    expect(clause({ type: 'THREATEN', trigger: 'threat', sources: ['PUTIN'], targets: ['RUS'] })).toBe(
      'Vladimir Putin made a threat',
    );
  });

  it('name a leader once, not beside his state', () => {
    expect(clause({ type: 'CONSULT', trigger: 'visit', sources: ['PUTIN', 'RUS'], targets: ['PRK'] })).toBe(
      'Vladimir Putin visited North Korea',
    );
  });

  it('stand for each other where the deed is mutual and no source is named', () => {
    expect(clause({ type: 'AGREE', trigger: 'treaty', targets: ['RUS', 'PRK'] })).toBe(
      'Russia and North Korea concluded a treaty',
    );
  });

  it('are counted beyond four', () => {
    expect(
      clause({
        type: 'ACCUSE',
        trigger: 'condemned',
        sources: ['USA', 'KOR', 'JPN', 'RUS', 'REBELS'],
        targets: ['PRK'],
      }),
    ).toBe('the United States, South Korea, Japan and 2 others condemned North Korea');
  });

  it('may be nobody, and then nothing is said', () => {
    expect(clause({ type: 'THREATEN', targets: ['RUS'] })).toBeNull();
  });
});

describe('time and place', () => {
  it('close the clause', () => {
    expect(
      clause({
        type: 'COOPERATE',
        trigger: 'drills',
        sources: ['RUS'],
        targets: ['PRK'],
        where: 'CUBA',
        when: { from: '2024-06-01', to: '2024-06-30' },
      }),
    ).toBe('Russia held joint exercises with North Korea in Cuba in June 2024');
  });

  it('leave out a date that is none', () => {
    expect(
      clause({ type: 'CONSULT', trigger: 'visit', sources: ['RUS'], when: { from: '2000-01-01', to: '2024-01-01' } }),
    ).toBe('Russia made a visit');
  });
});

describe('grammar', () => {
  it('says something of every type in every status, with and without a target', () => {
    for (const type of EVENT_TYPES)
      for (const status of EVENT_STATUSES)
        for (const targets of [[], ['PRK']]) {
          const said = clause({ type, status, sources: ['RUS'], targets, trigger: 'nothing known' });
          expect(said, `${type} ${status}`).toMatch(/^Russia [a-z ]+(?:North Korea(?: under a stated condition)?)?$/);
          expect(said?.includes('North Korea')).toBe(targets.length > 0);
        }
  });

  it('has rows that end without a slot', () => {
    for (const type of EVENT_TYPES)
      for (const row of [TYPE_PATTERNS[type], ...Object.values(TRIGGER_PATTERNS[type])])
        expect(row.at(-1), `${type} ${row.join()}`).not.toMatch(/[{}]/);
  });
});
