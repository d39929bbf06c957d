import { childrenBy, isVerb, markOf, prepositionOf, relationOf, spanOf, token } from '../../syntax/tree.ts';
import { type CueContext, cuesAt, isMute, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { sourceOfVerb } from '../sources.ts';
import { cueSpan, subtreeWithout, trimmedSpan } from '../spans.ts';

/** "criticised the plan", "called for talks", "called it a disgrace", "accused Iran of arming …": the content is a phrase. */
export const objectRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  if (!isVerb(tree, head)) return undefined;
  const source = sourceOfVerb(context, head);
  if (source.head === undefined || isMute(context, source.head)) return undefined;
  const common = { sentence: tree.sentence.index, sourceHead: source.head, source: source.spans, cueHead: head };
  const roles = context.roles(head);
  for (const match of cuesAt(context, head)) {
    const cue = [cueSpan(tree, head, match.lastWord)];
    const [object] = match.objects.length > 0 ? match.objects : roles.objects;
    if (takes(match, 'manner') && object !== undefined) {
      const as = childrenBy(tree, head, 'obl', 'advcl').find(
        (child) => prepositionOf(tree, child) === 'as' || markOf(tree, child) === 'as',
      );
      const predicate =
        childrenBy(tree, head, 'xcomp').find((child) => child > object && markOf(tree, child) !== 'to') ?? as;
      if (predicate !== undefined) {
        const from = Math.min(tree.first[object] as number, tree.first[predicate] as number);
        const to = Math.max(tree.last[object] as number, tree.last[predicate] as number);
        const span = from > head ? trimmedSpan(tree, from, to) : undefined;
        const content = span
          ? [span]
          : [...(roles.passive ? subtreeWithout(tree, object, [head]) : []), ...subtreeWithout(tree, predicate, [])];
        if (content.length > 0) return { ...common, cue, content, rule: 'object/manner', score: 0.8 };
      }
    }
    if (takes(match, 'gerund')) {
      const clause = childrenBy(tree, head, 'advcl', 'obl').find((child) =>
        /^(of|for|over)$/.test(markOf(tree, child) || prepositionOf(tree, child)),
      );
      if (clause !== undefined && object !== undefined && clause > object && !roles.passive) {
        const span = trimmedSpan(tree, tree.first[object] as number, tree.last[clause] as number);
        if (span) return { ...common, cue, content: [span], rule: 'object/gerund', score: 0.8 };
      }
    }
    if (takes(match, 'object') && object !== undefined && object !== source.head) {
      if (childrenBy(tree, head, 'ccomp').length > 0) continue;
      const content =
        relationOf(tree, head) === 'acl' && token(tree, object).head !== head
          ? [spanOf(tree, object, object)]
          : subtreeWithout(
              tree,
              object,
              childrenBy(tree, object, 'acl', 'conj', 'case').filter((child) =>
                relationOf(tree, child) === 'case'
                  ? child === tree.first[object]
                  : (tree.first[child] as number) <= head && head <= (tree.last[child] as number),
              ),
            );
      if (content.length > 0) return { ...common, cue, content, rule: 'object/phrase', score: 0.7 };
    }
  }
  return undefined;
};
