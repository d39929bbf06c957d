import { childrenBy, childrenOf, hasChild, isVerb, lemmaOf, markOf, relationOf, token } from '../../syntax/tree.ts';
import { actOf, type CueContext, cuesAt, isMute, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { adjunctsAfter, reportedClause } from '../reported-clause.ts';
import { sourceOfAdjective, sourceOfVerb } from '../sources.ts';
import { cueSpan, subtreeWithout, trimmedSpan } from '../spans.ts';

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
  // "Say Mexico agreed", "tell us that …": a request to the reader.
  if (token(tree, head).xpos === 'VB' && relationOf(tree, head) === 'root' && !hasChild(tree, head, 'nsubj', 'aux'))
    return undefined;
  const quoted = hasQuote(context, clause);
  if (!takes(match, 'clause') && !quoted) return undefined;
  const source = match.cue.pos === 'adjective' ? sourceOfAdjective(context, head) : sourceOfVerb(context, head);
  if (source.head !== undefined && isMute(context, source.head)) return undefined;
  const content = reportedClause(context, match, clauses);
  if (content.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    ...(source.head === undefined ? {} : { sourceHead: source.head }),
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content,
    act: actOf(match, 'clause', 'quote'),
    rule: match.cue.pos === 'adjective' ? 'clausal/adjective' : 'clausal/verb',
    score: source.spans.length > 0 ? 0.95 : 0.6,
  };
};

/** "…, another source said.": a cue at the very end of its sentence, whatever the tree hangs it on. */
export const finalCueRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  let last = tree.tokens.length - 1;
  while (last > head && token(tree, last).upos === 'PUNCT') last--;
  if (head !== last || !/^VB[DZP]$/.test(token(tree, head).xpos)) return undefined;
  const match = cuesAt(context, head).find((candidate) => takes(candidate, 'clause') && takes(candidate, 'quote'));
  if (!match || hasChild(tree, head, 'ccomp', 'obj')) return undefined;
  const source = sourceOfVerb(context, head);
  if (source.head === undefined || isMute(context, source.head)) return undefined;
  const start = Math.min(...source.spans.map((span) => span.start));
  let before = tree.tokens.findIndex((word) => word.start >= start) - 1;
  // Only what a comma or a closing quotation mark sets off is reported.
  if (before < 2 || token(tree, before).upos !== 'PUNCT') return undefined;
  while (before > 0 && /^[,–—-]+$/.test(token(tree, before).text)) before--;
  const content = trimmedSpan(tree, 0, before);
  if (!content) return undefined;
  return {
    sentence: tree.sentence.index,
    sourceHead: source.head,
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content: [content],
    act: actOf(match, 'clause'),
    rule: 'clausal/final',
    score: 0.85,
  };
};

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
  const governor = token(tree, head).head;
  // "Russia, he said, has withdrawn …": the tree may hang the cue on the subject of what it reports.
  const higher = governor >= 0 && !isVerb(tree, governor) ? token(tree, governor).head : -1;
  const above =
    higher >= 0 && (isVerb(tree, higher) || hasChild(tree, higher, 'cop')) && relationOf(tree, governor) === 'nsubj'
      ? higher
      : governor;
  const as = relation === 'advcl' && markOf(tree, head) === 'as';
  // "The weapons his country has, he added, are …": between commas, what looks like a relative clause is put in.
  const bracketed =
    token(tree, head).deprel === 'acl:relcl' &&
    tree.tokens[head + 1]?.text === ',' &&
    [0, -1].some((step) => tree.tokens[(tree.first[head] as number) + step]?.text === ',') &&
    !childrenBy(tree, head, 'nsubj', 'obj', 'mark').some((child) => /^W/.test(token(tree, child).xpos));
  if (above < 0 || !(relation === 'parataxis' || as || bracketed)) return undefined;
  const match = cuesAt(context, head).find((candidate) => takes(candidate, 'clause') || takes(candidate, 'quote'));
  if (!match || hasChild(tree, head, 'ccomp', 'obj') || (!as && !isSetOff(context, head))) return undefined;
  const source = sourceOfVerb(context, head);
  const own = childrenBy(tree, head, 'nsubj').length > 0;
  if (!own) return undefined;
  const content = [...subtreeWithout(tree, above, [head]), ...adjunctsAfter(tree, head)].filter(
    ({ end, start }) => end - start > 1,
  );
  if (content.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    ...(source.head === undefined ? {} : { sourceHead: source.head }),
    source: source.spans,
    cue: [cueSpan(tree, head, match.lastWord)],
    cueHead: head,
    content,
    act: actOf(match, 'clause', 'quote'),
    rule: as ? 'parenthetical/as' : 'parenthetical/inserted',
    score: 0.9,
  };
};

const SET_OFF = /^(?:[,—–(-]|--|["“”]|'')$/;

/** What is put in between stands after a comma, dash, bracket or quotation mark, not in a sentence of its own after a semicolon. */
const isSetOff = ({ tree }: CueContext, head: number): boolean => {
  let first = tree.first[head] as number;
  if (token(tree, first).upos === 'PUNCT') return SET_OFF.test(token(tree, first).text);
  first--;
  return first >= 0 && SET_OFF.test(token(tree, first).text);
};
