import { childrenBy, lemmaOf } from '../../syntax/tree.ts';
import type { ClauseContext } from '../clause-context.ts';
import type { Draft } from '../draft.ts';
import { isNegated } from '../status.ts';
import { isHostile } from './operators.ts';

const WILLED = new Set(['will', 'would', "'ll", '’ll', 'wo']);

/** "will not lift the ban", "has not agreed to talks": cooperation that is withheld on purpose is a refusal. */
export const asRefusal = (context: ClauseContext, draft: Draft): Draft => {
  const { tree } = context;
  if (isHostile(draft.type) || draft.type === 'REQUEST' || !isNegated(tree, draft.predicate)) return draft;
  const willed = childrenBy(tree, draft.predicate, 'aux').some((child) => WILLED.has(lemmaOf(tree, child)));
  if (!willed && draft.type !== 'AGREE') return draft;
  return { ...draft, type: 'REJECT', status: 'occurred', rule: `refusal/${draft.rule}` };
};
