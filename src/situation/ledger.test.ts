import { describe, expect, it } from 'vitest';
import { by, caseOf, exactly, type Report } from './ledger-case.fixture.ts';
import { DPRK, type EventLine, LEXICON, PUTIN, ROK, RUSSIA, readingOf, UKRAINE, USA } from './reading.fixture.ts';
import { situate } from './situate.ts';

const entry = (report: Report): string | undefined => {
  const [first] = caseOf(report).ledger;
  if (first === undefined) return undefined;
  const { kind, item, unit, supplier, recipient, status } = first;
  return `${kind}: ${item} (${unit}) ${supplier ?? '?'} → ${recipient ?? '?'}, ${status}`;
};

describe('ledger entries', () => {
  it.each<[string, Report, string | undefined]>([
    [
      'what has been given is a transfer',
      { text: 'It sent [500 containers].', amount: exactly(500, 'container', 'containers'), event: by('AID', 'sent') },
      'transfer: container (container) PRK → RUS, occurred',
    ],
    [
      'what is to be given is a pledge',
      {
        text: 'It will send [500 tanks].',
        amount: exactly(500, 'tank', 'more tanks'),
        event: by('AID', 'send', { status: 'planned' }),
      },
      'pledge: tank (tank) PRK → RUS, planned',
    ],
    [
      'money agreed on is a pledge',
      {
        text: 'It agreed to [$2 billion].',
        amount: exactly(2e9, 'USD', 'military aid'),
        event: by('AGREE', 'agreed'),
      },
      'pledge: military aid (USD) PRK → RUS, occurred',
    ],
    [
      'a sanction',
      {
        text: 'It sanctioned [40 entities].',
        amount: exactly(40, 'entity', 'entities'),
        event: by('SANCTION', 'sanctioned', { by: [USA] }),
      },
      'sanction: entity (entity) USA → RUS, occurred',
    ],
    [
      'troops by any name are troops, whosever they are',
      {
        text: 'It deployed [10,000 North Korean soldiers].',
        amount: exactly(10_000, 'soldier', 'North Korean soldiers'),
        event: by('MOBILIZE', 'deployed', { to: [] }),
      },
      'force: troops (person) PRK → ?, occurred',
    ],
    [
      'the dead of an attack',
      {
        text: 'The raid killed [12 people].',
        amount: exactly(12, 'person', 'people'),
        event: by('ASSAULT', 'raid', { by: [RUSSIA], to: [UKRAINE] }),
      },
      'casualty: killed (person) RUS → UKR, occurred',
    ],
    [
      'soldiers killed or wounded are casualties',
      {
        text: 'In the attack [3,000 North Korean soldiers] had been killed or wounded.',
        amount: exactly(3000, 'soldier', 'North Korean soldiers'),
        event: by('ASSAULT', 'attack', { by: [UKRAINE], to: [DPRK] }),
      },
      'casualty: troops, casualties (person) UKR → PRK, occurred',
    ],
    [
      'missiles fired are force used',
      {
        text: 'It fired [90 missiles].',
        amount: exactly(90, 'missile', 'missiles'),
        event: by('ASSAULT', 'fired', { by: [RUSSIA], to: [UKRAINE] }),
      },
      'force: missile (missile) RUS → UKR, occurred',
    ],
    [
      'what is asked for is for the asked one to give',
      {
        text: 'It asked for [100 Leopard 2 tanks].',
        amount: exactly(100, 'tank', 'Leopard 2 tanks'),
        event: by('REQUEST', 'asked', { by: [UKRAINE], to: [USA] }),
      },
      'other: leopard 2 tank (tank) USA → UKR, occurred',
    ],
    [
      'rounds of ammunition are ammunition, a calibre is no item',
      {
        text: 'It sent [3 million rounds of 152-millimeter artillery shells].',
        amount: exactly(3e6, 'round', 'rounds of 152-millimeter artillery shells'),
        event: by('AID', 'sent'),
      },
      'transfer: artillery shell (round) PRK → RUS, occurred',
    ],
    [
      'containers of shells are containers',
      {
        text: 'It sent [7,000 containers].',
        amount: exactly(7000, 'container', 'containers of munitions filled to the brim'),
        event: by('AID', 'sent'),
      },
      'transfer: container (container) PRK → RUS, occurred',
    ],
    [
      'containers are containers, whatever the reader finds in them',
      {
        text: 'It sent [7,000 containers].',
        amount: exactly(7000, 'container', 'munitions'),
        event: by('AID', 'sent'),
      },
      'transfer: container (container) PRK → RUS, occurred',
    ],
    [
      'designations keep their capitals',
      {
        text: 'It sent [24 Su-35 Jets].',
        amount: exactly(24, 'jet', 'the Su-35 Jets'),
        event: by('AID', 'sent'),
      },
      'transfer: Su-35 jet (jet) PRK → RUS, occurred',
    ],
    [
      'words that are names of JavaScript are words',
      { text: 'It sent [5 constructors].', amount: exactly(5, 'constructor', 'constructor'), event: by('AID', 'sent') },
      'transfer: constructor (constructor) PRK → RUS, occurred',
    ],
    [
      'grain by weight is grain, weight alone is nothing',
      {
        text: 'It sent [50,000 tonnes of grain].',
        amount: exactly(50_000, 'tonne', 'grain'),
        event: by('AID', 'sent'),
      },
      'transfer: grain (t) PRK → RUS, occurred',
    ],
    [
      'weight alone is nothing',
      { text: 'It sent [50,000 tonnes].', amount: exactly(50_000, 't'), event: by('AID', 'sent') },
      undefined,
    ],
    [
      'days are no goods',
      { text: 'It sent them for [3 days].', amount: exactly(3, 'day', 'days'), event: by('AID', 'sent') },
      undefined,
    ],
    [
      'nor are calibres',
      { text: 'It sent [152-millimetre] guns.', amount: exactly(152, 'mm', 'guns'), event: by('AID', 'sent') },
      undefined,
    ],
    [
      'nor are treaties',
      {
        text: 'It signed [3 agreements].',
        amount: exactly(3, 'agreement', 'agreements'),
        event: by('AGREE', 'signed'),
      },
      undefined,
    ],
    [
      'a stock belongs to the only party that its sentence names',
      {
        text: 'Russia has [5,580 nuclear warheads].',
        amount: exactly(5580, 'warhead', 'nuclear warheads'),
        players: [RUSSIA],
      },
      'other: nuclear warhead (warhead) RUS → ?, occurred',
    ],
    [
      'nor is a stock the property of who tells of it',
      {
        text: 'They have [5,580 warheads], Ukraine said.',
        amount: exactly(5580, 'warhead', 'warheads'),
        saying: { speaker: UKRAINE, source: 'Ukraine', cue: 'said', content: 'They have 5,580 warheads' },
      },
      undefined,
    ],
    [
      'nor of an owner who is only described',
      {
        text: 'The two sides have [5,580 warheads].',
        amount: exactly(5580, 'warhead', 'warheads'),
        players: [{ id: 'x1', name: 'two sides', kind: 'group' }],
      },
      undefined,
    ],
    [
      'where two could have it nobody is said to',
      {
        text: 'Russia and Ukraine have [5,580 warheads].',
        amount: exactly(5580, 'warhead', 'warheads'),
        players: [RUSSIA, UKRAINE],
      },
      undefined,
    ],
    [
      'a loose count of no arms, aid or force stays out',
      { text: 'Russia has [83 regions].', amount: exactly(83, 'constituency', 'regions'), players: [RUSSIA] },
      undefined,
    ],
  ])('%s', (_, report, expected) => {
    expect(entry(report)).toBe(expected);
  });

  it('stand at the level of states, with the person in the claim', () => {
    const { ledger, claims } = caseOf({
      text: 'Putin sent [5 tanks].',
      amount: exactly(5, 'tank', 'tanks'),
      event: by('AID', 'sent', { by: [PUTIN], to: [DPRK] }),
    });
    expect(ledger).toMatchObject([{ supplier: 'RUS', recipient: 'PRK', claim: claims[0]?.id }]);
    expect(claims[0]?.sources).toEqual(['per-vladimir-putin']);
  });

  it('name all of several givers', () => {
    const { ledger } = caseOf({
      text: 'They sent [5 tanks].',
      amount: exactly(5, 'tank', 'tanks'),
      event: by('AID', 'sent', { by: [USA, ROK], to: [UKRAINE] }),
    });
    expect(ledger).toMatchObject([{ suppliers: ['KOR', 'USA'], recipient: 'UKR' }]);
    expect(ledger[0]).not.toHaveProperty('supplier');
  });

  it('hold as of the event, at the latest of the publication', () => {
    const asOf = (when: EventLine['when'] | undefined, status: EventLine['status'] = 'occurred') =>
      caseOf({
        text: 'It sent [5 tanks].',
        amount: exactly(5, 'tank', 'tanks'),
        event: by('AID', 'sent', { status, ...(when === undefined ? {} : { when }) }),
      }).ledger[0]?.asOf;
    expect(asOf('2024-03-01')).toEqual({ from: '2024-03-01', to: '2024-03-01' });
    expect(asOf(['2023-08-01', null])).toEqual({ from: '2023-08-01', to: '2024-06-18' });
    expect(asOf(undefined)).toEqual({ from: null, to: '2024-06-18' });
    expect(asOf(['2024-07-01', null], 'planned')).toEqual({ from: '2024-07-01', to: null });
  });
});

describe('a word of loss', () => {
  it('is not looked for beyond a full stop', () => {
    const text = 'The raid was flown by 40 soldiers. Nobody was killed.';
    const reading = readingOf({
      id: 'd',
      text,
      amounts: [{ words: '40 soldiers', ...exactly(40, 'soldier') }],
      events: [{ ...by('ASSAULT', 'raid', { by: [RUSSIA], to: [UKRAINE] }), amounts: ['40 soldiers'] }],
    });
    const widened = {
      ...reading,
      events: reading.events.map((event) => ({ ...event, evidence: { start: 0, end: text.length } })),
    };
    expect(situate([widened], { lexicon: LEXICON }).ledger.map(({ kind, item }) => `${kind}: ${item}`)).toEqual([
      'force: troops',
    ]);
  });
});
