import type { Span } from '../../../../model/index.ts';
import { childrenBy, hasChild, isVerb, relationOf, spanOf, token } from '../../syntax/tree.ts';
import type { CueContext } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { runs, subtreeWithout, trimmedSpan } from '../spans.ts';

const matchesAt = (context: CueContext, at: number, words: readonly string[]): boolean =>
  words.every((word, offset) => context.tree.tokens[at + offset]?.text.toLowerCase() === word);

/** "according to X, …", "in the view of X": a preposition names the source, the clause it hangs on is the content. */
export const accordingToRule = (context: CueContext, at: number): AttributionDraft | undefined => {
  const { tree } = context;
  const words = context.lexicon.sourcePhrases.find((phrase) => matchesAt(context, at, phrase));
  if (!words) return undefined;
  const last = at + words.length - 1;
  // The words are the preposition over the source; where the tree takes "according" for a verb, the source hangs on it.
  const governor = token(tree, at).head;
  const source =
    governor > last
      ? governor
      : (childrenBy(tree, at, 'obl', 'nmod', 'obj').find((child) => child > last) ?? climb(context, last + 1, last));
  if (source === undefined) return undefined;
  // "per": only before a name or "the": a rate has a bare noun.
  if (words[0] === 'per' && token(tree, source).upos !== 'PROPN') return undefined;
  let phrase = source;
  const above = token(tree, source).head;
  if (above >= at && above <= last) phrase = above;
  const clause = token(tree, phrase).head;
  if (clause < 0) return undefined;
  const first = Math.max(last + 1, tree.first[source] as number);
  const end = sourceEnd(context, source, clause);
  const content = contentAround(context, { at, first, end, phrase, clause });
  if (content.length === 0) return undefined;
  return {
    sentence: tree.sentence.index,
    sourceHead: source,
    source: runs(tree, first, end, () => true),
    cue: [spanOf(tree, at, last)],
    cueHead: at,
    content,
    act: 'speech',
    rule: 'according-to',
    score: 0.9,
  };
};

/**
 * "According to South Korea's minister, North Korea, by March, had sent …": where the clause has no subject of its own, what
 * the tree takes for an apposition of the source is that subject.
 */
const sourceEnd = ({ tree }: CueContext, source: number, clause: number): number => {
  const end = tree.last[source] as number;
  if (end > clause || hasChild(tree, clause, 'nsubj', 'csubj', 'expl')) return end;
  for (const child of childrenBy(tree, source, 'appos', 'conj', 'list', 'nmod')) {
    let first = tree.first[child] as number;
    while (first < child && token(tree, first).upos === 'PUNCT') first++;
    if (child > source && token(tree, first - 1).text === ',') return first - 2;
  }
  return end;
};

interface Place {
  readonly at: number;
  /** First and last token of the source. */
  readonly first: number;
  readonly end: number;
  readonly phrase: number;
  readonly clause: number;
}

/** At the head of a sentence the phrase holds for all of it, at its end for all before the comma; elsewhere for its clause. */
const contentAround = ({ tree }: CueContext, { at, end, phrase, clause }: Place): readonly Span[] => {
  const isPunctuation = (index: number): boolean => token(tree, index).upos === 'PUNCT';
  const whole = (from: number, to: number): readonly Span[] => {
    const span = trimmedSpan(tree, from, to);
    return span && span.end - span.start > 1 ? [span] : [];
  };
  let opening = 0;
  while (opening < at && (isPunctuation(opening) || token(tree, opening).upos === 'CCONJ')) opening++;
  if (opening === at && end + 1 < tree.tokens.length && token(tree, end + 1).text === ',')
    return whole(end + 1, tree.tokens.length - 1);
  let closing = end + 1;
  while (closing < tree.tokens.length && isPunctuation(closing)) closing++;
  if (closing === tree.tokens.length && at > 1 && token(tree, at - 1).text === ',') return whole(0, at - 1);
  const content = subtreeWithout(tree, clause, [phrase]).filter(({ start, end: to }) => to - start > 1);
  return relationOf(tree, phrase) === 'nmod' ? content.slice(0, 1) : content;
};

/** From the first word after the phrase up to the head of its nominal. */
const climb = ({ tree }: CueContext, from: number, last: number): number | undefined => {
  if (from >= tree.tokens.length) return undefined;
  let at = from;
  for (let step = 0; step < 8; step++) {
    const { head } = token(tree, at);
    if (head <= last || isVerb(tree, head)) break;
    at = head;
  }
  return at;
};
