import type { Span } from '../../../../model/index.ts';
import { isVerb, spanOf, token } from '../../syntax/tree.ts';
import type { CueContext } from '../cue-context.ts';
import type { AttributionDraft } from '../draft.ts';
import { trimmedSpan } from '../spans.ts';

const MAX_SOURCE_WORDS = 6;
const NAME_PARTS = new Set(['PROPN', 'NOUN', 'ADJ', 'ADP', 'DET', 'PUNCT', 'NUM', 'PART', 'CCONJ']);

const CAPITALS = /^[\p{Lu}.'’-]+$/u;

const QUOTE = /^["“”']+$/u;

const colonAfterName = ({ tree }: CueContext): number | undefined => {
  const colon = tree.tokens.findIndex(({ text }, index) => text === ':' && index > 0 && index <= MAX_SOURCE_WORDS);
  return colon >= 1 && colon < tree.tokens.length - 1 ? colon : undefined;
};

const draftAt = ({ tree }: CueContext, colon: number, content: Span, rule: string, score: number): AttributionDraft => {
  const head = tree.tokens.slice(0, colon).findIndex(({ head: above }) => above < 0 || above >= colon);
  return {
    sentence: tree.sentence.index,
    sourceHead: Math.max(head, 0),
    source: [spanOf(tree, 0, colon - 1)],
    cue: [{ start: token(tree, colon).start, end: token(tree, colon).end }],
    cueHead: colon,
    content: [content],
    act: 'speech',
    rule,
    score,
  };
};

/** "WALLACE: If I may, sir …": a transcript; what is said goes on to the end of the paragraph. */
export const transcriptRule = (context: CueContext, paragraphEnd: number): AttributionDraft | undefined => {
  const { tree } = context;
  const colon = colonAfterName(context);
  if (colon === undefined) return undefined;
  if (
    !tree.tokens.slice(0, colon).every(({ text }, index) => CAPITALS.test(text) || (index === 0 && QUOTE.test(text))) ||
    (tree.tokens[colon - 1]?.text.length ?? 0) < 2
  )
    return undefined;
  return draftAt(
    context,
    colon,
    { start: token(tree, colon + 1).start, end: paragraphEnd },
    'headline/transcript',
    0.85,
  );
};

/** "US: North Korea sent shells": the source, a colon, what it says. */
export const headlineRule = (context: CueContext): AttributionDraft | undefined => {
  const { tree } = context;
  const colon = colonAfterName(context);
  if (colon === undefined) return undefined;
  const before = tree.tokens.slice(0, colon);
  if (!before.every(({ upos }) => NAME_PARTS.has(upos)) || !/^\p{Lu}/u.test(before[0]?.text ?? '')) return undefined;
  const named = before.some(({ upos }) => upos === 'PROPN') && before.every(({ upos }) => upos !== 'NOUN');
  const documented = before.some(
    ({ upos, lemma }) => upos !== 'PROPN' && context.lexicon.documents.has(lemma.toLowerCase()),
  );
  if (!named && !documented) return undefined;
  if (!tree.tokens.slice(colon + 1).some((_, offset) => isVerb(tree, colon + 1 + offset))) return undefined;
  const content = trimmedSpan(tree, colon + 1, tree.tokens.length - 1);
  return content ? draftAt(context, colon, content, 'headline/colon', 0.7) : undefined;
};
