import { type AttributionLexicon, defaultAttributionLexicon } from '../../../lexicon/index.ts';
import { type Attribution, overlaps, type Span } from '../../../model/index.ts';
import type { Annotation } from '../../annotate/annotation.ts';
import type { ActorLayer } from '../actor-layer.ts';
import { growTree, type Tree, token } from '../syntax/tree.ts';
import { completeQuotations, merged } from './complete-quotations.ts';
import { type CueContext, cueContext } from './cue-context.ts';
import type { AttributionDraft } from './draft.ts';
import { withCuesTogether } from './mend-tree.ts';
import { withoutEchoes } from './nesting.ts';
import { withoutOwnWords } from './own-words.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { accordingToRule } from './rules/according-to.ts';
import { clausalRule, finalCueRule, parentheticalRule } from './rules/clausal.ts';
import { headlineRule, transcriptRule } from './rules/headline.ts';
import { infinitiveRule } from './rules/infinitive.ts';
import { nounCueRule } from './rules/noun-cue.ts';
import { objectRule } from './rules/object.ts';
import { colonRule, quotedRule } from './rules/quoted.ts';
import { signatureDrafts } from './rules/signature.ts';

/** An attribution with the rule that made it (`family/case`) and how sure the rule is, 0 … 1. */
export interface FoundAttribution extends Attribution {
  readonly rule: string;
  readonly score: number;
}

type CueRule = (context: CueContext, head: number, quotations: readonly Quotation[]) => AttributionDraft | undefined;

/** Tried in this order at every word; the first that speaks is heard. */
const CUE_RULES: readonly CueRule[] = [
  accordingToRule,
  clausalRule,
  parentheticalRule,
  finalCueRule,
  quotedRule,
  infinitiveRule,
  objectRule,
  nounCueRule,
];

const MOSTLY = 0.9;
/** A shorter quotation is a phrase that somebody else's sentence takes up. */
const SPEECH_LENGTH = 25;
const SELF = new Set(['i', 'we', 'you', 'me', 'us']);

/** "I think" inside a speech is the speaker's way of speaking, not a holder of its own. */
const isSelfInSpeech = (tree: Tree, draft: AttributionDraft, quotations: readonly Quotation[]): boolean => {
  const head = draft.sourceHead === undefined ? undefined : tree.tokens[draft.sourceHead];
  if (!head || !SELF.has(head.text.toLowerCase())) return false;
  return quotations.some((quotation) => quotation.end - quotation.start >= SPEECH_LENGTH && overlaps(quotation, head));
};

const quotedShare = (content: readonly Span[], quotations: readonly Quotation[]): number => {
  let all = 0;
  let quoted = 0;
  for (const span of content) {
    all += span.end - span.start;
    for (const quotation of quotations)
      quoted += Math.max(0, Math.min(span.end, quotation.end) - Math.max(span.start, quotation.start));
  }
  return all === 0 ? 0 : quoted / all;
};

const kindOf = (share: number): Attribution['kind'] => (share >= MOSTLY ? 'direct' : share > 0 ? 'mixed' : 'indirect');

const speakerOf = (actors: ActorLayer, draft: AttributionDraft): string | undefined => {
  if (draft.sourceHead === undefined) return undefined;
  const mention = actors.at(draft.sentence, draft.sourceHead);
  if (mention) return mention.actor;
  return actors.inSentence(draft.sentence).find((candidate) => draft.source.some((span) => overlaps(span, candidate)))
    ?.actor;
};

/** Who says, thinks or wants what, in which words. Sources without a name keep their words and have no speaker. */
export const findAttributions = (
  annotation: Annotation,
  actors: ActorLayer,
  lexicon: AttributionLexicon = defaultAttributionLexicon(),
): readonly FoundAttribution[] => {
  const quotations = findQuotations(annotation.text);
  const drafts: AttributionDraft[] = [...signatureDrafts(annotation, quotations)];
  const paragraphEnds = new Map(annotation.sentences.map(({ paragraph, end }) => [paragraph, end]));
  let from = 0;
  let paragraph = -1;
  for (const sentence of annotation.sentences) {
    while (from < quotations.length && (quotations[from] as Quotation).end <= sentence.start) from++;
    const here: Quotation[] = [];
    for (let at = from; at < quotations.length && (quotations[at] as Quotation).start < sentence.end; at++)
      here.push(quotations[at] as Quotation);
    const tree = growTree(withCuesTogether(sentence, lexicon));
    const context = cueContext(tree, lexicon);
    if (sentence.paragraph !== paragraph) {
      const opening =
        transcriptRule(context, paragraphEnds.get(sentence.paragraph) ?? sentence.end) ?? headlineRule(context);
      if (opening) drafts.push(opening);
    }
    paragraph = sentence.paragraph;
    const following = quotations[from + here.length];
    const introduced = colonRule(context, following);
    if (introduced) drafts.push(introduced);
    for (let head = 0; head < tree.tokens.length; head++) {
      for (const rule of CUE_RULES) {
        const draft = rule(context, head, here);
        if (!draft || draft.content.length === 0) continue;
        if (!isSelfInSpeech(tree, draft, here))
          drafts.push(withoutOwnWords(annotation.text, { ...draft, bare: token(tree, head).xpos === 'VB' }));
        break;
      }
    }
  }
  drafts.sort((a, b) => a.sentence - b.sentence || a.cueHead - b.cueHead);
  const voiced = completeQuotations(annotation, drafts, quotations).map((draft) => {
    const speaker = speakerOf(actors, draft);
    return { ...draft, ...(speaker === undefined ? {} : { speaker }) };
  });
  const isQuoted = (content: readonly Span[]): boolean => quotedShare(content, near(quotations, content)) >= MOSTLY;
  return withoutEchoes(voiced, isQuoted).map((draft, index) => {
    const { speaker, act } = draft;
    const content = merged(draft.content);
    return {
      id: `a${index + 1}`,
      source: draft.source,
      ...(speaker === undefined ? {} : { speaker }),
      cue: draft.cue,
      content,
      kind: kindOf(quotedShare(content, near(quotations, content))),
      ...(act === 'speech' ? {} : { act }),
      rule: draft.rule,
      score: draft.score,
    };
  });
};

/** The quotations that can overlap a content, found by halving. */
const near = (quotations: readonly Quotation[], content: readonly Span[]): readonly Quotation[] => {
  const start = Math.min(...content.map((span) => span.start));
  const end = Math.max(...content.map((span) => span.end));
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle] as Quotation).end <= start) low = middle + 1;
    else high = middle;
  }
  const found: Quotation[] = [];
  for (let at = low; at < quotations.length && (quotations[at] as Quotation).start < end; at++)
    found.push(quotations[at] as Quotation);
  return found;
};
