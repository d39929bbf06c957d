import type { Claim } from '../../model/index.ts';
import { agreeing } from './agreement.ts';
import type { DisputeRow, Section } from './content.ts';
import type { Context } from './context.ts';
import { eventClause } from './event-phrase.ts';
import { capitalise, count, enumerateVoices } from './prose.ts';
import { distinctSentences } from './references.ts';

const MOST_ROWS = 20;
const MOST_REFERENCES = 6;

/** Where one holder says that something happened and another denies it. */
export const disputesSection = (context: Context): Section<DisputeRow> => {
  const { situation, names } = context;
  const claimsOf = (ids: readonly string[]): Claim[] =>
    ids.map(context.claim).filter((claim): claim is Claim => claim !== undefined);
  const ranked = [...situation.disputes].sort(
    (a, b) => b.asserted.length + b.denied.length - a.asserted.length - a.denied.length || (a.id < b.id ? -1 : 1),
  );
  const rows = ranked.slice(0, MOST_ROWS).map((dispute, index): DisputeRow => {
    const all = claimsOf(dispute.asserted);
    const told = all.filter(({ status }) => status === 'occurred' || status === 'ongoing');
    const [asserted, denied] = [told.length > 0 ? told : all, claimsOf(dispute.denied)];
    const model = asserted[0] ?? denied[0];
    const clause =
      model &&
      eventClause(
        {
          ...context.happening(model),
          sources: dispute.sources,
          targets: dispute.targets,
          status: 'occurred',
          happened: 3,
          when: undefined,
          where: undefined,
          quantities: [],
          speaker: undefined,
        },
        names,
      );
    const holders = (claims: readonly Claim[]): string[] => [...new Set(claims.map(names.claimHolder))];
    const references = (claims: readonly Claim[]) =>
      distinctSentences(claims.map(({ trigger }) => context.reference(trigger))).slice(0, MOST_REFERENCES);
    const [assertedReferences, deniedReferences] = [references(asserted), references(denied)];
    return {
      id: `d${index + 1}`,
      statement: clause ? `It is disputed whether ${clause}` : 'The texts contradict each other on one event',
      asserted: holders(asserted),
      denied: holders(denied),
      assertedReferences,
      deniedReferences,
      references: [...assertedReferences, ...deniedReferences],
    };
  });
  return {
    finding:
      ranked.length === 0
        ? 'No source denies what another one says, as far as the coding shows'
        : `${capitalise(count(ranked.length, 'event'))} ${ranked.length === 1 ? 'is' : 'are'} said to have happened by one side and denied by another`,
    rows,
    total: ranked.length,
    file: 'brief.json',
  };
};

/** "the United States and South Korea say so, North Korea denies it". */
export const sides = ({ asserted, denied }: Pick<DisputeRow, 'asserted' | 'denied'>): string => {
  const verb = (holders: readonly string[], one: string, many: string): string =>
    `${enumerateVoices(holders, 3)} ${agreeing(holders, one, many)}`;
  return `${verb(asserted, 'says so', 'say so')}; ${verb(denied, 'denies it', 'deny it')}`;
};
