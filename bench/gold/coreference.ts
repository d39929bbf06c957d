import type { GoldDocument, GoldSentence } from './conllu.ts';

/** A mention of the gold or of the reader, by character offsets of its phrase and of its head. */
export interface CorefMention {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly entity: string;
  readonly pronoun: boolean;
  readonly type: string;
}

const headOffset = ({ tokens }: GoldSentence, first: number, last: number): number => {
  for (let at = first; at <= last; at++) {
    const head = tokens[at]?.head ?? -1;
    if (head < first || head > last) return tokens[at]?.start ?? -1;
  }
  return tokens[first]?.start ?? -1;
};

/** The mentions that GUM's `Entity=` brackets give. */
export const goldMentions = (document: GoldDocument): CorefMention[] => {
  const mentions: CorefMention[] = [];
  const open: { entity: string; type: string; sentence: GoldSentence; first: number }[] = [];
  const close = (sentence: GoldSentence, from: { entity: string; type: string; first: number }, last: number): void => {
    const [first, end] = [sentence.tokens[from.first], sentence.tokens[last]];
    if (first === undefined || end === undefined) return;
    mentions.push({
      start: first.start,
      end: end.end,
      head: headOffset(sentence, from.first, last),
      entity: from.entity,
      type: from.type,
      pronoun: from.first === last && end.upos === 'PRON' && /^PRP/.test(end.xpos),
    });
  };
  for (const sentence of document.sentences) {
    sentence.misc.forEach((misc, index) => {
      const value = /Entity=([^|]*)/.exec(misc)?.[1] ?? '';
      for (const [piece] of value.matchAll(/\([^()]*\)|\([^()]*|[^()]*\)/g)) {
        const [entity = '', type = ''] = piece.replace(/[()]/g, '').split('-');
        if (piece.startsWith('(')) {
          const item = { entity, type, sentence, first: index };
          if (piece.endsWith(')')) close(sentence, item, index);
          else open.push(item);
        } else {
          const at = open.findLastIndex((one) => one.entity === entity);
          const [item] = at < 0 ? [] : open.splice(at, 1);
          if (item !== undefined && item.sentence === sentence) close(sentence, item, index);
        }
      }
    });
  }
  return mentions;
};
