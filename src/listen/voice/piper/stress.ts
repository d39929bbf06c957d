import { isVowel } from '../../pronounce/arpabet.ts';

const FUNCTION_WORDS = new Set(
  (
    'a an the of to in on at by for from with as and or but nor if than that this it its is are was were be been am ' +
    'has had have do does did can could will would shall should may might must he she we they you i me him her us them ' +
    'his their our your my who which whom whose there not so'
  ).split(' '),
);

/** Endings that put the stress on the syllable before them. */
const PULLING = /(?:[st]ion|sion|[st]ions|ity|ities|ic|ics|ical|ically|ian|ians|ial|ious|eous|graphy|logy|nomy|cracy)$/;

/**
 * Flite prints phones without stress. English stress, guessed: none on function words; before the endings that pull it;
 * else on the first vowel that is not weak. Wrong for some two-syllable verbs, which a listener hears and understands.
 *
 * @param phones as Flite prints them, lower case, `ax` for the weak vowel
 */
export const withStress = (word: string, phones: readonly string[]): string[] => {
  const upper = phones.map((phone) => (phone === 'ax' ? 'AX' : phone.toUpperCase()));
  const vowels = upper.flatMap((phone, index) => (phone === 'AX' || isVowel(phone) ? [index] : []));
  const strong = vowels.filter((index) => upper[index] !== 'AX');
  const lower = word.toLowerCase();
  const beforeEnding = PULLING.test(lower)
    ? vowels.at(/(?:ity|ities|ical|ically|graphy|logy|nomy|cracy)$/.test(lower) ? -3 : -2)
    : undefined;
  const stressed = FUNCTION_WORDS.has(lower) ? undefined : (beforeEnding ?? strong[0] ?? vowels[0]);
  return upper.map((phone, index) => {
    if (phone !== 'AX' && !isVowel(phone)) return phone;
    const base = phone === 'AX' ? 'AH' : phone;
    return `${base}${index === stressed ? 1 : 0}`;
  });
};
