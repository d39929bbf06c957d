import type { Span } from '../../model/index.ts';
import { BEFORE_MORE, MAY_END, TITLES } from './abbreviations.ts';
import {
  CLITIC,
  CRIES,
  DASHES,
  DOMAIN,
  DOTS,
  DOTTED,
  DOUBLED_QUOTES,
  EMAIL,
  EMOJI,
  FUSED,
  HANDLE,
  KEPT_PREFIXES,
  MONEY_SIGN,
  NUMBER,
  ORDINAL_OR_DECADE,
  SEPARATOR,
  UNIT,
  UNIT_AFTER_MONEY,
  URL_LIKE,
  WORD,
} from './token-patterns.ts';

/** A token before it has tags: a span, and whether it stands right behind the one before. */
export interface RawToken extends Span {
  readonly glued: boolean;
}

/** Longer runs without a space are cut here, so that no pattern sees more. */
const LONGEST_RUN = 1_000;
const TRAILING_MARKS = /[.,;:!?)\]}'"’”»>]+$/u;

/** Cuts text.slice(start, end) into tokens as UD English EWT does; every character that is not a separator is in one. */
export const tokenize = (text: string, start: number, end: number): RawToken[] => {
  const tokens: RawToken[] = [];
  let at = start;
  while (at < end) {
    if (SEPARATOR.test(text[at]!)) {
      at++;
      continue;
    }
    let stop = at + 1;
    while (stop < end && stop - at < LONGEST_RUN && !SEPARATOR.test(text[stop]!)) stop++;
    if (stop < end && isHighSurrogate(text, stop - 1)) stop--;
    if (stop === at) stop = at + 1;
    cutRun(text, at, stop, tokens);
    at = stop;
  }
  return tokens;
};

const isHighSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** A run without separators, from its left to its right end. */
const cutRun = (text: string, start: number, end: number, tokens: RawToken[]): void => {
  const run = text.slice(start, end);
  let at = 0;
  const push = (length: number): void => {
    const from = start + at;
    tokens.push({ start: from, end: from + length, glued: tokens.at(-1)?.end === from });
    at += length;
  };
  let afterMoney = false;
  while (at < run.length) {
    const money: number = afterMoney ? matchLength(UNIT_AFTER_MONEY, run, at) : 0;
    const before = run[at - 1];
    afterMoney = money === 0 && afterMoney && isDigit(before);
    const unit = money || (isDigit(before) ? matchLength(UNIT, run, at) : 0);
    if (unit > 0) {
      push(unit);
      continue;
    }
    const sign = matchLength(MONEY_SIGN, run, at);
    if (sign > 0) {
      push(sign);
      afterMoney = true;
      continue;
    }
    const wasMoney = tokens.length > 0 && before !== undefined && /[$€£¥₩₽₹₴₪₺]/u.test(before);
    const length = fixedLength(text, start, run, at);
    if (length > 0) {
      push(length);
      afterMoney = wasMoney;
      continue;
    }
    const word = matchLength(WORD, run, at);
    if (word === 0) {
      push(run.codePointAt(at)! > 0xffff ? 2 : 1);
      continue;
    }
    for (const piece of wordPieces(text, start + at, run.slice(at), word)) push(piece);
  }
};

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

const matchLength = (pattern: RegExp, run: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(run)?.[0].length ?? 0;
};

