import type { Span } from '../../../../model/index.ts';
import {
  childrenBy,
  hasChild,
  isVerb,
  lemmaOf,
  markOf,
  prepositionOf,
  relationOf,
  spanOf,
  token,
} from '../../syntax/tree.ts';
import { actOf, type CueContext, cuesAt, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { sourceOfNoun } from '../sources.ts';
import { subtreeWithout, trimmedSpan } from '../spans.ts';

const ABOUT = new Set(['of', 'for', 'about', 'on', 'against', 'over', 'regarding']);

/** "his claim that …", "a pledge by Iran to …", "calls for …": the cue is a noun. */
export const nounCueRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  if (token(tree, head).upos !== 'NOUN') return undefined;
  const [match] = cuesAt(context, head);
  if (match?.cue.pos !== 'noun') return undefined;
  const source = sourceOfNoun(context, head);
  const common = {
    sentence: tree.sentence.index,
    ...(source.head === undefined ? {} : { sourceHead: source.head }),
    source: source.spans,
    cue: [spanOf(tree, head, head)],
    cueHead: head,
    act: actOf(match, 'clause'),
  };
  const clauses = childrenBy(tree, head, 'acl', 'ccomp', 'xcomp').filter(
    (clause) => token(tree, clause).deprel !== 'acl:relcl',
  );
  const that = clauses.find(
    (clause) =>
      markOf(tree, clause) === 'that' || (relationOf(tree, clause) === 'ccomp' && markOf(tree, clause) !== 'to'),
  );
  if (that === undefined && takes(match, 'clause')) {
    const content = predicateClause(context, head);
    if (content.length > 0) return { ...common, content, rule: 'noun-cue/predicate', score: 0.8 };
  }
  if (that !== undefined && isRelative(context, that)) return undefined;
  if (that !== undefined && takes(match, 'clause'))
    return {
      ...common,
      content: subtreeWithout(tree, that, []),
      rule: 'noun-cue/clause',
      score: source.head === undefined ? 0.55 : 0.8,
    };
  if (source.head === undefined) return undefined;
  const infinitive = clauses.find((clause) => markOf(tree, clause) === 'to');
  if (infinitive !== undefined && takes(match, 'infinitive'))
    return { ...common, content: subtreeWithout(tree, infinitive, []), rule: 'noun-cue/infinitive', score: 0.7 };
  const possessed = childrenBy(tree, head, 'nmod:poss').length > 0;
  const about = childrenBy(tree, head, 'nmod').find((child) => child > head && ABOUT.has(prepositionOf(tree, child)));
  if (possessed && about !== undefined && takes(match, 'object') && !isVerb(tree, about) && lemmaOf(tree, about) !== '')
    return {
      ...common,
      content: subtreeWithout(tree, about, childrenBy(tree, about, 'case')),
      rule: 'noun-cue/about',
      score: 0.55,
    };
  return undefined;
};

/** What is done with an estimate or a claim: "an estimate that the group published". */
const HANDLING = new Set(
  'publish make give issue release present offer produce send put file share deliver submit'.split(' '),
);

const isRelative = ({ tree }: CueContext, clause: number): boolean =>
  HANDLING.has(lemmaOf(tree, clause)) &&
  hasChild(tree, clause, 'nsubj') &&
  !hasChild(tree, clause, 'obj', 'ccomp', 'aux:pass');

/** "his view is that Iran will attack": the clause that the noun is said to be. */
const predicateClause = ({ tree }: CueContext, noun: number): readonly Span[] => {
  const clause = token(tree, noun).head;
  if (clause < noun || !relationOf(tree, noun).startsWith('nsubj') || !hasChild(tree, clause, 'cop')) return [];
  const mark = childrenBy(tree, clause, 'mark').find((child) => child > noun && lemmaOf(tree, child) === 'that');
  const span = mark === undefined ? undefined : trimmedSpan(tree, mark, tree.last[clause] as number);
  return span ? [span] : [];
};
