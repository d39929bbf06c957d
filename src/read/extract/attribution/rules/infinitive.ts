import { childrenBy, isVerb, markOf, relationOf, spanOf, token } from '../../syntax/tree.ts';
import { actOf, type CueContext, cuesAt, isMute, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { NO_SOURCE, sourceOfAdjective, sourceOfVerb } from '../sources.ts';
import { asides, cueSpan, lastBeforeAsides, subtreeWithout, trimmedSpan } from '../spans.ts';

/** "wants to release …", "asked the crowd to welcome …", "is expected to win". */
export const infinitiveRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  const match = cuesAt(context, head).find((candidate) => takes(candidate, 'infinitive'));
  if (!match || match.cue.pos === 'noun') return undefined;
  const clause = childrenBy(tree, head, 'xcomp', 'ccomp', 'advcl').find(
    (child) => child > head && markOf(tree, child).split(' ').includes('to') && isAfterCue(context, child, head),
  );
  if (clause === undefined) return undefined;
  const common = {
    sentence: tree.sentence.index,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    act: actOf(match, 'infinitive'),
  };
  if (match.cue.pos === 'adjective') {
    // "is ready to …", not "a team ready to …".
    if (relationOf(tree, head) === 'acl' || relationOf(tree, head) === 'amod') return undefined;
    const source = sourceOfAdjective(context, head);
    if (source.head === undefined || isMute(context, source.head)) return undefined;
    return {
      ...common,
      sourceHead: source.head,
      source: source.spans,
      content: subtreeWithout(tree, clause, asides(tree, clause)),
      rule: 'infinitive/adjective',
      score: 0.75,
    };
  }
  const roles = context.roles(head);
  if (roles.passive) {
    const [who] = roles.objects;
    const agent = roles.subjects.length > 0 ? sourceOfVerb(context, head) : NO_SOURCE;
    return {
      ...common,
      ...(agent.head === undefined ? {} : { sourceHead: agent.head }),
      source: agent.spans,
      content: [
        ...(who === undefined
          ? []
          : subtreeWithout(
              tree,
              who,
              [head, clause].filter((other) => other !== who && !contains(context, other, who)),
            )),
        ...subtreeWithout(tree, clause, asides(tree, clause)),
      ],
      rule: 'infinitive/passive',
      score: agent.head === undefined ? 0.5 : 0.75,
    };
  }
  const source = sourceOfVerb(context, head);
  if (source.head === undefined) return undefined;
  if (isMute(context, source.head)) return undefined;
  // "anyone wanting to …", "queries seeking to …" name a kind, not a holder.
  if (common.act === 'attitude' && relationOf(tree, head) === 'acl' && token(tree, head).xpos === 'VBG')
    return undefined;
  // "asked the crowd to welcome": whom it is asked of belongs to what is asked.
  const object = [...match.objects, ...roles.objects, ...roles.recipients].find(
    (index) => index > head && index < clause,
  );
  const end = Math.max(
    lastBeforeAsides(tree, clause),
    ...purposes(context, head, clause).map((child) => tree.last[child] as number),
  );
  const from = object === undefined ? (tree.first[clause] as number) : afterCase(context, object);
  const content =
    object === undefined && end === tree.last[clause]
      ? subtreeWithout(tree, clause, asides(tree, clause))
      : [trimmedSpan(tree, from, end) ?? spanOf(tree, clause, clause)];
  return { ...common, sourceHead: source.head, source: source.spans, content, rule: 'infinitive/verb', score: 0.8 };
};

/** "urged them to come to see that …": further infinitives that the tree hangs on the cue. */
const purposes = ({ tree }: CueContext, head: number, clause: number): readonly number[] =>
  childrenBy(tree, head, 'advcl').filter(
    (child) =>
      child > clause && markOf(tree, child) === 'to' && tree.first[child] === (tree.last[clause] as number) + 1,
  );

/** Where a phrase begins without its preposition: "called on | Sudan to stop". */
const afterCase = ({ tree }: CueContext, head: number): number => {
  const first = tree.first[head] as number;
  return childrenBy(tree, head, 'case').includes(first) ? first + 1 : first;
};

const isAfterCue = (context: CueContext, clause: number, head: number): boolean =>
  isVerb(context.tree, clause) || clause > head;

const contains = (context: CueContext, outer: number, inner: number): boolean =>
  (context.tree.first[outer] as number) <= inner && inner <= (context.tree.last[outer] as number);
