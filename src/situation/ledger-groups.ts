import { type Claim, type LedgerEntry, type LedgerGroup, type LedgerKind, stableId } from '../model/index.ts';
import { byText, groupBy } from './collation.ts';
import { type DayRange, dayRange, gap, intersection, width } from './days.ts';

/** Figures whose as-of days lie no further apart are taken to be of the same date; a death toll is of its day. */
const SAME_DATE_DAYS: Readonly<Record<LedgerKind, number>> = {
  transfer: 14,
  pledge: 14,
  sanction: 14,
  force: 14,
  casualty: 0,
  other: 14,
};

/** Kinds whose figures are totals to date and can only grow. A force can be withdrawn, and each pledge or sanction is a new one. */
const CUMULATIVE: ReadonlySet<LedgerKind> = new Set(['transfer', 'casualty']);

/** “About 7,000” leaves this share on either side. */
const ABOUT_SHARE = 0.1;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const boundsOf = ({ low, high, bound }: LedgerEntry): Bounds => {
  const slack = bound === 'about' ? ABOUT_SHARE : 0;
  return { low: low === null ? -Infinity : low * (1 - slack), high: high === null ? Infinity : high * (1 + slack) };
};

/** What tells the voices and the happenings of entries apart; given by the situation. */
export interface Provenance {
  /** One string for one voice. */
  readonly voice: (entry: LedgerEntry) => string;
  /** The dated happening that the entry's claim is part of, if any. */
  readonly happening: (claim: Claim['id']) => string | undefined;
}

/** The last day of a figure; one without any day may be of any. */
const dayOf = (entry: LedgerEntry): DayRange => {
  const { from, to } = dayRange(entry.asOf);
  return Number.isFinite(to) ? { from: to, to } : { from, to };
};

const sameDate = (a: LedgerEntry, b: LedgerEntry): boolean => {
  const [x, y] = [dayRange(a.asOf), dayRange(b.asOf)];
  const shared = intersection(x, y);
  const bothClosed = width(x) < Infinity && width(y) < Infinity;
  return (bothClosed && shared.from <= shared.to) || gap(dayOf(a), dayOf(b)) <= SAME_DATE_DAYS[a.kind];
};

/**
 * Whether two figures for one thing cannot both hold. Not when one voice gives both (it corrects itself), when they
 * belong to two dated happenings (two deliveries), or when the later only raises a total (an update).
 */
const areRivals = (a: LedgerEntry, b: LedgerEntry, { voice, happening }: Provenance): boolean => {
  if (voice(a) === voice(b) || a.status === 'denied' || b.status === 'denied') return false;
  const [ofA, ofB] = [a, b].map(({ claim }) => (claim === undefined ? undefined : happening(claim)));
  if (ofA !== undefined && ofB !== undefined && ofA !== ofB) return false;
  const [x, y] = [boundsOf(a), boundsOf(b)];
  const compatible = x.low <= y.high && y.low <= x.high;
  if (compatible) return false;
  if (sameDate(a, b)) return true;
  if (!CUMULATIVE.has(a.kind)) return false;
  const [earlier, later] = dayOf(a).to <= dayOf(b).to ? [x, y] : [y, x];
  // A total that has fallen since is no update of it.
  return later.high < earlier.low;
};

const isRival = (entries: readonly LedgerEntry[], provenance: Provenance): boolean =>
  entries.some((a, index) => entries.slice(index + 1).some((b) => areRivals(a, b, provenance)));

const extreme = (values: readonly (number | null)[], pick: (a: number, b: number) => number): number | null =>
  values.includes(null) ? null : (values as readonly number[]).reduce((a, b) => pick(a, b));

const byDate = (a: LedgerEntry, b: LedgerEntry): number =>
  compareDays(a.asOf.to ?? a.asOf.from, b.asOf.to ?? b.asOf.from) || byText(a.id, b.id);

const compareDays = (a: string | null, b: string | null): number => byText(a ?? '9999', b ?? '9999');

/** What the figures of a group share. */
const sharedBy = (entry: LedgerEntry) => {
  const { kind, item, unit, per, supplier, recipient, suppliers, recipients } = entry;
  return {
    kind,
    item,
    unit,
    ...(per === undefined ? {} : { per }),
    ...(supplier === undefined ? {} : { supplier }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(suppliers === undefined ? {} : { suppliers }),
    ...(recipients === undefined ? {} : { recipients }),
  };
};

const groupOf = (key: string, entries: readonly LedgerEntry[], provenance: Provenance): LedgerGroup => ({
  id: stableId('grp', key),
  ...sharedBy(entries[0] as LedgerEntry),
  low: extreme(
    entries.map(({ low }) => low),
    Math.min,
  ),
  high: extreme(
    entries.map(({ high }) => high),
    Math.max,
  ),
  entries: [...entries].sort(byDate).map(({ id }) => id),
  rival: isRival(entries, provenance),
});

const KIND_ORDER: readonly LedgerKind[] = ['transfer', 'pledge', 'force', 'sanction', 'casualty', 'other'];

/** Figures for the same thing side by side: kind, item, unit, supplier and recipient agree. */
export const ledgerGroups = (entries: readonly LedgerEntry[], provenance: Provenance): readonly LedgerGroup[] =>
  [...groupBy(entries, (entry) => JSON.stringify(sharedBy(entry)))]
    .map(([key, group]) => groupOf(key, group, provenance))
    .sort(
      (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || byText(a.item, b.item) || byText(a.id, b.id),
    );
