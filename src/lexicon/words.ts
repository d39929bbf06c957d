/** Letters that no Unicode decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ə: 'a',
};
const ASCII = /^[\x00-\x7f]*$/;

/** Without accents: `Erdoğan` → `Erdogan`. */
export const plainLetters = (text: string): string =>
  ASCII.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[ıøØłŁđĐßæÆœðþə]/g, (letter) => LETTERS[letter] as string)
        .replace(/[‘’ʻʼ`]/g, "'");

/** The form under which a word is looked up: no accents, dots or apostrophes, lower case. `U.S.` → `us`, `Sana’a` → `sanaa`. */
export const normaliseWord = (word: string): string => {
  const plain = plainLetters(word);
  const bare = plain.includes('.') || plain.includes("'") ? plain.replace(/[.']/g, '') : plain;
  return bare.toLowerCase();
};

/** The words of a name as it is looked up: split at blanks, hyphens and dashes; a comma and a genitive 's are words of their own. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/,/g, ' , ')
    .replace(/['’]s\b/g, " 's")
    .split(/[\s\-–—/()]+/)
    .filter((word) => normaliseWord(word) !== '');

export const CASE_CLASSES = ['name', 'capitals', 'any'] as const;
/** What the capitals of a name demand of the text: initial capitals, all capitals (`WHO`), or nothing. */
export type CaseClass = (typeof CASE_CLASSES)[number];

export const caseClassOf = (name: string): CaseClass => {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters !== '' && letters === letters.toUpperCase() && letters.length > 1 && !/\s/.test(name.trim()))
    return 'capitals';
  return letters === letters.toLowerCase() ? 'any' : 'name';
};

const startsCapital = (word: string): boolean => {
  const first = word.charAt(0);
  return first !== first.toLowerCase() || /\d/.test(first);
};

/** Do the words of the text carry the capitals that the name demands? `al-Assad` and `Kim Jong-un` have them at one end only. */
export const capitalsFit = (caseClass: CaseClass, words: readonly string[]): boolean => {
  switch (caseClass) {
    case 'any':
      return true;
    case 'capitals':
      return words.every((word) => word === word.toUpperCase());
    case 'name':
      return startsCapital(words[0] as string) || startsCapital(words[words.length - 1] as string);
  }
};

/** `Sheikh Hasina` → `sheikh-hasina`: for identifiers. */
export const slug = (name: string): string =>
  plainLetters(name)
    .toLowerCase()
    .replace(/[.']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
