import type { Claim, Situation } from '../../model/index.ts';

const PRONOUN = /^(?:he|she|it|they|we|i|who|which|that|this|these|those|his|her|their)$/i;

/** Who a claim is owed to, as a source of evidence: the speaker, or where the text names none its publisher. */
export const sourceNameOf = ({ holder, document }: Claim, { actors, sources }: Situation): string => {
  const words = holder.kind === 'unnamed' ? holder.words.replace(/\s+/g, ' ').trim() : '';
  if (holder.kind === 'actor') return actors.find(({ id }) => id === holder.actor)?.name ?? holder.actor;
  if (words !== '' && !PRONOUN.test(words)) return words;
  const source = sources.find((one) => one.document === document);
  return source?.publisher ?? source?.byline ?? source?.title ?? document;
};
