import { childrenOf, lemmaOf } from '../../syntax/tree.ts';
import type { ClauseContext } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import { shareReciprocal } from './verb-frames.ts';

const JOINT = new Set(['joint', 'combined', 'bilateral', 'trilateral', 'multinational']);

/** "The United States and Japan held joint exercises": several who drill together cooperate. */
export const asJointExercise = (context: ClauseContext, draft: Draft): Draft => {
  if (draft.type !== 'MOBILIZE' || draft.sources.length < 2) return draft;
  const joint = context
    .roles(draft.predicate)
    .objects.some((object) =>
      childrenOf(context.tree, object).some((child) => JOINT.has(lemmaOf(context.tree, child))),
    );
  if (!joint) return draft;
  return {
    ...draft,
    type: 'COOPERATE',
    ...shareReciprocal(draft.sources, []),
    reciprocal: true,
    rule: `joint/${draft.rule}`,
  };
};
