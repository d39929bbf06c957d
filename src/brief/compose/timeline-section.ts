import { type Claim, type EventStatus, type EventType, quadClass, type TimelineEntry } from '../../model/index.ts';
import type { Lane, TimelineRow, TimelineSection } from './content.ts';
import type { Context } from './context.ts';
import { correctionsOf } from './corrections.ts';
import { abbreviateMonths, dayNumber, dayPhrase, intervalPhrase } from './date-phrase.ts';
import { eventClause, eventLabel, type Happening, isClose } from './event-phrase.ts';
import { capitalise } from './prose.ts';
import { distinctSentences } from './references.ts';

const MOST_ROWS = 60;
const MOST_LANES = 8;
const DAYS_BEFORE_BACKGROUND = 365;
/** What a source has taken back, at least in part, is not what a reader with a minute should take away. */
const CORRECTED_WEIGHT = 0.3;

/** How much an event of the type matters to a reader who has a minute: deeds before words, words before routine. */
const MATERIAL_WEIGHT: Readonly<Record<EventType, number>> = {
  AGREE: 1.3,
  CONSULT: 1,
  SUPPORT: 0.8,
  COOPERATE: 1,
  AID: 1.4,
  YIELD: 1.1,
  REQUEST: 0.6,
  ACCUSE: 0.55,
  REJECT: 0.8,
  THREATEN: 1.1,
  PROTEST: 0.9,
  SANCTION: 1.2,
  MOBILIZE: 1.2,
  COERCE: 1.1,
  ASSAULT: 1.2,
};

const STATUS_WEIGHT: Readonly<Record<EventStatus, number>> = {
  occurred: 1,
  ongoing: 1,
  planned: 0.8,
  threatened: 0.8,
  denied: 0.5,
  conditional: 0.35,
  hypothetical: 0.35,
};

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The claim whose words tell the entry best: the status most told, then a named speaker, then the closest date, then the shortest evidence. */
const representative = (entry: TimelineEntry, claims: readonly Claim[]): Claim | undefined => {
  const score = (claim: Claim): number =>
    (claim.status === entry.status ? 8 : 0) +
    (claim.quantities.length > 0 ? 2 : 0) +
    (claim.holder.kind === 'actor' ? 2 : 0) +
    (claim.when?.from && claim.when.from === claim.when.to ? 1 : 0) +
    Math.min(claim.targets.length, 1);
  return [...claims].sort(
    (a, b) => score(b) - score(a) || a.evidence.quote.length - b.evidence.quote.length || (a.id < b.id ? -1 : 1),
  )[0];
};

const figuresOf = (claim: Claim, context: Context): string =>
  context
    .happening(claim)
    .quantities.map(({ low, high, unit }) => `${low} ${high} ${unit}`)
    .join();

/** The entry as the grammar needs it. A figure is left out where the claims give different ones: each belongs to its own speaker. */
const happeningOf = (entry: TimelineEntry, best: Claim, agreeing: readonly Claim[], context: Context): Happening => {
  const sameFigures = agreeing.every((claim) => figuresOf(claim, context) === figuresOf(best, context));
  const happening = context.happening(best);
  return {
    ...happening,
    status: entry.status,
    happened: agreeing.reduce((sum, claim) => sum + claim.happened, 0) / agreeing.length,
    when: entry.precision === 'none' ? undefined : { from: entry.from, to: entry.to },
    quantities: sameFigures ? happening.quantities : [],
  };
};

const publishedOf = (claims: readonly Claim[], { situation }: Context): string | undefined => {
  const dates = new Map(situation.sources.map(({ document, published }) => [document, published]));
  return claims
    .map(({ document }) => dates.get(document))
    .filter((date): date is string => Boolean(date))
    .sort()[0];
};

const whenPhrase = (entry: TimelineEntry, claims: readonly Claim[], context: Context): string => {
  if (entry.precision !== 'none') return abbreviateMonths(intervalPhrase(entry));
  const first = publishedOf(claims, context);
  return first ? `undated, told ${abbreviateMonths(dayPhrase(first))}` : 'undated';
};

/** Told as history: it was over a year before the first of the texts came out. */
const isBackground = ({ to }: TimelineEntry, { situation }: Context): boolean => {
  const first = situation.sources
    .map(({ published }) => published)
    .filter((date) => date !== null)
    .sort()[0];
  if (!to || !first) return false;
  return dayNumber(first) - dayNumber(to) > DAYS_BEFORE_BACKGROUND;
};

/** 0 … 1: how often the texts speak of the parties, against the actor they speak of most. */
const salience = (entry: TimelineEntry, context: Context, most: number): number => {
  const mentions = (ids: readonly string[]): number =>
    Math.max(0, ...ids.map((id) => context.names.record(id)?.mentions.length ?? 0));
  return (mentions(entry.sources) + mentions(entry.targets)) / (2 * most);
};

/** The state that stands for an actor on the chart, or the actor itself. */
const laneOf = (actor: string, context: Context, states: ReadonlyMap<string, string>): string => {
  const record = context.names.record(actor);
  return (record?.country && states.get(record.country)) ?? actor;
};

