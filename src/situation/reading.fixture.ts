import {
  type Actor,
  type Attribution,
  type Bound,
  type Document,
  type EventStatus,
  type EventType,
  type Reading,
  type Span,
  sha256,
} from '../model/index.ts';
import type { SituateOptions } from './situate.ts';

/** An actor of a test reading: its mentions are found by its name and by these other words. */
export type Player = Omit<Actor, 'id' | 'mentions'> & { readonly id: string; readonly also?: readonly string[] };

export const RUSSIA: Player = { id: 'RUS', name: 'Russia', kind: 'state', country: 'RUS', also: ['Moscow'] };
export const DPRK: Player = { id: 'PRK', name: 'North Korea', kind: 'state', country: 'PRK', also: ['Pyongyang'] };
export const ROK: Player = { id: 'KOR', name: 'South Korea', kind: 'state', country: 'KOR', also: ['Seoul'] };
export const USA: Player = { id: 'USA', name: 'United States', kind: 'state', country: 'USA', also: ['Washington'] };
export const UKRAINE: Player = { id: 'UKR', name: 'Ukraine', kind: 'state', country: 'UKR', also: ['Kyiv'] };
export const PUTIN: Player = {
  id: 'per-vladimir-putin',
  name: 'Vladimir Putin',
  kind: 'person',
  country: 'RUS',
  sector: 'GOV',
  also: ['Putin'],
};
export const KIM: Player = {
  id: 'per-kim-jong-un',
  name: 'Kim Jong Un',
  kind: 'person',
  country: 'PRK',
  sector: 'GOV',
  also: ['Kim'],
};

const LISTED: readonly Player[] = [RUSSIA, DPRK, ROK, USA, UKRAINE, PUTIN, KIM];

/** A lexicon of the players above, so that no test hangs on what the shipped one holds. */
export const LEXICON: NonNullable<SituateOptions['lexicon']> = {
  entry: (id) => LISTED.find((player) => player.id === id),
  stateOfDemonym: (word) => ({ Russian: RUSSIA, 'North Korean': DPRK, Ukrainian: UKRAINE })[word],
};

export interface EventLine {
  readonly id?: string;
  readonly type: EventType;
  readonly by?: readonly Player[];
  readonly to?: readonly Player[];
  /** Words of the text: the trigger. The evidence is the sentence around it. */
  readonly trigger: string;
  readonly status?: EventStatus;
  readonly happened?: number;
  /** A day, or first and last with null for an open side. */
  readonly when?: string | readonly [string | null, string | null];
  readonly where?: Player;
  /** The attribution, by its id. */
  readonly said?: string;
  /** Quantities, by their words. */
  readonly amounts?: readonly string[];
}

export interface SayingLine {
  readonly id?: string;
  readonly source?: string;
  readonly speaker?: Player;
  readonly cue?: string;
  readonly content: string;
  readonly kind?: Attribution['kind'];
}

export interface AmountLine {
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound?: Bound;
  readonly unit: string;
  readonly item?: string;
  readonly per?: string;
}

export interface ReadingLines {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly document?: Partial<Document>;
  readonly players?: readonly Player[];
  readonly events?: readonly EventLine[];
  readonly sayings?: readonly SayingLine[];
  readonly amounts?: readonly AmountLine[];
  readonly likelihoods?: readonly {
    readonly phrase: string;
    readonly about: string;
    readonly low: number | null;
    readonly high: number | null;
    readonly holder?: Player;
  }[];
  readonly conditions?: readonly {
    readonly words: string;
    readonly cue: string;
    readonly consequence?: string;
    readonly events?: readonly string[];
  }[];
}

