import type { AttributionLexicon } from '../../../lexicon/index.ts';
import type { AnnotatedSentence, Token } from '../../annotate/annotation.ts';

const isFinitePast = ({ xpos }: Token): boolean => xpos === 'VBD';

/** Coordinated parts of one reported clause. */
const MAX_STEPS = 4;

const relation = ({ deprel }: Token): string => deprel.split(':')[0] as string;

/**
 * A second cue that the tree hangs on what the first one reports is hung on the first one: "said he would order a review
 * and warned …", "said that it was late, adding that …", "condemned the vote and accused Iran of …".
 */
export const withCuesTogether = (sentence: AnnotatedSentence, lexicon: AttributionLexicon): AnnotatedSentence => {
  const { tokens } = sentence;
  const isCue = (index: number): boolean => {
    const token = tokens[index];
    return token?.upos !== undefined && token.xpos.startsWith('VB') && lexicon.verbs.has(token.lemma.toLowerCase());
  };
  const tells = (index: number): boolean =>
    (lexicon.verbs.get((tokens[index]?.lemma ?? '').toLowerCase()) ?? []).some(
      ({ takes }) => takes.has('clause') || takes.has('object') || takes.has('gerund'),
    );
  let known: Set<string> | undefined;
  const has = (head: number, ...relations: readonly string[]): boolean => {
    known ??= new Set(tokens.map((token) => `${token.head} ${relation(token)}`));
    return relations.some((wanted) => known?.has(`${head} ${wanted}`));
  };
  const moved = new Map<number, number>();
  const asides = new Set<number>();
  tokens.forEach((token, index) => {
    if (!isCue(index) || !tells(index)) return;
    const afterComma = /^[,"”]$/.test(tokens[index - 1]?.text ?? '');
    // "…," he said, adding that …: a second cue in the place of what is said.
    if (
      relation(token) === 'ccomp' &&
      token.xpos === 'VBG' &&
      isCue(token.head) &&
      token.head < index &&
      afterComma &&
      has(index, 'ccomp')
    )
      asides.add(index);
    const above = tokens[token.head];
    // The clause reported, and the cue over it; between them may stand its coordinated parts.
    let clause = token.head;
    for (let step = 0; step < MAX_STEPS && /^(?:conj|parataxis)/.test(tokens[clause]?.deprel ?? ''); step++)
      clause = tokens[clause]?.head ?? -1;
    const reported = tokens[clause]?.deprel === 'ccomp';
    const first = tokens[reported ? clause : token.head]?.head ?? -1;
    const cue = tokens[first];
    if (!above || !cue || first > index || !isCue(first)) return;
    if (relation(token) === 'conj' && isFinitePast(token) && isFinitePast(cue) && !has(index, 'nsubj', 'mark')) {
      const differs = reported && !isFinitePast(above) && above.upos === 'VERB';
      const overNoun = relation(above) === 'obj' && !above.xpos.startsWith('VB');
      if (differs || overNoun) moved.set(index, first);
    }

    if (
      relation(token) === 'advcl' &&
      reported &&
      token.xpos === 'VBG' &&
      afterComma &&
      has(index, 'ccomp') &&
      !has(index, 'nsubj', 'mark')
    )
      moved.set(index, first);
  });
  if (moved.size === 0 && asides.size === 0) return sentence;
  return {
    ...sentence,
    tokens: tokens.map((token, index) => {
      const head = moved.get(index);
      if (asides.has(index)) return { ...token, deprel: 'advcl' };
      return head === undefined ? token : { ...token, head };
    }),
  };
};
