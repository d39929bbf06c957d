import { EVENT_TYPES, RECIPROCAL_TYPES, stableId, type Tie, type TimelineEntry } from '../model/index.ts';
import { byText, groupBy, unique } from './collation.ts';
import { type DayNumber, isoDay } from './days.ts';
import type { Happening } from './happenings.ts';
import type { Parties } from './parties.ts';
import { assertedShare, needsCompany, TYPE_WEIGHTS } from './tie-weights.ts';
import { standing } from './timeline.ts';

/** Days after which a happening counts half. Half a year: long enough for a relation, short enough to see it turn. */
export const DEFAULT_HALF_LIFE_DAYS = 180;

/** A happening with the timeline entry that shows it. */
export interface Told {
  readonly happening: Happening;
  readonly entry: TimelineEntry;
}

export interface Decay {
  readonly asOf: DayNumber | null;
  readonly halfLifeDays: number;
}

/** One happening's part in the tie of one pair. */
interface Strand extends Told {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  /** The day its age counts from; null when nothing is known of its time. */
  readonly day: DayNumber | null;
}

/**
 * The day a happening is taken to be of: its last, but no later than its latest telling, which is also what an undated
 * or open-ended one is taken to be of, since who still reports it takes it to hold.
 */
const referenceDay = ({ when, tellings }: Happening): DayNumber | null => {
  const published = tellings.reduce((day, telling) => Math.max(day, telling.published ?? -Infinity), -Infinity);
  const day = Number.isFinite(when.to) ? when.to : published;
  return Number.isFinite(day) ? day : null;
};

/** 1 today and for what is to come, ½ after a half-life; what has no date at all counts as one half-life old. */
const freshness = (day: DayNumber | null, { asOf, halfLifeDays }: Decay): number => {
  if (asOf === null) return 1;
  return day === null ? 0.5 : 0.5 ** (Math.max(0, asOf - day) / halfLifeDays);
};

const weightOf = (told: Told, decay: Decay): number => {
  const claims = standing(told.happening).map(({ claim }) => claim);
  const asserted = claims.reduce((sum, claim) => sum + assertedShare(claim), 0) / claims.length;
  return TYPE_WEIGHTS[told.entry.type] * asserted * freshness(referenceDay(told.happening), decay);
};

const pairsOf = ({ type, sources, targets }: TimelineEntry): readonly (readonly [string, string])[] => {
  const ordered = (x: string, y: string): readonly [string, string] => (x < y ? [x, y] : [y, x]);
  if (!RECIPROCAL_TYPES.has(type))
    return sources.flatMap((source) => targets.filter((target) => target !== source).map((t) => ordered(source, t)));
  const all = unique([...sources, ...targets]);
  return all.flatMap((x, index) => all.slice(index + 1).map((y) => ordered(x, y)));
};

/** In a meeting of n each meets n − 1: its weight is shared out among them (Newman 2001 for joint papers). */
const share = ({ type, sources, targets }: TimelineEntry): number =>
  RECIPROCAL_TYPES.has(type) ? 1 / Math.max(1, new Set([...sources, ...targets]).size - 1) : 1;

const strandsOf = (told: Told, decay: Decay): readonly Strand[] => {
  const weight = weightOf(told, decay) * share(told.entry);
  if (weight === 0) return [];
  const day = referenceDay(told.happening);
  // A pair may stand on both sides (A hits B, B hits A, told as one): it is still one happening of the pair.
  const pairs = new Map(pairsOf(told.entry).map((pair) => [pair.join('\u0000'), pair]));
  return [...pairs.values()].map(([a, b]) => ({ ...told, a, b, weight, day }));
};

/** What is hostile only in company does not count without any. */
const withoutHarmless = (strands: readonly Strand[]): readonly Strand[] =>
  strands.some(({ weight, entry }) => weight < 0 && !needsCompany(entry.type))
    ? strands
    : strands.filter(({ entry }) => !needsCompany(entry.type));

const sum = (strands: readonly Strand[], sign: 1 | -1): number =>
  strands.reduce((total, { weight }) => total + Math.max(0, sign * weight), 0);

/** The heavier side; on a draw the later happening, and at last the cautious reading. */
const signOf = (positive: number, negative: number, strands: readonly Strand[]): 1 | -1 => {
  if (positive !== negative) return positive > negative ? 1 : -1;
  const latest = strands.reduce((day, strand) => Math.max(day, strand.day ?? -Infinity), -Infinity);
  return strands.some(({ day, weight }) => (day ?? -Infinity) === latest && weight < 0) ? -1 : 1;
};

const tieOf = (a: string, b: string, strands: readonly Strand[], parties: Parties): Tie => {
  const [positive, negative] = [sum(strands, 1), sum(strands, -1)];
  const sign = signOf(positive, negative, strands);
  const claims = strands.flatMap(({ happening }) => happening.tellings.map(({ claim }) => claim));
  const through = unique(claims.flatMap(({ sources, targets }) => [...sources, ...targets])).filter((actor) => {
    const party = parties.of(actor, 'target');
    return party !== actor && (party === a || party === b);
  });
  const dated = strands.filter(({ entry }) => entry.precision !== 'none');
  const first = dated.flatMap(({ entry }) => entry.from ?? entry.to ?? []).sort(byText)[0];
  const last = dated
    .flatMap(({ entry, day }) => entry.to ?? (day === null ? (entry.from ?? []) : isoDay(day)))
    .sort(byText)
    .at(-1);
  return {
    id: stableId('tie', a, b),
    a,
    b,
    sign,
    agreement: Math.abs(positive - negative) / (positive + negative),
    strength: Math.max(positive, negative),
    types: EVENT_TYPES.map((type) => ({
      type,
      count: strands.filter(({ entry }) => entry.type === type).length,
    })).filter(({ count }) => count > 0),
    ...(through.length === 0 ? {} : { through }),
    happenings: strands.map(({ entry }) => entry.id).sort(byText),
    first: first ?? null,
    last: last ?? null,
    claims: unique(claims.map(({ id }) => id)),
  };
};

/** Ties between parties, from happenings: strongest first. */
export const tiesOf = (told: readonly Told[], decay: Decay, parties: Parties): readonly Tie[] =>
  [
    ...groupBy(
      told.flatMap((one) => strandsOf(one, decay)),
      ({ a, b }) => `${a}\u0000${b}`,
    ).values(),
  ]
    .map(withoutHarmless)
    .flatMap((strands) => {
      const [strand] = strands;
      return strand === undefined ? [] : [tieOf(strand.a, strand.b, strands, parties)];
    })
    .sort((x, y) => y.strength - x.strength || byText(x.id, y.id));
