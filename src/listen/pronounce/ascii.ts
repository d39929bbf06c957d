const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ə: 'a',
  Ə: 'A',
};

/** Latin letters without their marks, as an English speaker reads them; what has no such letter is dropped. */
export const asciiLetters = (text: string): string =>
  text
    .replace(/[ßæÆœŒøØłŁđĐðÐþÞıəƏ]/g, (letter) => LETTERS[letter] as string)
    .normalize('NFKD')
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\x20-\x7e]/g, '');