const lanesOf = (rows: readonly TimelineRow[], context: Context): Lane[] => {
  const weights = new Map<string, number>();
  for (const row of rows) for (const lane of row.lanes) weights.set(lane, (weights.get(lane) ?? 0) + 1);
  return [...weights]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_LANES)
    .map(([id]) => ({ id, label: context.names.label(id) }));
};

/** By day; what has none stands at the day on which it was first told. */
const byDate =
  (told: ReadonlyMap<string, string | undefined>) =>
  (a: TimelineRow, b: TimelineRow): number => {
    const day = ({ from, to, entry }: TimelineRow): string => from ?? to ?? told.get(entry) ?? '~';
    const [x, y] = [day(a), day(b)];
    return x < y ? -1 : x > y ? 1 : b.weight - a.weight || (a.entry < b.entry ? -1 : 1);
  };

const findingOf = (rows: readonly TimelineRow[], total: number, context: Context): string => {
  if (total === 0) return 'The texts tell of no event that could be coded';
  const deeds = rows.filter((row) => row.quad === 'material cooperation' || row.quad === 'verbal cooperation').length;
  const [first] = lanesOf(rows, context);
  const lead = first ? `${capitalise(context.names.actor(first.id))} acts most often` : 'Events as told';
  const share =
    deeds * 2 === rows.length
      ? 'cooperation and conflict are told equally often'
      : deeds * 2 > rows.length
        ? `${deeds} of ${rows.length} entries tell of cooperation`
        : `${rows.length - deeds} of ${rows.length} entries tell of conflict`;
  return `${lead}; ${share}`;
};

export const timelineSection = (context: Context): TimelineSection => {
  const { situation, names } = context;
  const most = Math.max(1, ...situation.actors.map(({ mentions }) => mentions.length));
  const states = new Map(
    situation.actors
      .filter(({ kind, country }) => kind === 'state' && country)
      .map(({ id, country }) => [country as string, id]),
  );
  const claimsOf = (entry: TimelineEntry): Claim[] =>
    entry.claims.map(context.claim).filter((claim): claim is Claim => claim !== undefined);
  const inTime = byDate(new Map(situation.timeline.map((entry) => [entry.id, publishedOf(claimsOf(entry), context)])));
  const corrections = correctionsOf(context);
  const all = situation.timeline.map((entry): TimelineRow => {
    const claims = claimsOf(entry);
    const agreeing = claims.filter(({ status }) => (status === 'denied') === (entry.status === 'denied'));
    const best = representative(entry, agreeing.length > 0 ? agreeing : claims);
    const documents = distinct(claims.map(({ document }) => context.book.documentNumber(document))).sort(
      (a, b) => a - b,
    );
    const holders = distinct(agreeing.map(names.claimHolder));
    const correctedBy = distinct(
      corrections.filter(({ by, of }) => documents.includes(by) && documents.includes(of)).map(({ by }) => by),
    );
    const happening = best && happeningOf(entry, best, agreeing, context);
    const close = happening !== undefined && isClose(happening);
    const statement = close ? eventClause(happening, names) : null;
    const clause =
      happening && ((close && eventClause({ ...happening, when: undefined }, names)) || eventLabel(happening, names));
    const weight =
      MATERIAL_WEIGHT[entry.type] *
      STATUS_WEIGHT[entry.status] *
      (0.25 + Math.min(1, Math.abs(entry.happened))) *
      (isBackground(entry, context) ? 0.3 : 1) *
      Math.log2(1 + documents.length + holders.length / 2) *
      (0.4 + salience(entry, context, most)) *
      (entry.targets.length > 0 ? 1 : 0.6) *
      (entry.precision === 'none' ? 0.75 : 1) *
      (best && best.quantities.length > 0 ? 1.25 : 1) *
      (statement ? 1 : 0.3) *
      (correctedBy.length > 0 ? CORRECTED_WEIGHT : 1);
    return {
      id: '',
      entry: entry.id,
      from: entry.from,
      to: entry.to,
      precision: entry.precision,
      when: whenPhrase(entry, claims, context),
      type: entry.type,
      quad: quadClass(entry.type),
      lanes: distinct(entry.sources.map((actor) => laneOf(actor, context, states))),
      sources: entry.sources,
      targets: entry.targets,
      status: entry.status,
      happened: entry.happened,
      statement: statement && capitalise(statement),
      clause: clause ? capitalise(clause) : null,
      quote: best ? context.sentence(best.trigger) : '',
      holders,
      denying: distinct(claims.filter((claim) => !agreeing.includes(claim)).map(names.claimHolder)),
      correctedBy,
      documents,
      disputed: entry.disputed,
      weight,
      references: distinctSentences(
        [...(best ? [best] : []), ...claims].map(({ trigger }) => context.reference(trigger)),
      ),
    };
  });
  const shown = [...all]
    .sort((a, b) => b.weight - a.weight || inTime(a, b))
    .slice(0, MOST_ROWS)
    .sort(inTime)
    .map((row, index) => ({ ...row, id: `t${index + 1}` }));
  return {
    finding: findingOf(shown, all.length, context),
    rows: shown,
    total: all.length,
    file: 'timeline.csv',
    lanes: lanesOf(shown, context),
  };
};
