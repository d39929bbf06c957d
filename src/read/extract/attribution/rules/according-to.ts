import { lemmaOf, relationOf, spanOf, token } from '../../syntax/tree.ts';
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
  // The source is the highest phrase that begins after the words and whose preposition they are.
  let source = last + 1;
  if (source >= tree.tokens.length) return undefined;
  const inside = (index: number): boolean => (tree.first[index] as number) >= at;
  for (let step = 0; step < 8; step++) {
    const { head } = token(tree, source);
    if (head < 0 || head <= last || !inside(head) || lemmaOf(tree, head) === 'accord') break;
    source = head;
  }
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
