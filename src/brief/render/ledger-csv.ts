import type { LedgerEntry, Situation } from '../../model/index.ts';
import { csv } from './csv.ts';
import { actorNames, holderLabel } from './holder-label.ts';

/** Every figure of the situation; figures for the same thing share a group. */
export const renderLedgerCsv = (situation: Situation): string => {
  const name = actorNames(situation);
  const groups = new Map(situation.ledgerGroups.flatMap((group) => group.entries.map((entry) => [entry, group])));
  return csv<LedgerEntry>(
    {
      id: ({ id }) => id,
      group: ({ id }) => groups.get(id)?.id,
      rival: ({ id }) => groups.get(id)?.rival,
      kind: ({ kind }) => kind,
      item: ({ item }) => item,
      low: ({ low }) => low,
      high: ({ high }) => high,
      bound: ({ bound }) => bound,
      unit: ({ unit }) => unit,
      per: ({ per }) => per,
      supplier: ({ supplier }) => supplier && name(supplier),
      recipient: ({ recipient }) => recipient && name(recipient),
      as_of_from: ({ asOf }) => asOf.from,
      as_of_to: ({ asOf }) => asOf.to,
      status: ({ status }) => status,
      holder: ({ holder }) => holderLabel(holder, name),
      document: ({ document }) => document,
      start: ({ citation }) => citation.span.start,
      end: ({ citation }) => citation.span.end,
      quote: ({ citation }) => citation.quote,
    },
    situation.ledger,
  );
};
