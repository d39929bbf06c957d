import { MAY_END, MONTHS_AND_ZONES, OPENERS } from './abbreviations.ts';
import { standingLineEnds } from './standing-lines.ts';
import type { RawToken } from './tokens.ts';

/** A sentence longer than this is cut, at a mark where there is one. */
const LONGEST_SENTENCE = 160;
const CLOSERS = /^(?:["'”’»)\]}]|''|’’)$/u;
const OPENING = /^(?:["'“‘«([{¿¡]|``|‘‘)$/u;
const SAID =
  /^(?:said|says|asked|asks|told|tells|added|adds|wrote|writes|replied|replies|cried|shouted|declared|insisted|warned|exclaimed|wondered|quipped|joked|tweeted|posted|explained|answered|stated|noted)$/;

/** The tokens of one paragraph cut into sentences. */
export const sentencesOf = (text: string, tokens: readonly RawToken[]): RawToken[][] => {
  const sentences: RawToken[][] = [];
  let first = 0;
  for (let at = 0; at < tokens.length; at++) {
    const stop = boundaryAfter(text, tokens, at, first);
    const last = stop ?? (at - first + 1 >= LONGEST_SENTENCE ? cutBefore(text, tokens, first, at) : undefined);
    if (last === undefined) continue;
    sentences.push(tokens.slice(first, last + 1));
    first = last + 1;
    at = Math.max(at, last);
  }
  if (first < tokens.length) sentences.push(tokens.slice(first));
  return sentences;
};

/** Index of the last token of the sentence when it ends at `at`, counting the quotes and brackets that close behind it. */
const boundaryAfter = (text: string, tokens: readonly RawToken[], at: number, first: number): number | undefined => {
  const form = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : text.slice(token.start, token.end);
  };
  const mark = form(at);
  const terminal = /^(?:\.+|…+|[!?]+|。|！|？)$/u.test(mark);
  const abbreviation = !terminal && mark.length > 1 && mark.endsWith('.');
  // An ellipsis at the head of a sentence says that its beginning is left out.
  if (at === first && /^(?:\.{2,}|…+)$/u.test(mark)) return undefined;
  if (standingLineEnds(form, first, at, tokens.length)) return at;
  if (!terminal && !abbreviation) return undefined;
  if (terminal && mark === '.' && isEnumerator(form, first, at)) return undefined;
  let last = at;
  let closed = false;
  while (last + 1 < tokens.length && tokens[last + 1]!.glued && CLOSERS.test(form(last + 1))) {
    last++;
    closed = true;
  }
  // Text that comes with a space around every mark: a closing quote behind the stop still closes.
  if (!closed && tokens[last + 1]?.glued === false && /^(?:''|”|’’)$/u.test(form(last + 1))) {
    last++;
    closed = true;
  }
  if (terminal) last = behindNotes(form, last);
  const next = tokens[last + 1];
  if (next === undefined) return last;
  let nextForm = form(last + 1);
  if (next.glued && !/^[—–-]/u.test(nextForm)) {
    // "said.The": a stop between a lower-case word and a capital without a space is a slip of the writer.
    return mark === '.' && /^\p{Lu}\p{Ll}/u.test(nextForm) && /\p{Ll}$/u.test(form(at - 1)) ? last : undefined;
  }
  let ahead = last + 1;
  while (OPENING.test(nextForm) && ahead + 1 < tokens.length) nextForm = form(++ahead);
  if (abbreviation) return endsAtAbbreviation(mark, nextForm, closed, form, at) ? last : undefined;
  if (/^\p{Ll}/u.test(nextForm) && !/^[([]$/.test(form(last + 1)))
    return startsDespiteLowerCase(nextForm) && mark === '.' ? last : undefined;
  if (/^[,;:)\]}–—-]/u.test(nextForm) && !/^\p{L}/u.test(nextForm))
    return /^[–—-]/u.test(nextForm) && mark === '.' ? last : undefined;
  if (closed && !mark.startsWith('.') && speakerFollows(form, ahead)) return undefined;
  return last;
};

/** Footnote marks behind the stop, "[17]" or a bare "4" before a word that opens sentences, belong to what they note. */
const behindNotes = (form: (index: number) => string, last: number): number => {
  let end = last;
  for (let close = bracketEnd(form, end + 1); close !== undefined; close = bracketEnd(form, end + 1)) end = close;
  return end === last && /^\d{1,2}$/.test(form(end + 1)) && OPENERS.has(form(end + 2)) ? end + 1 : end;
};

/** Index of the bracket that closes an editor's note, "[12]" or "[citation needed]", that opens here. */
const bracketEnd = (form: (index: number) => string, open: number): number | undefined => {
  if (form(open) !== '[') return undefined;
  for (let at = open + 1; at < open + 6; at++) {
    if (form(at) === ']') return at > open + 1 ? at : undefined;
    if (!/^(?:\d{1,3}|\p{Ll}+)$/u.test(form(at))) return undefined;
  }
  return undefined;
};

const startsDespiteLowerCase = (form: string): boolean =>
  /^(?:al|el|de|von|van|bin|ibn)$|^\p{Ll}{1,4}\p{Lu}/u.test(form);

/** "1.", "a." or "(iv)." at the head of a paragraph counts a list and ends nothing. */
const isEnumerator = (form: (index: number) => string, first: number, at: number): boolean =>
  at - first === 1 && /^(?:\d{1,3}|\p{L}|[ivx]{1,4}|[IVX]{1,4})$/u.test(form(first));

const endsAtAbbreviation = (
  mark: string,
  next: string,
  closed: boolean,
  form: (index: number) => string,
  at: number,
): boolean => {
  if (!/^[\p{Lu}\p{Lt}]/u.test(next)) return closed && /^\d/.test(next);
  const bare = mark.slice(0, -1);
  const dotted = bare.includes('.');
  if (!dotted && !MAY_END.has(bare)) return false;
  if (closed) return true;
  if (OPENERS.has(next)) return true;
  if (/^(?:[ap]\.m|etc)$/i.test(bare)) return !MONTHS_AND_ZONES.has(next);
  return /^(?:Jr|Sr|Inc|Corp|Co|Ltd|Plc)$/.test(bare) && SAID.test(form(at + 2)) && !SAID.test(form(at + 1));
};

/** `"Really?" Smith asked`: the speaker's clause belongs to the question before it. */
const speakerFollows = (form: (index: number) => string, from: number): boolean => {
  for (let ahead = from; ahead < from + 5; ahead++) {
    const word = form(ahead);
    if (SAID.test(word))
      return (ahead > from && !OPENERS.has(form(from))) || /^(?:He|She|They|I|We|The)$/.test(form(from));
    if (!/^[\p{L}.'’-]+$/u.test(word)) return false;
  }
  return false;
};

/** Where to cut a sentence that has grown too long: behind its last semicolon, colon or comma, else right here. */
const cutBefore = (text: string, tokens: readonly RawToken[], first: number, at: number): number => {
  for (const marks of [/^[;:…]$/u, /^[,–—]$/u]) {
    for (let back = at; back > first + LONGEST_SENTENCE / 2; back--) {
      if (marks.test(text.slice(tokens[back]!.start, tokens[back]!.end))) return back;
    }
  }
  return at;
};
