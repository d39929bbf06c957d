import type { EventType } from '../../../../model/index.ts';
import { childrenBy, isVerb, lemmaOf, markOf, token } from '../../syntax/tree.ts';
import type { ClauseContext } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import { type Party, partiesIn, without } from '../parties.ts';
import { isNegated } from '../status.ts';
import { isHostile } from './operators.ts';

const SAYING = new Set(
  'say announce declare state tell add insist reiterate confirm stress assert note write maintain reveal'.split(' '),
);
const OBLIGED = new Set(['must', 'should']);
const WILLED = new Set(['will', 'would', "'ll", '’ll', 'wo']);

/**
 * What a speaker commits to or asks for in the words reported of him: "said that Iran must …" is a request to Iran,
 * "said it would not lift …" a refusal, "said it will release …" a promise.
 */
export const speechActRule = (
  context: ClauseContext,
  verb: number,
  draftsAt: ReadonlyMap<number, readonly Draft[]>,
): Draft | undefined => {
  const { tree } = context;
  if (!isVerb(tree, verb) || !SAYING.has(lemmaOf(tree, verb))) return undefined;
  const clause = childrenBy(tree, verb, 'ccomp')[0];
  if (clause === undefined || markOf(tree, clause) === 'to') return undefined;
  const modals = childrenBy(tree, clause, 'aux').map((child) => lemmaOf(tree, child));
  const speakers = partiesIn(context, context.roles(verb).subjects, 'agent');
  if (speakers.length === 0) return undefined;
  const roles = isVerb(tree, clause) ? context.roles(clause) : undefined;
  const lower = (draftsAt.get(clause) ?? []).filter((draft) => draft.targets.length > 0);
  const make = (type: EventType, targets: readonly Party[], rule: string): Draft | undefined =>
    targets.length === 0
      ? undefined
      : {
          type,
          trigger: verb,
          predicate: verb,
          sources: speakers,
          targets,
          reciprocal: false,
          rule: `speech-act/${rule}`,
          score: 0.65,
        };

  const subject = roles ? partiesIn(context, roles.passive ? roles.objects : roles.subjects, 'agent') : [];
  const other = without(subject, speakers).filter(
    ({ actor, mention, distance }) =>
      distance === 0 &&
      !roles?.passive &&
      (mention.form !== 'nominal' || context.actorById.get(actor)?.kind === 'state'),
  );
  const obliged =
    modals.some((modal) => OBLIGED.has(modal)) ||
    (lemmaOf(tree, clause) === 'have' &&
      childrenBy(tree, clause, 'xcomp').length > 0 &&
      token(tree, clause).xpos !== 'VBN') ||
    (lemmaOf(tree, clause) === 'need' && childrenBy(tree, clause, 'xcomp').length > 0);
  if (obliged && other.length > 0 && !isNegated(tree, clause)) return make('REQUEST', other, 'obligation');
  if (!modals.some((modal) => WILLED.has(modal)) || lower.length === 0) return undefined;
  // Only what the speaker himself will do binds him.
  const own = lower.filter((draft) => without(subject, speakers).length === 0 && draft.sources.length > 0);
  const targets = without(
    own.flatMap((draft) => draft.targets),
    speakers,
  );
  const hostile = own.length > 0 && own.every((draft) => isHostile(draft.type));
  if (isNegated(tree, clause)) return make('REJECT', targets, 'refusal');
  return make(hostile ? 'THREATEN' : 'AGREE', targets, 'commitment');
};