/** Where words stand in a text; a test that names words which are not there is wrong. */
export const at = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in “${text}”`);
  return { start, end: start + words.length };
};

const everywhere = (text: string, words: string): Span[] => {
  const spans: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    spans.push({ start, end: start + words.length });
  return spans;
};

const sentencesOf = (text: string): Span[] =>
  [...text.matchAll(/[^.!?]+[.!?]?/g)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    return { start: match.index + lead, end: match.index + match[0].trimEnd().length };
  });

const mentionsOf = (text: string, { name, also = [] }: Player): Span[] => {
  const spans = [name, ...also].flatMap((words) => everywhere(text, words));
  // “Kim” within “Kim Jong Un” is no second mention.
  return spans.filter((span) => !spans.some((o) => o !== span && o.start <= span.start && span.end <= o.end));
};

/** A reading from lines a person can read: spans are found by their words, sentences by their full stops. */
export const readingOf = (lines: ReadingLines): Reading => {
  const { id, text, events = [], sayings = [], amounts = [], likelihoods = [], conditions = [] } = lines;
  const sentences = sentencesOf(text);
  const players = new Map<string, Player>();
  for (const player of [
    ...(lines.players ?? []),
    ...events.flatMap(({ by = [], to = [], where }) => [...by, ...to, ...(where === undefined ? [] : [where])]),
    ...sayings.flatMap(({ speaker }) => speaker ?? []),
    ...likelihoods.flatMap(({ holder }) => holder ?? []),
  ])
    players.set(player.id, player);
  return {
    reading: 1,
    id,
    document: {
      text,
      title: null,
      byline: null,
      publisher: null,
      published: lines.published === undefined ? '2024-06-18' : lines.published,
      url: null,
      language: 'en',
      sha256: sha256(text),
      removed: [],
      ...lines.document,
    },
    sentences,
    actors: [...players.values()].map(({ also: _, ...actor }, index) => ({
      ...actor,
      mentions: mentionsOf(text, [...players.values()][index] as Player),
    })),
    events: events.map((event, index) => {
      const trigger = at(text, event.trigger);
      const { when, said, where } = event;
      const [from, to] = typeof when === 'string' ? [when, when] : (when ?? [null, null]);
      return {
        id: event.id ?? `e${index + 1}`,
        type: event.type,
        sources: (event.by ?? []).map((player) => player.id),
        targets: (event.to ?? []).map((player) => player.id),
        trigger,
        evidence: sentences.find(({ start, end }) => start <= trigger.start && trigger.end <= end) ?? trigger,
        status: event.status ?? 'occurred',
        happened: event.happened ?? (event.status === 'denied' ? -1.2 : 1.2),
        ...(when === undefined ? {} : { when: { from, to, text: '' } }),
        ...(where === undefined ? {} : { where: where.id }),
        quantities: (event.amounts ?? []).map((words) => {
          const found = amounts.findIndex((amount) => amount.words === words);
          if (found < 0) throw new Error(`no amount “${words}”`);
          return `q${found + 1}`;
        }),
        ...(said === undefined ? {} : { attribution: said }),
      };
    }),
    attributions: sayings.map(({ source, speaker, cue, content, kind = 'indirect', id: sayingId }, index) => ({
      id: sayingId ?? `s${index + 1}`,
      source: source === undefined ? [] : [at(text, source)],
      ...(speaker === undefined ? {} : { speaker: speaker.id }),
      cue: cue === undefined ? [] : [at(text, cue)],
      content: [at(text, content)],
      kind,
    })),
    quantities: amounts.map(({ words, bound = 'exact', low, high, unit, item, per }, index) => ({
      id: `q${index + 1}`,
      span: at(text, words),
      low,
      high,
      bound,
      unit,
      ...(item === undefined ? {} : { item }),
      ...(per === undefined ? {} : { per }),
    })),
    times: [],
    likelihoods: likelihoods.map(({ phrase, about, low, high, holder }) => ({
      span: at(text, phrase),
      phrase,
      scale: 'ICD203',
      low,
      high,
      about: at(text, about),
      holder: holder?.id ?? 'author',
    })),
    conditions: conditions.map(({ words, cue, consequence, events: hanging = [] }) => ({
      span: at(text, words),
      cue: at(text, cue),
      ...(consequence === undefined ? {} : { consequence: at(text, consequence) }),
      events: hanging,
    })),
  };
};
