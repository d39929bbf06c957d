import type { Reading } from '../../src/model/index.ts';
import { DPRK, type Player, PUTIN, ROK, RUSSIA, readingOf, UKRAINE, USA } from '../../src/situation/reading.fixture.ts';

const SHIN: Player = {
  id: 'shin-won-sik',
  name: 'Shin Won-sik',
  kind: 'person',
  country: 'KOR',
  sector: 'GOV',
  also: ['Shin'],
};

const COUNT = readingOf({
  id: 'count',
  published: '2024-02-27',
  text: `South Korea's defence minister, Shin Won-sik, said on Monday that North Korea has sent about 6,700 containers to Russia. The US State Department said on Friday that North Korea had delivered more than 10,000 containers of munitions to Russia. Washington imposed sanctions on Russia on Friday.
Seoul condemned North Korea.`,
  document: {
    title: 'Two counts of the same cargo',
    byline: 'Example desk',
    publisher: 'Example dispatches',
    kind: 'report',
    removed: [{ text: 'CLICK HERE TO GET THE NEWSLETTER', reason: 'imperative in capitals' }],
  },
  players: [SHIN, { ...USA, also: ['Washington', 'US State Department'] }],
  events: [
    {
      type: 'AID',
      by: [DPRK],
      to: [RUSSIA],
      trigger: 'has sent',
      amounts: ['about 6,700 containers'],
      said: 's1',
      when: ['2023-09-01', '2024-02-26'],
    },
    {
      type: 'AID',
      by: [DPRK],
      to: [RUSSIA],
      trigger: 'had delivered',
      amounts: ['more than 10,000 containers'],
      said: 's2',
      when: ['2023-09-01', '2024-02-23'],
    },
    { type: 'SANCTION', by: [USA], to: [RUSSIA], trigger: 'imposed sanctions', when: '2024-02-23', happened: 3 },
    { type: 'ACCUSE', by: [ROK], to: [DPRK], trigger: 'condemned', happened: 3 },
  ],
  amounts: [
    { words: 'about 6,700 containers', low: 6700, high: 6700, bound: 'about', unit: 'container' },
    { words: 'more than 10,000 containers', low: 10000, high: null, bound: 'at least', unit: 'container' },
  ],
  sayings: [
    {
      source: "South Korea's defence minister, Shin Won-sik,",
      speaker: SHIN,
      cue: 'said on Monday',
      content: 'North Korea has sent about 6,700 containers to Russia',
    },
    {
      source: 'The US State Department',
      speaker: USA,
      cue: 'said on Friday',
      content: 'North Korea had delivered more than 10,000 containers of munitions to Russia',
    },
  ],
});

const DENIAL = readingOf({
  id: 'denial',
  published: '2024-05-18',
  text: `North Korea denied on Friday that it sells weapons to Russia. “We have no intention to export our military technical capabilities to any country”, its statement said.`,
  document: {
    title: 'Pyongyang denies arms exports',
    publisher: 'Example dispatches',
    kind: 'statement',
    url: 'https://example.org/denial?a=1&b=2',
  },
  events: [
    {
      type: 'AID',
      by: [DPRK],
      to: [RUSSIA],
      trigger: 'sells',
      status: 'denied',
      said: 's1',
      when: ['2023-09-01', '2024-05-17'],
    },
  ],
  sayings: [
    { source: 'North Korea', speaker: DPRK, cue: 'denied', content: 'that it sells weapons to Russia' },
    {
      source: 'its statement',
      speaker: DPRK,
      cue: 'said',
      content: 'We have no intention to export our military technical capabilities to any country',
      kind: 'direct',
    },
  ],
});

const OPINION = readingOf({
  id: 'opinion',
  published: '2024-06-25',
  text: `Vladimir Putin visited North Korea last week. Pyongyang will probably go on selling shells to Russia. It is very unlikely that Putin will hand over submarine reactors. If South Korea supplied lethal weapons to Ukraine, Moscow would have a pretext.`,
  document: {
    title: 'What Moscow will not give',
    byline: 'A. Example',
    publisher: 'Example dispatches',
    kind: 'opinion',
  },
  players: [UKRAINE],
  events: [
    { type: 'CONSULT', by: [PUTIN], to: [DPRK], trigger: 'visited', when: ['2024-06-17', '2024-06-23'], happened: 3 },
    { type: 'AID', by: [DPRK], to: [RUSSIA], trigger: 'selling', status: 'planned', happened: 1 },
    { id: 'lethal', type: 'AID', by: [ROK], to: [UKRAINE], trigger: 'supplied', status: 'conditional', happened: 0 },
  ],
  likelihoods: [
    {
      phrase: 'probably',
      about: 'Pyongyang will probably go on selling shells to Russia',
      low: 0.55,
      high: 0.8,
    },
    {
      phrase: 'very unlikely',
      about: 'that Putin will hand over submarine reactors',
      low: 0.05,
      high: 0.2,
    },
  ],
  conditions: [
    {
      words: 'If South Korea supplied lethal weapons to Ukraine',
      cue: 'If',
      consequence: 'Moscow would have a pretext',
      events: ['lethal'],
    },
  ],
});

/** Three short texts that hold one of everything: rival figures, a denial, an opinion, likelihoods, a condition. */
export const SMALL_CASE: readonly Reading[] = [COUNT, DENIAL, OPINION];
