import type { LedgerEntry, LedgerGroup, LedgerKind } from '../../model/index.ts';
import type { LedgerFigure, LedgerGroupRow, Section } from './content.ts';
import type { Context } from './context.ts';
import { intervalPhrase } from './date-phrase.ts';
import { boundPhrase, countedPhrase, figurePhrase } from './figure-phrase.ts';
import { capitalise, count } from './prose.ts';

const MOST_GROUPS = 24;
const MOST_FIGURES = 12;

const KIND_WEIGHT: Readonly<Record<LedgerKind, number>> = {
  transfer: 5,
  force: 4,
  casualty: 4,
  sanction: 3,
  pledge: 3,
  other: 0,
};

const KIND_LABELS: Readonly<Record<LedgerKind, string>> = {
  transfer: 'transfer',
  pledge: 'pledge',
  sanction: 'sanctions',
  force: 'forces',
  casualty: 'losses',
  other: 'other figures',
};

/** Parties of a figure: "from North Korea to Russia", "by the United States against Russia". */
const partiesPhrase = (
  { kind, supplier, recipient }: Pick<LedgerGroup, 'kind' | 'supplier' | 'recipient'>,
  { names }: Context,
): string => {
  const [from, to] = [supplier && names.actor(supplier), recipient && names.actor(recipient)];
  switch (kind) {
    case 'transfer':
    case 'pledge':
      return [from && `from ${from}`, to && to !== from && `to ${to}`].filter(Boolean).join(' ');
    case 'sanction':
      return [from && `by ${from}`, to && to !== from && `against ${to}`].filter(Boolean).join(' ');
    case 'force':
      return [from && `of ${from}`, to && to !== from && `towards ${to}`].filter(Boolean).join(' ');
    case 'casualty':
    case 'other':
      return [from && `of ${from}`, to && to !== from && `concerning ${to}`].filter(Boolean).join(' ');
  }
};

const size = ({ high, low }: LedgerEntry): number => high ?? low ?? 0;

const figureOf = (entry: LedgerEntry, context: Context): Omit<LedgerFigure, 'id'> => {
  const claim = entry.claim === undefined ? undefined : context.claim(entry.claim);
  return {
    entry: entry.id,
    low: entry.low,
    high: entry.high,
    bound: entry.bound,
    figure: figurePhrase(entry),
    status: entry.status,
    asOf: intervalPhrase(entry.asOf, 'no date'),
    holder: claim ? context.names.claimHolder(claim) : context.names.holder(entry.holder),
    quote: context.words(entry.citation),
    references: [context.reference(entry.citation)],
  };
};

const rangeOf = (group: LedgerGroup, entries: readonly LedgerEntry[]): string => {
  const values = entries.flatMap(({ low, high }) => [low, high]).filter((value): value is number => value !== null);
  if (entries.length < 2 || values.length === 0) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const open =
    group.high === null
      ? ', with no upper limit in one source'
      : group.low === null
        ? ', with no lower limit in one source'
        : '';
  return low === high
    ? ''
    : `${boundPhrase({ low, high, bound: 'range', unit: group.unit })} ${countedPhrase(group.unit, '')}${open}`;
};

/** Rival figures first, then by what they are figures of, how many sources give them, and size. */
const byWeight = (a: LedgerGroup, b: LedgerGroup, largest: ReadonlyMap<string, number>): number =>
  Number(b.rival) - Number(a.rival) ||
  KIND_WEIGHT[b.kind] - KIND_WEIGHT[a.kind] ||
  b.entries.length - a.entries.length ||
  (largest.get(b.id) ?? 0) - (largest.get(a.id) ?? 0) ||
  (a.id < b.id ? -1 : 1);

export const ledgerSection = (context: Context): Section<LedgerGroupRow> => {
  const { situation } = context;
  const entries = new Map(situation.ledger.map((entry) => [entry.id, entry]));
  const entriesOf = (group: LedgerGroup): LedgerEntry[] =>
    group.entries.map((id) => entries.get(id)).filter((entry): entry is LedgerEntry => entry !== undefined);
  const largest = new Map(
    situation.ledgerGroups.map((group) => [group.id, Math.max(0, ...entriesOf(group).map(size))]),
  );
  let figureNumber = 0;
  const rows = [...situation.ledgerGroups]
    .sort((a, b) => byWeight(a, b, largest))
    .slice(0, MOST_GROUPS)
    .map((group, index): LedgerGroupRow => {
      const all = entriesOf(group).sort((a, b) => {
        const [x, y] = [a.asOf.to ?? a.asOf.from ?? '~', b.asOf.to ?? b.asOf.from ?? '~'];
        return x < y ? -1 : x > y ? 1 : size(a) - size(b) || (a.id < b.id ? -1 : 1);
      });
      return {
        id: `g${index + 1}`,
        group: group.id,
        kind: group.kind,
        subject: countedPhrase(group.unit, group.item),
        parties: partiesPhrase(group, context),
        kindLabel: KIND_LABELS[group.kind],
        rival: group.rival,
        range: rangeOf(group, all),
        figures: all.slice(0, MOST_FIGURES).map((entry) => ({ id: `l${++figureNumber}`, ...figureOf(entry, context) })),
        total: all.length,
      };
    });
  const rivals = situation.ledgerGroups.filter(({ rival }) => rival).length;
  const finding =
    situation.ledger.length === 0
      ? 'The texts give no figure for transfers, pledges, sanctions or forces'
      : rivals > 0
        ? `${capitalise(count(rivals, 'quantity', 'quantities'))} ${rivals === 1 ? 'is' : 'are'} given figures that cannot all hold`
        : situation.ledger.length === 1
          ? 'One figure, from one source'
          : `${capitalise(count(situation.ledger.length, 'figure'))}; none contradicts another`;
  return { finding, rows, total: situation.ledgerGroups.length, file: 'ledger.csv' };
};
