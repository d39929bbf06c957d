import type { Token } from '../../../annotate/index.ts';
import type { Phrase } from '../phrase.ts';
import type { ReadSentence } from '../text-context.ts';

const SPEECH = new Set(
  (
    'say tell add ask reply answer warn state note insist announce declare write explain argue claim admit acknowledge recall continue conclude ' +
    'comment remark promise vow pledge urge stress suggest shout cry whisper quote tweet post observe deny complain joke respond agree think caution'
  ).split(' '),
);
const OPEN = /^[“«„]$/;
const CLOSE = /^[”»]$/;
const STRAIGHT = /^(?:"|``|'')$/;

/** Which tokens stand between quotation marks. A quotation may run over sentences; it ends with the paragraph. */
export const quotedTokens = (sentences: readonly ReadSentence[]): readonly (readonly boolean[])[] => {
  let open = false;
  let paragraph = -1;
  return sentences.map(({ tree }) => {
    if (tree.sentence.paragraph !== paragraph) open = false;
    paragraph = tree.sentence.paragraph;
    return tree.tokens.map(({ text }) => {
      if (OPEN.test(text)) open = true;
      else if (CLOSE.test(text)) open = false;
      else if (STRAIGHT.test(text)) open = !open;
      else return open;
      return false;
    });
  });
};

/** Who speaks the quotation of a sentence: the subject of a verb of saying outside it, here or next door in the paragraph. */
export const speakerOf = (
  sentence: number,
  sentences: readonly ReadSentence[],
  bySentence: readonly (readonly Phrase[])[],
  quoted: readonly (readonly boolean[])[],
): Phrase | undefined => {
  for (const near of [sentence, sentence - 1, sentence + 1, sentence - 2]) {
    const other = sentences[near];
    if (other === undefined || other.tree.sentence.paragraph !== sentences[sentence]?.tree.sentence.paragraph) continue;
    const phrase = (bySentence[near] ?? []).find((one) => {
      if (quoted[near]?.[one.head]) return false;
      const token = other.tree.token(one.head) as Token;
      const verb = other.tree.head(one.head);
      return token.deprel === 'nsubj' && verb !== undefined && SPEECH.has(verb.lemma) && !quoted[near]?.[token.head];
    });
    if (phrase !== undefined) return phrase;
  }
  return undefined;
};
