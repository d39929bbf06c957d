import { speechData } from '../../data/speech-data.ts';
import { type Rule, type RuleContext, spelt } from '../rule.ts';

/** Capitals with small letters among them that are nevertheless spelt. */
const MIXED: Readonly<Record<string, string>> = {
  PhD: 'P.H.D.',
  mRNA: 'M.R.N.A.',
  IoT: 'I.O.T.',
  iOS: 'I.O.S.',
};
/** DoD, MoU, BoJ, LoC: what is "of" stands small. */
const WITH_OF = /([A-Z])o([A-Z])(s?)(?![\p{L}\d])/uy;
const DOTTED = /((?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z](?![\p{L}\d]))((?:['’]?s\b)?)/uy;
const HALF_DAY = /([ap])\.\s?m\./y;
const CAPITALS = /([A-Z]{2,})((?:['’][sS]|s)?)(?![\p{L}\d])/uy;
const AMPERSAND = /([A-Z])&([A-Z])(?![\p{L}\d])/uy;
const SINGLE = /([B-HJ-Z])(\.(?=[\s-]))?(?![\p{L}\d])/uy;
const INITIAL = /([AI])\.(?=\s\p{Lu})/uy;

/** Spelt even in a line of capitals, where nothing else tells them from words. */
const KNOWN_SPELT = new Set(
  (
    'US USA UK EU UN UAE DPRK ROK PRC USSR CIA FBI NSA DIA NSC DHS DOD DOJ DOE FSB GRU SVR KGB MI IAEA ICBM ICBMS SLBM ' +
    'SLBMS IRBM MRBM SRBM UAV UAVS WMD NPT CTBT INF JCPOA IMF WTO WHO GDP AI IT PM EW EEZ DMZ JCS PLA PLO IDF IRGC UNSC ' +
    'UNGA OSCE CSTO SCO BRI EEU EAEU BBC CNN NPR AP AFP KCNA NK SK HR TV LNG NGO NGOS POW POWS IED IEDS CEO G7 ICC ICJ'
  ).split(' '),
);

const LONGEST_SPELT = 4;
const NO_WORD = /^[^AEIOUY]+$|[^AEIOUY]{4}|[AEIOUY]{4}/;

const titled = (capitals: string): string => capitals[0] + capitals.slice(1).toLowerCase();

const CAPITAL_WORDS_BEFORE = /(?:([A-Z]+)[ -])?([A-Z]+)[ -]$/;

/** In a line of capitals the last word of a known name ("KIM JONG UN") is no acronym. */
const endsName = (capitals: string, { before, isWord }: RuleContext): boolean => {
  const [, first, second] = CAPITAL_WORDS_BEFORE.exec(before) ?? [];
  if (!second) return false;
  const two = `${titled(second)} ${titled(capitals)}`;
  return isWord(two) || (first !== undefined && isWord(`${titled(first)} ${two}`));
};

const sayCapitals = (capitals: string, context: RuleContext): string => {
  const { codes } = speechData();
  const { headline, isWord } = context;
  if (isWord(capitals)) return capitals;
  if (headline && endsName(capitals, context)) return titled(capitals);
  if (KNOWN_SPELT.has(capitals)) return spelt(capitals);
  if (headline) return titled(capitals);
  if (capitals in codes) return codes[capitals] as string;
  return capitals.length <= LONGEST_SPELT || NO_WORD.test(capitals) ? spelt(capitals) : titled(capitals);
};

/** Acronyms that people say as words have an entry in the lexicon; other short ones are spelt. */
export const acronymRules: readonly Rule[] = [
  {
    pattern: new RegExp(String.raw`(${Object.keys(MIXED).join('|')})(?![\p{L}\d])`, 'uy'),
    say: ([mixed]) => MIXED[mixed] as string,
  },
  { pattern: WITH_OF, say: ([, first, last, plural]) => `${spelt(`${first}o${last}`)}${plural}` },
  {
    pattern: DOTTED,
    say: ([, letters, ending]) =>
      `${spelt((letters as string).replaceAll('.', ''))}${(ending as string).replace('’', "'").toLowerCase()}`,
  },
  { pattern: HALF_DAY, say: ([, letter]) => spelt(`${letter}m`) },
  { pattern: AMPERSAND, say: ([, a, b]) => `${spelt(a as string)} and ${spelt(b as string)}` },
  {
    pattern: CAPITALS,
    say: ([, capitals, ending], context) =>
      `${sayCapitals(capitals as string, context)}${(ending as string).replace('’', "'").toLowerCase()}`,
  },
  { pattern: INITIAL, say: ([, letter]) => `${letter}.` },
  {
    pattern: SINGLE,
    say: ([, letter], { before, headline }) => (/\p{L}['’]$/u.test(before) || headline ? null : `${letter}.`),
  },
];
