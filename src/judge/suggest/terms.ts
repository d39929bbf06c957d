import { normaliseWord } from '../../lexicon/index.ts';

/** Words of English that bear on nothing. */
const COMMON = new Set(
  `a about above after again against all also although always am among an and another any anything are as at be because been before being
  below beside between beyond both but by can cannot could did do does doing done down during each either else enough even ever every few
  first for from further get gets give given gives go goes going gone got had has have having he her here hers him his how however i if in
  indeed instead into is it its itself just keep keeps last least less let like main mainly make makes making many may me might more most
  much must my near need needs neither never next no none nor not nothing now of off often on once one only or other others our out over
  own per perhaps put puts quite rather really same say says said see seem seems sees several shall she should since so some such take
  takes than that the their them themselves then there these they thing things this those though through thus to too toward towards two
  under unless until up upon us use used uses using very via want wants wanted was way ways we well were what when where whether which while
  who whom whose why will with within without would yet you your`.split(/\s+/),
);

/** A word without its English ending: rough, but the same for "deliver", "delivered" and "delivers". */
export const stem = (word: string): string => {
  const plain = normaliseWord(word).replace(/s$/, (end) => (/(?:ss|us|is)$/i.test(word) ? end : ''));
  if (plain.length <= 4) return plain;
  return plain
    .replace(/ie$/, 'y')
    .replace(/(?:ing|ed|er|ion|ment)$/, (end) => (plain.length - end.length >= 4 ? '' : end))
    .replace(/([bdgklmnprt])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/(?<=.{4})y$/, '');
};

export interface Term {
  readonly stem: string;
  /** As it stands in the text. */
  readonly word: string;
}

/** The words of a text that may bear on something, each once. */
export const termsOf = (text: string): readonly Term[] => {
  const found = new Map<string, Term>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu)) {
    const own = word.replace(/['’]s$/, '');
    if (COMMON.has(normaliseWord(own)) || /^\d+$/.test(own)) continue;
    const key = stem(own);
    if (!found.has(key)) found.set(key, { stem: key, word: own });
  }
  return [...found.values()];
};
