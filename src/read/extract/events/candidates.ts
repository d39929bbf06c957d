import { isVerb, lemmaOf, type Tree, token } from '../syntax/tree.ts';
import type { ClauseContext } from './clause-context.ts';
import type { Draft } from './draft.ts';
import { asJointExercise } from './rules/joint-exercises.ts';
import { lightVerbRule } from './rules/light-verbs.ts';
import { nounFrameRule } from './rules/noun-frames.ts';
import { type OperatorMatch, operatorAt, operatorRule } from './rules/operators.ts';
import { asRefusal } from './rules/refusals.ts';
import { speechActRule } from './rules/speech-acts.ts';
import { verbFrameOf, verbFrameRule } from './rules/verb-frames.ts';
import { asVerbalAttack } from './rules/verbal-attacks.ts';

export interface Candidates {
  readonly drafts: readonly Draft[];
  readonly operators: ReadonlyMap<number, OperatorMatch>;
}

const ofTree = (tree: Tree): readonly number[] => tree.tokens.map((_, index) => index);

/**
 * The rule families in their order: verbs with their frames, light verbs, nouns, operators, speech acts.
 * A noun that a verb's frame has taken up ("lift sanctions", "hold talks") tells no second event.
 */
export const candidatesIn = (context: ClauseContext): Candidates => {
  const { tree, lexicon } = context;
  const drafts: Draft[] = [];
  const at = new Map<number, Draft[]>();
  const claimed = new Set<number>();
  const add = (draft: Draft): void => {
    drafts.push(draft);
    for (const key of new Set([draft.trigger, draft.predicate])) {
      const known = at.get(key);
      if (known) known.push(draft);
      else at.set(key, [draft]);
    }
  };

  const operators = new Map<number, OperatorMatch>();
  for (const index of ofTree(tree)) {
    const match = operatorAt(context, index);
    if (match) operators.set(index, match);
  }
  for (const index of ofTree(tree)) {
    if (!isVerb(tree, index) || token(tree, index).upos === 'AUX') continue;
    const framed = verbFrameOf(context, index);
    const objectBound = framed !== undefined && framed.frame.object !== undefined;
    if (objectBound) for (const object of framed.objects) claimed.add(object);
    if (!objectBound) {
      const carried = lightVerbRule(context, index);
      for (const draft of carried) {
        claimed.add(draft.trigger);
        add(draft);
      }
      if (carried.length > 0) continue;
    }
    // An operator's own act says it better than a bare frame; that one stands in where the operator tells no act after all.
    if (operators.get(index)?.operator.act !== undefined && !objectBound) continue;
    const draft = verbFrameRule(context, index);
    if (draft) add(draft);
  }
  for (const index of ofTree(tree)) {
    if (claimed.has(index) || (isVerb(tree, index) && token(tree, index).upos === 'VERB')) continue;
    if (operators.get(index)?.operator.act !== undefined) continue;
    if (
      !lexicon.nouns.has(lemmaOf(tree, index)) &&
      !lexicon.nominalisations.has(lemmaOf(tree, index)) &&
      !lexicon.nominalisations.has(token(tree, index).text.toLowerCase())
    )
      continue;
    const draft = nounFrameRule(context, index);
    if (draft) add(draft);
  }
  // From the innermost operator outwards: one may stand over another's act ("agreed to urge").
  for (const [index, match] of [...operators].sort(([a], [b]) => b - a)) {
    const draft = operatorRule(context, index, match, at);
    if (draft && (draft.targets.length > 0 || match.operator.pos !== 'verb')) add(draft);
    else if (match.operator.act !== undefined && !at.has(index)) {
      const framed = isVerb(tree, index) ? verbFrameRule(context, index) : undefined;
      const better = framed && framed.targets.length >= (draft?.targets.length ?? 0) ? framed : draft;
      if (better) add(better);
    }
  }
  for (const index of ofTree(tree)) {
    const draft = speechActRule(context, index, at);
    if (draft) add(draft);
  }
  return {
    drafts: drafts.map((draft) => asJointExercise(context, asVerbalAttack(context, asRefusal(context, draft)))),
    operators,
  };
};
