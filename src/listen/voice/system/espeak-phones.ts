/** ARPAbet in the phoneme names of espeak-ng's American English. */
const MNEMONICS: Readonly<Record<string, string>> = {
  AA: 'A:',
  AE: 'a',
  AH: 'V',
  AO: 'O:',
  AW: 'aU',
  AY: 'aI',
  EH: 'E',
  ER: '3:',
  EY: 'eI',
  IH: 'I',
  IY: 'i:',
  OW: 'oU',
  OY: 'OI',
  UH: 'U',
  UW: 'u:',
  CH: 'tS',
  DH: 'D',
  HH: 'h',
  JH: 'dZ',
  NG: 'N',
  SH: 'S',
  TH: 'T',
  Y: 'j',
  ZH: 'Z',
};
const WEAK: Readonly<Record<string, string>> = { AH0: '@', ER0: '3', IY0: 'i' };
const STRESS: Readonly<Record<string, string>> = { '1': "'", '2': ',' };

const mnemonic = (phone: string): string => {
  const stress = STRESS[phone.at(-1) as string] ?? '';
  const base = phone.replace(/[012]$/, '');
  return stress + (WEAK[phone] ?? MNEMONICS[base] ?? base.toLowerCase());
};

/** One word as espeak-ng takes it inside a text. */
export const espeakPhones = (phones: readonly string[]): string => `[[${phones.map(mnemonic).join('')}]]`;