/** Length of an address, number, dotted abbreviation, run of marks or picture at this place; 0 where a word starts. */
const fixedLength = (text: string, start: number, run: string, at: number): number => {
  const address = at === 0 || !/[\p{L}\p{N}]/u.test(run[at - 1]!) ? addressLength(run, at) : 0;
  if (address > 0) return address;
  const dotted = matchLength(DOTTED, run, at);
  if (dotted > 0 && !/[\p{L}\p{N}]/u.test(run[at - 1] ?? ' ')) return dotted;
  const initial = initialLength(text, start + at);
  if (initial > 0 && !/[\p{L}\p{N}.]/u.test(run[at - 1] ?? ' ')) return initial;
  for (const pattern of [ORDINAL_OR_DECADE, DOTS, CRIES, DASHES, DOUBLED_QUOTES, EMOJI]) {
    const length = matchLength(pattern, run, at);
    if (length > 0) return length;
  }
  const number = matchLength(NUMBER, run, at);
  if (number > 0 && (!/[.,]/.test(run[at]!) || !/[\p{L}\p{N}]/u.test(run[at - 1] ?? ' '))) {
    const behind = run[at + number];
    if (behind === undefined || !/[\p{L}\p{N}_]/u.test(behind) || matchLength(UNIT, run, at + number) > 0)
      return number;
    if (matchLength(UNIT_AFTER_MONEY, run, at + number) > 0 && /[$€£¥₩₽₹₴₪₺]/u.test(run[at - 1] ?? ' ')) return number;
  }
  const clitic = at > 0 ? matchLength(/['’](?:s|re|ve|ll|d|m|t)(?![\p{L}\p{N}])/iuy, run, at) : 0;
  return clitic;
};

/** A web or mail address, a handle or hash tag; marks that close the sentence around it are not part of it. */
const addressLength = (run: string, at: number): number => {
  for (const pattern of [URL_LIKE, EMAIL, DOMAIN, HANDLE]) {
    pattern.lastIndex = at;
    const found = pattern.exec(run)?.[0];
    if (found !== undefined) return found.replace(TRAILING_MARKS, '').length || found.length;
  }
  return 0;
};

/** "J." before a name is one token; the "B" of "Plan B." at the end of a sentence is not. */
const initialLength = (text: string, at: number): number => {
  const found = /\p{Lu}\./uy;
  found.lastIndex = at;
  if (!found.test(text)) return 0;
  const behind = text.slice(at + 2, at + 12);
  return /^(?:\s?\p{Lu}[\p{L}.'’-]|-\p{L})/u.test(behind) && (text[at] !== 'I' || /^\s?\p{Lu}\./u.test(behind)) ? 2 : 0;
};

/** Lengths of the tokens of one word: prefix kept, abbreviation with its stop, clitic apart. */
const wordPieces = (text: string, at: number, run: string, length: number): number[] => {
  let whole = length;
  // "anti-U.S.", "mid-July", "co-founder": the prefix takes the next word along, hyphen and all.
  if (KEPT_PREFIXES.has(run.slice(0, whole).toLowerCase()) && /^[-‐‑]\p{L}/u.test(run.slice(whole, whole + 3))) {
    const next = whole + 1;
    const dotted = matchLength(DOTTED, run, next);
    whole = next + (dotted || matchLength(WORD, run, next));
    if (dotted > 0) return [whole];
  }
  const word = run.slice(0, whole);
  // "(b. March 2009)", "(d. 1990; m. 1955)"
  if (/^[bdmcr]$/.test(word) && run[1] === '.' && /[(;]\s?$/.test(text.slice(Math.max(0, at - 2), at))) return [2];
  if (run[whole] === '.' && run[whole + 1] !== '.' && keepsStop(text, word, at + whole + 1)) return [whole + 1];
  const fused = FUSED.get(word.toLowerCase());
  if (fused !== undefined) return [fused, whole - fused];
  const clitic = CLITIC.exec(word)?.index ?? 0;
  if (clitic > 0) return [clitic, whole - clitic];
  return [whole];
};

const keepsStop = (text: string, word: string, behind: number): boolean => {
  if (TITLES.has(word)) return true;
  const next = /^\s*(\S)/u.exec(text.slice(behind, behind + 8))?.[1];
  if (word === 'al') return /\bet\s$/.test(text.slice(Math.max(0, behind - 7), behind - 3));
  if (BEFORE_MORE.has(word)) return next !== undefined && (ALSO_WORD.test(word) ? /\d/.test(next) : true);
  return MAY_END.has(word) && !AMBIGUOUS.test(word)
    ? true
    : MAY_END.has(word) && next !== undefined && /[\d,;]/.test(next);
};
/** "No. 5" and "Art. 51", but "no." and "modern art." at the end of a sentence. */
const ALSO_WORD =
  /^(?:[Nn]os?|[Aa]rts?|[Ff]igs?|[Ss]ec|[Vv]ol|[Rr]es|[Pp]ara|[Oo]p|al|p|v|c|ca|est|ext|Est|eds?|Eds?|Ch|ch|incl)$/;
/** Words of their own that are abbreviations only before a number: "Mar. 3" but "on Sat." stays two tokens. */
const AMBIGUOUS =
  /^(?:Mar|Sat|Sun|Ill|Miss|Wash|Mass|Ore|Pa|Del|Ind|La|Va|Ga|Md|Mo|Me|Alta|min|max|ft|mi|deg|lb|oz|mn|tn|bn|Bn|hr|hrs|sq|yr|yrs|Cos|Mon|Wed)$/;
