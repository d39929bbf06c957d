import { asciiLetters } from '../pronounce/ascii.ts';
import { builtInLexicon, type Lexicon } from '../pronounce/lexicon.ts';
import type { Rule, RuleContext, Said, Skipped } from './rule.ts';
import { abbreviationRules } from './rules/abbreviations.ts';
import { acronymRules } from './rules/acronyms.ts';
import { dateRules } from './rules/dates.ts';
import { designationRules, numberedLetterRule } from './rules/designations.ts';
import { linkRules } from './rules/links.ts';
import { moneyRules } from './rules/money.ts';
import { numberRules } from './rules/numbers.ts';
import { quantityRules } from './rules/quantities.ts';
import { quoteRules } from './rules/quotes.ts';
import { romanRules } from './rules/roman.ts';
import { scriptRules } from './rules/scripts.ts';
import { symbolRules } from './rules/symbols.ts';
import { timeRules } from './rules/times.ts';

export interface NormaliseOptions {
  /** Says "quote" and "end quote" where the marks stand. */
  readonly sayQuotes?: boolean;
  /** Its entries in capitals are said as words; the built-in one unless given. */
  readonly lexicon?: Lexicon;
}

export interface NormalisedText {
  /** ASCII letters and `.,;:?!'-` only: no digit, no sign; spelt letters stand as `U.S.`. */
  readonly text: string;
  readonly skipped: readonly Skipped[];
  /** Whether anything is left besides mentions of what was skipped. */
  readonly speaks: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*/uy;
const HEADLINE_MIN_WORDS = 3;
const HEADLINE_CAPITALS = 0.85;
/** How much of the source before a place a rule may look at. */
const LOOK_BEHIND = 40;

let rules: readonly Rule[] | undefined;

/** The order is the meaning: what is more particular comes first. */
const allRules = (): readonly Rule[] => {
  rules ??= [
    ...linkRules,
    ...dateRules,
    ...timeRules,
    ...moneyRules(),
    ...designationRules,
    ...quantityRules(),
    numberedLetterRule,
    ...abbreviationRules(),
    ...romanRules,
    ...numberRules,
    ...acronymRules,
    ...scriptRules,
    ...quoteRules,
    ...symbolRules,
  ];
  return rules;
};

const isHeadline = (text: string): boolean => {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return words.length >= HEADLINE_MIN_WORDS && capitals > letters * HEADLINE_CAPITALS;
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

interface Step {
  readonly length: number;
  readonly said: Said;
}

const step = (text: string, at: number, options: Omit<RuleContext, 'before' | 'after'>): Step => {
  for (const { pattern, say } of allRules()) {
    const match = matchAt(pattern, text, at);
    if (!match) continue;
    const said = say(match, {
      ...options,
      before: text.slice(Math.max(0, at - LOOK_BEHIND), at),
      after: text.slice(at + match[0].length),
    });
    if (said !== null) return { length: match[0].length, said: typeof said === 'string' ? { say: said } : said };
  }
  const word = matchAt(WORD, text, at);
  if (word) return { length: word[0].length, said: { say: asciiLetters(word[0]) } };
  const letter = String.fromCodePoint(text.codePointAt(at) as number);
  return { length: letter.length, said: { say: /[\s.,;:?!]/.test(letter) ? letter : ' ' } };
};

/** Punctuation that cannot be heard or that two rules both left, reduced to what shapes the sentence. */
const tidied = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ +([.,;:?!])/g, '$1')
    .replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(/[,;:]+\s*([.?!])/g, '$1')
    .replace(/([?!])[.,?!]+/g, '$1')
    .replace(/\.{2,}/g, '.')
    .replace(/([,;:?!])(?=[A-Za-z])/g, '$1 ')
    .replace(/^[\s.,;:?!-]+/, '')
    .replace(/[\s,;:-]+$/, '')
    .trim();

const MENTION =
  /\b(?:text in (?:Korean|Japanese|Chinese characters|[A-Z][a-z]+ script|[A-Z][a-z]+)|e-mail address|link to [a-z ]+)\b/g;

/** One sentence as it is spoken: every number, sign and abbreviation in words. Same text, same words. */
export const normalise = (
  text: string,
  { sayQuotes = false, lexicon = builtInLexicon() }: NormaliseOptions = {},
): NormalisedText => {
  const source = text
    .normalize('NFC')
    .replace(/[\u200b\u00ad\ufeff]/g, '')
    .replace(/\u00a0/g, ' ');
  const options = { headline: isHeadline(source), sayQuotes, isWord: lexicon.has };
  const skipped: Skipped[] = [];
  let spoken = '';
  for (let at = 0; at < source.length; ) {
    const { length, said } = step(source, at, options);
    // Two words that stood together without a space ("Covid19") are still two words.
    if (/[\p{L}\d.]$/u.test(spoken) && /^[\p{L}\d]/u.test(said.say)) spoken += ' ';
    spoken += said.say;
    if (said.skipped) skipped.push(said.skipped);
    at += length;
  }
  const result = tidied(spoken);
  return {
    text: result,
    skipped,
    speaks: /[A-Za-z]/.test(skipped.length > 0 ? result.replace(MENTION, '') : result),
  };
};
