import { childrenBy, isVerb, relationOf, spanOf, token } from '../../syntax/tree.ts';
import type { CueContext } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { runs, subtreeWithout } from '../spans.ts';

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
  const content = subtreeWithout(tree, clause, [phrase]).filter(({ start, end }) => end - start > 1);
  const [first] = content;
  if (!first) return undefined;
  return {
    sentence: tree.sentence.index,
    sourceHead: source,
    source: runs(tree, Math.max(last + 1, tree.first[source] as number), tree.last[source] as number, () => true),
    cue: [spanOf(tree, at, last)],
    cueHead: at,
    content: relationOf(tree, phrase) === 'nmod' && content.length > 1 ? [first] : content,
    rule: 'according-to',
    score: 0.9,
  };
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
