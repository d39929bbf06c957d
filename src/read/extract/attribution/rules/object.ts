import type { ContentKind } from '../../../../lexicon/index.ts';
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
  type Tree,
  token,
} from '../../syntax/tree.ts';
import { actOf, type CueContext, type CueMatch, cuesAt, isMute, takes } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { sourceOfAdjective, sourceOfVerb } from '../sources.ts';
import { asides, cueSpan, lastBeforeAsides, subtreeWithout, trimmedSpan } from '../spans.ts';

/** One way in which the words after a cue are its content; the first of them that finds some is heard. */
type ContentFinder = (context: CueContext, match: CueMatch) => readonly Span[];

/** "criticised the plan", "called for talks", "called it a disgrace", "accused Iran of arming …": the content is a phrase. */
export const objectRule = (context: CueContext, head: number): AttributionDraft | undefined => {
  const { tree } = context;
  const isAdjective = token(tree, head).upos === 'ADJ';
  if (!isVerb(tree, head) && !(isAdjective && (hasChild(tree, head, 'cop') || relationOf(tree, head) === 'xcomp')))
    return undefined;
  const matches = cuesAt(context, head);
  if (matches.length === 0) return undefined;
  const source = isAdjective ? sourceOfAdjective(context, head) : sourceOfVerb(context, head);
  if (source.head === undefined || isMute(context, source.head)) return undefined;
  for (const match of matches)
    for (const [kind, contentOf] of FINDERS) {
      if (!takes(match, kind) || (kind === 'finding' && !isDocument(context, source.head))) continue;
      const content = contentOf(context, match);
      if (content.length > 0)
        return {
          sentence: tree.sentence.index,
          sourceHead: source.head,
          source: source.spans,
          cue: [cueSpan(tree, head, isWithin(tree, content, head, match.lastWord) ? head : match.lastWord)],
          cueHead: head,
          content,
          act: actOf(match, kind),
          rule: `object/${kind === 'object' ? 'phrase' : kind}`,
          score: kind === 'object' ? 0.7 : 0.8,
        };
    }
  return undefined;
};

/** "compared it to …": the content begins before the cue's last word. */
const isWithin = (tree: Tree, content: readonly Span[], head: number, lastWord: number): boolean =>
  content.some(({ start }) => start > token(tree, head).start && start < token(tree, lastWord).start);

const isDocument = ({ tree, lexicon }: CueContext, source: number): boolean =>
  lexicon.documents.has(lemmaOf(tree, source));

const firstObject = (context: CueContext, match: CueMatch): number | undefined => {
  const { objects, recipients } = context.roles(match.head);
  return [...match.objects, ...objects, ...recipients][0];
};

/** "described it as …", "called it a …", "likened it to …". */
const mannerOf: ContentFinder = (context, match) => {
  const { tree } = context;
  const { head } = match;
  const roles = context.roles(head);
  const compared =
    match.cue.tail.length > 0 && !match.objects.includes(roles.objects[0] ?? -1) ? roles.objects[0] : undefined;
  const object = compared ?? firstObject(context, match);
  if (object === undefined) return [];
  const as = childrenBy(tree, head, 'obl', 'advcl').find(
    (child) => prepositionOf(tree, child) === 'as' || markOf(tree, child) === 'as',
  );
  const predicate =
    (compared === undefined ? undefined : match.objects[0]) ??
    childrenBy(tree, head, 'xcomp').find((child) => child > object && markOf(tree, child) !== 'to') ??
    as;
  if (predicate === undefined) return [];
  const from = Math.min(tree.first[object] as number, tree.first[predicate] as number);
  const to = Math.max(lastBeforeAsides(tree, object), lastBeforeAsides(tree, predicate));
  const span = from > head ? trimmedSpan(tree, from, to) : undefined;
  if (span) return [span];
  // "the plan was described as …", "countries that it calls …": the object stands before the cue.
  const own = childrenBy(tree, object, 'acl').filter(
    (clause) => (tree.first[clause] as number) <= head && head <= (tree.last[clause] as number),
  );
  const before =
    roles.passive || own.length > 0
      ? subtreeWithout(tree, object, [head, ...own, ...childrenBy(tree, object, 'case', 'advmod')])
      : [];
  return [...before, ...subtreeWithout(tree, predicate, [])];
};

/** Parts of speech that may open the second phrase of "called the claim another fake". */
const SECOND_PHRASE = new Set(['DET', 'ADJ', 'ADV', 'NOUN', 'PROPN', 'NUM']);

