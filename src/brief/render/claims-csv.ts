import type { Claim, Estimate, Situation } from '../../model/index.ts';
import { csv, listed } from './csv.ts';
import { actorNames, holderLabel } from './holder-label.ts';

type Line =
  | { readonly kind: 'event'; readonly claim: Claim }
  | { readonly kind: 'estimate'; readonly estimate: Estimate };

/** Every claim: coded events and stated likelihoods, with the offsets of the words they rest on. */
export const renderClaimsCsv = (situation: Situation): string => {
  const name = actorNames(situation);
  const citation = (line: Line) => (line.kind === 'event' ? line.claim.evidence : line.estimate.about);
  const event = <T>(line: Line, of: (claim: Claim) => T): T | null => (line.kind === 'event' ? of(line.claim) : null);
  const estimate = <T>(line: Line, of: (estimate: Estimate) => T): T | null =>
    line.kind === 'estimate' ? of(line.estimate) : null;
  return csv<Line>(
    {
      id: (line) => (line.kind === 'event' ? line.claim.id : line.estimate.id),
      kind: ({ kind }) => kind,
      document: (line) => citation(line).document,
      holder: (line) => holderLabel(line.kind === 'event' ? line.claim.holder : line.estimate.holder, name),
      type: (line) => event(line, ({ type }) => type),
      status: (line) => event(line, ({ status }) => status),
      happened: (line) => event(line, ({ happened }) => happened),
      sources: (line) => event(line, ({ sources }) => listed(sources.map(name))),
      targets: (line) => event(line, ({ targets }) => listed(targets.map(name))),
      from: (line) => event(line, ({ when }) => when?.from),
      to: (line) => event(line, ({ when }) => when?.to),
      phrase: (line) => estimate(line, ({ phrase }) => phrase),
      low: (line) => estimate(line, ({ low }) => low),
      high: (line) => estimate(line, ({ high }) => high),
      trigger: (line) => event(line, ({ trigger }) => trigger.quote),
      start: (line) => citation(line).span.start,
      end: (line) => citation(line).span.end,
      quote: (line) => citation(line).quote,
    },
    [
      ...situation.claims.map((claim): Line => ({ kind: 'event', claim })),
      ...situation.estimates.map((one): Line => ({ kind: 'estimate', estimate: one })),
    ],
  );
};
