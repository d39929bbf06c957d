import { isVerb, spanOf, token } from '../../syntax/tree.ts';
import type { CueContext } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { trimmedSpan } from '../spans.ts';

const MAX_SOURCE_WORDS = 6;
const NAME_PARTS = new Set(['PROPN', 'NOUN', 'ADJ', 'ADP', 'DET', 'PUNCT', 'NUM', 'PART', 'CCONJ']);

/** "US: North Korea sent shells": the source, a colon, what it says. */
export const headlineRule = (context: CueContext, opensParagraph: boolean): AttributionDraft | undefined => {
  const { tree } = context;
  if (!opensParagraph) return undefined;
  const colon = tree.tokens.findIndex(({ text }, index) => text === ':' && index > 0 && index <= MAX_SOURCE_WORDS);
  if (colon < 1 || colon >= tree.tokens.length - 2) return undefined;
  const before = tree.tokens.slice(0, colon);
  if (
    !before.every(({ upos }) => NAME_PARTS.has(upos)) ||
    !before.some(({ upos }) => upos === 'PROPN' || upos === 'NOUN')
  )
    return undefined;
  if (!/^\p{Lu}/u.test(before[0]?.text ?? '')) return undefined;
  const after = tree.tokens.slice(colon + 1);
  if (!after.some((_, offset) => isVerb(tree, colon + 1 + offset))) return undefined;
  const content = trimmedSpan(tree, colon + 1, tree.tokens.length - 1);
  if (!content) return undefined;
  const head = before.findIndex(({ head: above }) => above < 0 || above >= colon);
  return {
    sentence: tree.sentence.index,
    sourceHead: Math.max(head, 0),
    source: [spanOf(tree, 0, colon - 1)],
    cue: [{ start: token(tree, colon).start, end: token(tree, colon).end }],
    cueHead: colon,
    content: [content],
    rule: 'headline',
    score: 0.7,
  };
};
