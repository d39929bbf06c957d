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

const links = (n: number): number => (n === 1 ? 1 : (n * (n - 1)) / 2);

const grouped = (mentions: readonly { readonly key: string; readonly entity: string }[]): Map<string, Set<string>> => {
  const groups = new Map<string, Set<string>>();
  for (const { key, entity } of mentions) {
    const group = groups.get(entity);
    if (group === undefined) groups.set(entity, new Set([key]));
    else group.add(key);
  }
  return groups;
};

export interface LeaCounts {
  readonly found: number;
  readonly of: number;
}

/** LEA recall of `key` in `response` (Moosavi & Strube 2016), singletons as self-links; swap the two for precision. */
export const leaCounts = (
  key: readonly { readonly key: string; readonly entity: string }[],
  response: readonly { readonly key: string; readonly entity: string }[],
  singletons: boolean,
): LeaCounts => {
  const [keyGroups, responseGroups] = [grouped(key), grouped(response)];
  const ownerOf = new Map(
    [...responseGroups].flatMap(([entity, members]) => [...members].map((one) => [one, entity] as const)),
  );
  let [found, of] = [0, 0];
  for (const members of keyGroups.values()) {
    if (members.size === 1 && !singletons) continue;
    of += members.size;
    if (members.size === 1) {
      const owner = ownerOf.get([...members][0] as string);
      if (owner !== undefined && responseGroups.get(owner)?.size === 1) found += 1;
      continue;
    }
    const shares = new Map<string, number>();
    for (const member of members) {
      const owner = ownerOf.get(member);
      if (owner !== undefined) shares.set(owner, (shares.get(owner) ?? 0) + 1);
    }
    let resolved = 0;
    for (const share of shares.values()) if (share > 1) resolved += links(share);
    found += (members.size * resolved) / links(members.size);
  }
  return { found, of };
};