/** "called the claim another fake", "called it preliminary": two phrases side by side, whatever the tree makes of the second. */
const nameOf: ContentFinder = (context, match) => {
  const { tree } = context;
  const { head } = match;
  // "consider it likely that …": the "it" only holds the place of the clause.
  const object = firstObject(context, match) ?? childrenBy(tree, head, 'expl').find((child) => child > head);
  if (object === undefined || object < head || context.roles(head).passive) return [];
  let next = object + 1;
  while (
    next < tree.tokens.length &&
    ['flat', 'appos'].includes(relationOf(tree, next)) &&
    token(tree, next).head === object
  )
    next++;
  if (token(tree, next)?.upos === 'ADP') {
    // "called her vote in favor of the war a mistake"
    const second = childrenBy(tree, head, 'obl:unmarked', 'obj', 'xcomp').find(
      (child) => child > (tree.last[object] as number),
    );
    if (second === undefined) return [];
    next = Math.max(next, tree.first[second] as number);
  }
  const opens = next < tree.tokens.length && /^["“'‘`]+$/.test(token(tree, next).text);
  if (opens) next++;
  const word = tree.tokens[next];
  if (!word || !(SECOND_PHRASE.has(word.upos) || opens)) return [];
  const ends = childrenBy(tree, head, 'obj', 'xcomp', 'advmod', 'iobj', 'obl:unmarked')
    .filter((child) => child >= next || child === object)
    .map((child) => tree.last[child] as number);
  const last = Math.max(next, ...ends);
  const span = trimmedSpan(tree, tree.first[object] as number, last);
  return span ? [span] : [];
};

const FAR = 14;

/** "put the number at about 2,000": the phrase before and the figure after. */
const figureOf: ContentFinder = (context, match) => {
  const { tree } = context;
  const object = firstObject(context, match);
  if (object === undefined || object < match.head) return [];
  for (let at = object + 1; at < Math.min(tree.tokens.length, object + FAR); at++) {
    if (token(tree, at).text !== 'at') continue;
    const figure = tree.tokens.findIndex(({ upos }, index) => upos === 'NUM' && index > at && index <= at + 4);
    if (figure < 0) return [];
    const { head } = token(tree, figure);
    const last = Math.max(
      figure,
      relationOf(tree, figure) === 'nummod' && head > figure ? head : (tree.last[figure] as number),
    );
    const span = trimmedSpan(tree, tree.first[object] as number, last);
    return span ? [span] : [];
  }
  return [];
};

/** "accused Iran of arming …", "thanked Cuba for its support". */
const gerundOf: ContentFinder = (context, match) => {
  const { tree } = context;
  const { head } = match;
  const object = firstObject(context, match);
  const clause = childrenBy(tree, head, 'advcl', 'obl', 'ccomp').find((child) =>
    /^(of|for|over)$/.test(markOf(tree, child) || prepositionOf(tree, child)),
  );
  if (clause === undefined || object === undefined || clause < object || context.roles(head).passive) return [];
  const span = trimmedSpan(tree, tree.first[object] as number, lastBeforeAsides(tree, clause));
  return span ? [span] : [];
};

/** "shows Clinton with a narrow lead": all that follows in the clause. */
const findingOf: ContentFinder = (context, match) => {
  const { tree } = context;
  const { head } = match;
  const object = firstObject(context, match);
  if (object === undefined || object < head) return phraseOf(context, match);
  if (childrenBy(tree, head, 'ccomp').length > 0) return [];
  const ends = childrenBy(tree, head, 'obj', 'iobj', 'obl', 'xcomp', 'advmod').map(
    (child) => tree.last[child] as number,
  );
  const span = trimmedSpan(tree, tree.first[object] as number, Math.max(...ends, object));
  return span ? [span] : [];
};

/** "expressed reservations about …": what the phrase is about, where the tree hangs it on the verb. */
const ABOUT = new Set(['about', 'regarding', 'over', 'toward', 'towards']);

const matterOf = ({ tree }: CueContext, head: number, object: number): readonly Span[] => {
  const end = tree.last[object] as number;
  const matter = childrenBy(tree, head, 'obl', 'advcl').find(
    (child) =>
      ABOUT.has(prepositionOf(tree, child) || markOf(tree, child)) && (tree.first[child] as number) === end + 1,
  );
  return matter === undefined ? [] : subtreeWithout(tree, matter, asides(tree, matter));
};

const phraseOf: ContentFinder = (context, match) => {
  const { tree } = context;
  const { head } = match;
  const object = firstObject(context, match);
  if (object === undefined || childrenBy(tree, head, 'ccomp').length > 0) return [];
  if (relationOf(tree, head) === 'acl' && token(tree, object).head !== head) return [spanOf(tree, object, object)];
  const phrase = subtreeWithout(tree, object, [
    ...asides(tree, object),
    ...childrenBy(tree, object, 'acl', 'conj', 'case').filter((child) =>
      relationOf(tree, child) === 'case'
        ? child === tree.first[object]
        : ((tree.first[child] as number) <= head && head <= (tree.last[child] as number)) ||
          // "condemned the vote and accused Iran": a second verb that the tree hangs on the first one's object.
          (relationOf(tree, child) === 'conj' && /^VB[DZP]$/.test(token(tree, child).xpos)),
    ),
  ]);
  const matter = object > head ? matterOf(context, head, object) : [];
  const [only] = phrase;
  const [more] = matter;
  return only && more && phrase.length === 1 && matter.length === 1 ? [{ start: only.start, end: more.end }] : phrase;
};

const FINDERS: readonly (readonly [ContentKind, ContentFinder])[] = [
  ['manner', mannerOf],
  ['name', nameOf],
  ['figure', figureOf],
  ['gerund', gerundOf],
  ['finding', findingOf],
  ['object', phraseOf],
];
