import type { Utterance } from '../voice.ts';

const SYLLABLES = ['ba', 'be', 'bo', 'da', 'de', 'do', 'fa', 'fe', 'fo', 'ga', 'ge', 'go', 'ka', 'ke', 'ko', 'la'];

/** A made-up word that Flite takes for a name: without vowels it would be spelt letter by letter. */
const standIn = (index: number): string => {
  const digits = index.toString(SYLLABLES.length).padStart(2, '0');
  return `zo${[...digits].map((digit) => SYLLABLES[Number.parseInt(digit, SYLLABLES.length)]).join('')}`;
};

/** ARPAbet as Flite's CMU lexicon writes it: lower case, stress 0 or 1, the weak vowel apart. */
const flitePhone = (phone: string): string => (phone === 'AH0' ? 'ax0' : phone.toLowerCase().replace('2', '0'));

/**
 * Flite reads pronunciations from a file of words. A pronunciation belongs to a stretch of this utterance, not to every
 * word so written (the "Un" of "Kim Jong Un" against "un"), so each such stretch is replaced by made-up words.
 */
export const withAddenda = ({
  text,
  pronunciations,
}: Utterance): { readonly text: string; readonly addenda: string } => {
  const names = new Map<string, string>();
  const wordFor = (phones: readonly string[]): string => {
    const line = phones.map(flitePhone).join(' ');
    const known = names.get(line);
    if (known) return known;
    const word = standIn(names.size);
    names.set(line, word);
    return word;
  };
  let spoken = '';
  let end = 0;
  for (const { span, words } of pronunciations) {
    spoken += `${text.slice(end, span.start)}${words.map(wordFor).join(' ')}`;
    end = span.end;
  }
  return {
    text: spoken + text.slice(end),
    addenda: [...names].map(([line, word]) => `${word} nil : ${line}\n`).join(''),
  };
};
