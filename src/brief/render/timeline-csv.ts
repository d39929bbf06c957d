import type { Claim, Situation, TimelineEntry } from '../../model/index.ts';
import { csv, listed } from './csv.ts';
import { actorNames, holderLabel } from './holder-label.ts';

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Every event of the situation, one a line, with the words of its claims. */
export const renderTimelineCsv = (situation: Situation): string => {
  const name = actorNames(situation);
  const claims = new Map(situation.claims.map((claim) => [claim.id, claim]));
  const of = (entry: TimelineEntry): Claim[] =>
    entry.claims.map((id) => claims.get(id)).filter((claim): claim is Claim => claim !== undefined);
  return csv<TimelineEntry>(
    {
      id: ({ id }) => id,
      from: ({ from }) => from,
      to: ({ to }) => to,
      precision: ({ precision }) => precision,
      type: ({ type }) => type,
      status: ({ status }) => status,
      happened: ({ happened }) => Math.round(happened * 100) / 100,
      sources: ({ sources }) => listed(sources.map(name)),
      targets: ({ targets }) => listed(targets.map(name)),
      disputed: ({ disputed }) => disputed,
      claims: (entry) => entry.claims.length,
      holders: (entry) => listed(distinct(of(entry).map(({ holder }) => holderLabel(holder, name)))),
      documents: (entry) => listed(distinct(of(entry).map(({ document }) => document))),
      quotes: (entry) =>
        of(entry)
          .map(({ evidence }) => evidence.quote)
          .join(' | '),
    },
    situation.timeline,
  );
};
