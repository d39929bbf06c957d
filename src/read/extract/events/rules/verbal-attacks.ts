import type { ClauseContext } from '../clause-context.ts';
import { headWord } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import type { Party } from '../parties.ts';

/** Verbs that strike with arms or with words, as the parties decide. */
const EITHER = new Set([
  'attack',
  'target',
  'hit',
  'blast',
  'hammer',
  'pound',
  'fight',
  'battle',
  'strike',
  'slam',
  'lash',
  'bash',
  'rip',
  'assault',
]);

const isArmed = (context: ClauseContext, { actor }: Party): boolean => {
  const { kind, sector } = context.actorById.get(actor) ?? {};
  return kind === 'state' || sector === 'MIL' || sector === 'REB' || sector === 'COP' || sector === 'SPY';
};

/** "Trump attacked Clinton" with words: a politician, party or newspaper has no arms. */
export const asVerbalAttack = (context: ClauseContext, draft: Draft): Draft => {
  if (draft.type !== 'ASSAULT' || draft.sources.length === 0 || !EITHER.has(headWord(context, draft.trigger)))
    return draft;
  const unarmed = draft.sources.every((party) => {
    const { kind, sector } = context.actorById.get(party.actor) ?? {};
    const speaks = party.mention.form !== 'nominal' || sector === 'GOV' || sector === 'LEG' || sector === 'PTY';
    return !isArmed(context, party) && (kind === 'person' || kind === 'organisation') && speaks;
  });
  const countries = new Set(
    [...draft.sources, ...draft.targets].map(({ actor }) => context.actorById.get(actor)?.country),
  );
  const atHome = countries.size === 1 && !countries.has(undefined);
  if (!unarmed || (!atHome && draft.targets.some((party) => isArmed(context, party)))) return draft;
  return { ...draft, type: 'ACCUSE', rule: `verbal-attack/${draft.rule}` };
};
