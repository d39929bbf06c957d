/** ARPAbet in the phonemes that Piper's English voices were trained on: espeak-ng's American IPA. */
const IPA: Readonly<Record<string, string>> = {
  AA: 'ɑː',
  AE: 'æ',
  AH: 'ʌ',
  AO: 'ɔː',
  AW: 'aʊ',
  AY: 'aɪ',
  EH: 'ɛ',
  ER: 'ɜː',
  EY: 'eɪ',
  IH: 'ɪ',
  IY: 'iː',
  OW: 'oʊ',
  OY: 'ɔɪ',
  UH: 'ʊ',
  UW: 'uː',
  B: 'b',
  CH: 'tʃ',
  D: 'd',
  DH: 'ð',
  F: 'f',
  G: 'ɡ',
  HH: 'h',
  JH: 'dʒ',
  K: 'k',
  L: 'l',
  M: 'm',
  N: 'n',
  NG: 'ŋ',
  P: 'p',
  R: 'ɹ',
  S: 's',
  SH: 'ʃ',
  T: 't',
  TH: 'θ',
  V: 'v',
  W: 'w',
  Y: 'j',
  Z: 'z',
  ZH: 'ʒ',
};
const WEAK: Readonly<Record<string, string>> = { AH0: 'ə', ER0: 'ɚ', IY0: 'i' };
const STRESS: Readonly<Record<string, string>> = { '1': 'ˈ', '2': 'ˌ' };

export const ipaWord = (phones: readonly string[]): string =>
  phones
    .map((phone) => {
      const stress = STRESS[phone.at(-1) as string] ?? '';
      return stress + (WEAK[phone] ?? IPA[phone.replace(/[012]$/, '')] ?? '');
    })
    .join('');
