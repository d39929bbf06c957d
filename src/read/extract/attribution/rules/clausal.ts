import type { Span } from '../../../../model/index.ts';
import { childrenBy, childrenOf, hasChild, isVerb, lemmaOf, markOf, relationOf, token } from '../../syntax/tree.ts';
import { type CueContext, cuesAt, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { sourceOfAdjective, sourceOfVerb } from '../sources.ts';
import { cueSpan, subtreeWithout } from '../spans.ts';

const QUESTION_WORDS = new Set(['how', 'why', 'what', 'who', 'where', 'when', 'which', 'whether', 'if']);

/** "said that …", "believes …", "asked whether …", "is sure that …": the content is a clause of its own under the cue. */
export const clausalRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  const match = cuesAt(context, head).find((candidate) => takes(candidate, 'clause') || takes(candidate, 'quote'));
  if (!match || match.cue.pos === 'noun') return undefined;
  const clauses = childrenBy(tree, head, 'ccomp', 'csubj').filter(
    (clause) =>
      !(
        markOf(tree, clause) === 'to' &&
        !childrenOf(tree, clause).some((child) => QUESTION_WORDS.has(lemmaOf(tree, child)))
      ),
  );
  const [clause] = clauses;
  if (clause === undefined || relationOf(tree, clause) === 'csubj') return undefined;
  const quoted = hasQuote(context, clause);
  if (!takes(match, 'clause') && !quoted) return undefined;
  const source = match.cue.pos === 'adjective' ? sourceOfAdjective(context, head) : sourceOfVerb(context, head);
  if (
    source.head !== undefined &&
    context.lexicon.mute.has(lemmaOf(tree, source.head)) &&
    token(tree, source.head).upos !== 'PRON'
  )
    return undefined;
  const content: readonly Span[] = clauses.flatMap((part) =>
    subtreeWithout(tree, part, parentheticals(context, part, head)),
  );
  if (content.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    ...(source.head === undefined ? {} : { sourceHead: source.head }),
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content,
    rule: match.cue.pos === 'adjective' ? 'clausal/adjective' : 'clausal/verb',
    score: source.spans.length > 0 ? 0.95 : 0.6,
  };
};

/** The cue's own words may stand inside its clause: "Russia, he said, would …". */
const parentheticals = (context: CueContext, clause: number, cue: number): readonly number[] =>
  childrenOf(context.tree, clause).filter(
    (child) =>
      relationOf(context.tree, child) === 'parataxis' &&
      (context.tree.first[child] as number) <= cue &&
      cue <= (context.tree.last[child] as number),
  );

const hasQuote = (context: CueContext, clause: number): boolean => {
  const { tree } = context;
  const from = Math.max(0, (tree.first[clause] as number) - 1);
  const to = Math.min(tree.tokens.length - 1, (tree.last[clause] as number) + 1);
  for (let at = from; at <= to; at++) if (/^["“”«»]|^''|^``/.test(token(tree, at).text)) return true;
  return false;
};

/** "…, he said, …", "…, said the minister", "As Clinton put it, …": the cue hangs on the clause it reports. */
export const parentheticalRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  if (!isVerb(tree, head)) return undefined;
  const relation = relationOf(tree, head);
  const above = token(tree, head).head;
  const as = relation === 'advcl' && markOf(tree, head) === 'as';
  if (above < 0 || !(relation === 'parataxis' || as)) return undefined;
  const match = cuesAt(context, head).find((candidate) => takes(candidate, 'clause') || takes(candidate, 'quote'));
  if (!match || hasChild(tree, head, 'ccomp')) return undefined;
  const source = sourceOfVerb(context, head);
  const own = childrenBy(tree, head, 'nsubj').length > 0;
  if (!own) return undefined;
  const content = subtreeWithout(tree, above, [head]).filter(({ end, start }) => end - start > 1);
  if (content.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    ...(source.head === undefined ? {} : { sourceHead: source.head }),
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content,
    rule: as ? 'parenthetical/as' : 'parenthetical/inserted',
    score: 0.9,
  };
};
