import type { LedgerEntry, LedgerGroup, LedgerKind } from '../../model/index.ts';
import type { LedgerFigure, LedgerGroupRow, Section } from './content.ts';
import type { Context } from './context.ts';
import { intervalPhrase } from './date-phrase.ts';
import { boundPhrase, countedPhrase, figurePhrase, PORTIONS } from './figure-phrase.ts';
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

/** "from North Korea to Russia": the parties that go by a name. */
const parties = (from: string | undefined, to: string | undefined, words: readonly [string, string]): string =>
  [from && ` ${words[0]} ${from}`, to && to !== from && ` ${words[1]} ${to}`].filter(Boolean).join('');

/** What a table is about: "Containers from North Korea to Russia", "Sanctions by the United States". */
const headingOf = ({ groups, lead }: Table, subject: string, { names }: Context): string => {
  const named = (id: string | undefined): string | undefined =>
    id === undefined || !names.isNamed(id) ? undefined : names.actor(id);
  const [from, to] = [named(lead.supplier), named(lead.recipient)];
  const alone = groups.length === 1;
  switch (lead.kind) {
    case 'transfer':
      return capitalise(subject + parties(from, to, ['from', 'to']));
    case 'pledge':
      return capitalise(`${subject} pledged${parties(from, to, ['by', 'to'])}`);
    case 'sanction':
      return `Sanctions${parties(from, to, ['by', 'against'])}${alone ? `: ${subject}` : ''}`;
    case 'force':
      return from ? `Forces of ${from}${alone ? `: ${subject}` : ''}` : capitalise(subject);
    case 'casualty':
      // Whose losses they are is for the sentence to say: who is hit is where coding errs most.
      return `Losses${alone ? `: ${subject.replaceAll(',', '')}` : ''}`;
    case 'other':
      return alone ? capitalise(subject) : 'Other figures';
  }
};

const size = ({ high, low }: LedgerEntry): number => high ?? low ?? 0;

/** What became of those counted: " (killed)". */
const fateOf = ({ kind, item }: LedgerEntry): string => {
  const fate =
    kind === 'casualty' ? item.match(/\b(?:killed|dead|wounded|injured|missing|captured|casualties|losses)$/) : null;
  return fate ? ` (${fate[0]})` : '';
};

const figureOf = (entry: LedgerEntry, context: Context): Omit<LedgerFigure, 'id'> => {
  const claim = entry.claim === undefined ? undefined : context.claim(entry.claim);
  return {
    entry: entry.id,
    low: entry.low,
    high: entry.high,
    bound: entry.bound,
    figure: figurePhrase({ ...entry, item: context.item(entry) }) + fateOf(entry),
    status: entry.status,
    asOf: intervalPhrase(entry.asOf, 'no date'),
    holder: claim ? context.names.claimHolder(claim) : context.names.holder(entry.holder),
    spoken: (claim?.holder ?? entry.holder).kind === 'actor',
    quote: context.sentence(entry.citation),
    references: [context.reference(entry.citation)],
  };
};

const rangeOf = (unit: string, entries: readonly LedgerEntry[]): string => {
  const values = entries.flatMap(({ low, high }) => [low, high]).filter((value): value is number => value !== null);
  if (entries.length < 2 || values.length === 0) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return '';
  const open = entries.some((entry) => entry.high === null && entry.low === high) ? ' or more' : '';
  return boundPhrase({ low, high, bound: 'range', unit }) + open;
};

/** Rival figures first, then by what they are figures of, how many sources give them, and size. */
const weightOf = ({ groups, lead }: Table, entries: readonly LedgerEntry[]): readonly number[] => [
  Number(groups.some(({ rival }) => rival)),
  KIND_WEIGHT[lead.kind],
  Number(Boolean(lead.supplier && lead.recipient)),
  new Set(entries.map(({ document }) => document)).size,
  Math.max(0, ...entries.map(size)),
];

const descending = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] as number) - (a[at] as number);
};

/** Nouns that hold or portion: what is in them may be called differently from source to source. */
const isPortion = (unit: string): boolean => PORTIONS.has(unit.toLowerCase());

interface Table {
  readonly groups: readonly LedgerGroup[];
  readonly lead: LedgerGroup;
  /** Whether its figures may be set against each other: they are of one group, or portions of one traffic. */
  readonly comparable: boolean;
}

/**
 * What a reader wants side by side. "1,000 containers of equipment" and "7,000 containers" between the same two parties
 * are told of the same traffic, although no rule can say that they count the same thing; what one side put under
 * sanctions, or has under arms, is one list.
 */
const tableKey = ({ id, kind, unit, supplier, recipient }: LedgerGroup): string => {
  switch (kind) {
    case 'transfer':
    case 'pledge':
      return isPortion(unit) && supplier && recipient ? [kind, unit, supplier, recipient].join('|') : id;
    case 'sanction':
      return [kind, supplier, recipient].join('|');
    case 'force':
      return supplier ? [kind, supplier].join('|') : id;
    case 'casualty':
    case 'other':
      return kind;
  }
};

const tablesOf = (groups: readonly LedgerGroup[]): Table[] => {
  const tables = new Map<string, LedgerGroup[]>();
  for (const group of groups) tables.set(tableKey(group), [...(tables.get(tableKey(group)) ?? []), group]);
  return [...tables.values()].map((members) => {
    const lead = members[0] as LedgerGroup;
    const traffic = lead.kind === 'transfer' || lead.kind === 'pledge';
    return { groups: members, lead, comparable: members.length === 1 || traffic };
  });
};

export const ledgerSection = (context: Context): Section<LedgerGroupRow> => {
  const { situation } = context;
  const entries = new Map(situation.ledger.map((entry) => [entry.id, entry]));
  const entriesOf = ({ groups }: Table): LedgerEntry[] =>
    groups
      .flatMap((group) => group.entries.map((id) => entries.get(id)))
      .filter((entry): entry is LedgerEntry => entry !== undefined);
  const tables = tablesOf(situation.ledgerGroups);
  let figureNumber = 0;
  const rows = tables
    .map((table) => ({ table, all: entriesOf(table) }))
    .sort(
      (a, b) =>
        descending(weightOf(a.table, a.all), weightOf(b.table, b.all)) || (a.table.lead.id < b.table.lead.id ? -1 : 1),
    )
    .slice(0, MOST_GROUPS)
    .map(({ table, all: unsorted }, index): LedgerGroupRow => {
      const { groups, lead, comparable } = table;
      const all = [...unsorted].sort((a, b) => {
        const [x, y] = [a.asOf.to ?? a.asOf.from ?? '~', b.asOf.to ?? b.asOf.from ?? '~'];
        return x < y ? -1 : x > y ? 1 : size(a) - size(b) || (a.id < b.id ? -1 : 1);
      });
      const items = new Set(all.map((entry) => context.item(entry) ?? ''));
      const subject = countedPhrase(
        lead.unit,
        items.size === 1 ? ([...items][0] as string) : groups.length > 1 ? '' : lead.item,
      );
      return {
        id: `g${index + 1}`,
        groups: groups.map(({ id }) => id),
        kind: lead.kind,
        heading: headingOf(table, subject, context),
        comparable,
        rival: groups.some(({ rival }) => rival),
        range: comparable ? rangeOf(lead.unit, all) : '',
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
  return { finding, rows, total: tables.length, file: 'ledger.csv' };
};
