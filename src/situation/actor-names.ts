import type { ActorKind } from '../model/index.ts';

/** Case, accents, punctuation, a leading article and a possessive ending make no other name. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/** States whose personal names put the family name first in English-language reporting. */
const FAMILY_NAME_FIRST: ReadonlySet<string> = new Set(['CHN', 'HKG', 'KHM', 'KOR', 'MAC', 'PRK', 'TWN', 'VNM']);

const MINOR_WORDS: ReadonlySet<string> = new Set(['a', 'and', 'for', 'in', 'of', 'on', 'the', 'to']);

/**
 * Short forms that a full name may go by: a person's family name, the initials of an organisation or group
 * (“International Atomic Energy Agency”: `iaea`). Whether a short form is taken is the merger's decision: it must fit
 * one full name only.
 */
export const shortForms = (name: string, kind: ActorKind, country?: string): readonly string[] => {
  const words = normaliseName(name).split(' ');
  if (words.length < 2 || isDescription(name)) return [];
  switch (kind) {
    case 'person':
      return [(country !== undefined && FAMILY_NAME_FIRST.has(country) ? words[0] : words.at(-1)) as string];
    case 'organisation':
    case 'group': {
      const initials = words.filter((word) => !MINOR_WORDS.has(word)).map((word) => word[0]);
      return initials.length < 3 ? [] : [initials.join('')];
    }
    case 'state':
    case 'place':
      return [];
  }
};

const PRONOUNS: ReadonlySet<string> = new Set(
  'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which that this these those himself herself itself themselves both'.split(
    ' ',
  ),
);

/** A mention's words as another name of the actor; null for a pronoun or a description (“the visiting minister”). */
export const aliasIn = (words: string): string | null => {
  const alias = words
    .replace(/^the\s+/i, '')
    .replace(/[,;(–—].*$/s, '')
    .replace(/\s+(?:on|last|this)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '')
    .trimEnd()
    .replace(/[’']s?$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^\p{Lu}/u.test(alias) && !PRONOUNS.has(alias.toLowerCase()) ? alias : null;
};

/** Whether a name only describes (“three companies”, “its allies”): in the next document the same words mean others. */
export const isDescription = (name: string): boolean => !/^(?:[Tt]he\s+)?(?:\p{Lu}|\d+(?:st|nd|rd|th)\b)/u.test(name);
