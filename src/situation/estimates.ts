import { type Claim, type Estimate, type Holder, type OpenCondition, type Reading, stableId } from '../model/index.ts';
import type { ActorIndex } from './actors.ts';
import { cite } from './cite.ts';
import { claimId } from './claims.ts';
import { byText } from './collation.ts';
import { voiceAround } from './holders.ts';

const AUTHOR = 'author';

/** The likelihoods that a document states, in the order of its text. */
export const estimatesOf = (reading: Reading, actors: ActorIndex): readonly Estimate[] =>
  [...reading.likelihoods]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, phrase, low, high, about, holder }): Estimate => {
      const whose: Holder =
        holder === AUTHOR
          ? (voiceAround(reading, span, actors) ?? { kind: 'author', document: reading.id })
          : { kind: 'actor', actor: actors.resolve(reading, holder) };
      return {
        id: stableId('est', reading.id, String(span.start), String(span.end)),
        document: reading.id,
        phrase,
        low,
        high,
        about: cite(reading, about),
        phraseAt: cite(reading, span),
        holder: whose,
      };
    });

/** What would have to be true, as the document names it, with the claims that hang on it. */
export const conditionsOf = (
  reading: Reading,
  claims: readonly Claim[],
  actors: ActorIndex,
): readonly OpenCondition[] => {
  const known = new Set(claims.map(({ id }) => id));
  return [...reading.conditions]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, consequence, events }) => ({
      id: stableId('cnd', reading.id, String(span.start), String(span.end)),
      document: reading.id,
      holder: voiceAround(reading, span, actors) ?? { kind: 'author', document: reading.id },
      condition: cite(reading, span),
      ...(consequence === undefined ? {} : { consequence: cite(reading, consequence) }),
      claims: events
        .map((event) => claimId(reading.id, event))
        .filter((id) => known.has(id))
        .sort(byText),
    }));
};
