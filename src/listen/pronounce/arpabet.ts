/** The phones of American English in ARPAbet, vowels without their stress digit. */
const VOWELS = new Set('AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW'.split(' '));
const CONSONANTS = new Set('B CH D DH F G HH JH K L M N NG P R S SH T TH V W Y Z ZH'.split(' '));
const VOICELESS = new Set('P T K F TH'.split(' '));
const SIBILANT = new Set('S Z SH ZH CH JH'.split(' '));

export type Phones = readonly string[];

export const isVowel = (phone: string): boolean => VOWELS.has(phone.replace(/[012]$/, ''));

const isPhone = (phone: string): boolean =>
  CONSONANTS.has(phone) || (/[012]$/.test(phone) && VOWELS.has(phone.slice(0, -1)));

/** "K IH1 M / JH AH1 NG" as words of phones; undefined when something in it is no phone. */
export const parsePhones = (written: string): readonly Phones[] | undefined => {
  const words = written.split('/').map((word) => word.trim().split(/\s+/));
  return words.every((word) => word.every(isPhone)) ? words : undefined;
};

/** The sounded -s of a plural or possessive after these phones. */
export const withS = (phones: Phones): Phones => {
  const last = phones.at(-1) as string;
  if (SIBILANT.has(last)) return [...phones, 'IH0', 'Z'];
  return [...phones, VOICELESS.has(last) ? 'S' : 'Z'];
};

const LETTER_NAMES: Readonly<Record<string, string>> = {
  A: 'EY1',
  B: 'B IY1',
  C: 'S IY1',
  D: 'D IY1',
  E: 'IY1',
  F: 'EH1 F',
  G: 'JH IY1',
  H: 'EY1 CH',
  I: 'AY1',
  J: 'JH EY1',
  K: 'K EY1',
  L: 'EH1 L',
  M: 'EH1 M',
  N: 'EH1 N',
  O: 'OW1',
  P: 'P IY1',
  Q: 'K Y UW1',
  R: 'AA1 R',
  S: 'EH1 S',
  T: 'T IY1',
  U: 'Y UW1',
  V: 'V IY1',
  W: 'D AH1 B AH0 L Y UW0',
  X: 'EH1 K S',
  Y: 'W AY1',
  Z: 'Z IY1',
};

export const letterPhones = (letter: string): Phones => (LETTER_NAMES[letter] as string).split(' ');
