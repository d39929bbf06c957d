/**
 * The pieces of a word as UD English EWT cuts them, tried in order at each place of a run without spaces.
 * Every pattern is sticky, needs no look-behind and matches in time linear in what it takes.
 */

const CURRENCY = '(?:US|A|C|HK|NZ|S|R|NT)?\\$';

export const URL_LIKE = /(?:https?:\/\/|ftp:\/\/|www\.|mailto:)[^\s<>"“”«»]{2,}/uy;
export const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
export const DOMAIN =
  /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,62}){0,3}\.(?:com|org|net|gov|edu|mil|int|info|io)(?![\p{L}\p{N}.-]*@)(?:\/[^\s<>"“”«»]*)?(?![\p{L}\p{N}])/uy;
export const HANDLE = /[@#]\p{L}[\p{L}\p{N}_]*/uy;

/** Dates, clock times, phone numbers, fractions and grouped numbers stay whole; a range of years or counts does not. */
export const NUMBER =
  /\+?(?:\d{1,4}-\d{1,2}-\d{1,4}|(?:\d{3}-)?\d{3}-\d{4}|\d{1,4}(?:\/\d{1,4}){1,2}|\d+(?::\d+)+(?:\.\d+)?|\d+(?:[.,]\d+)*|[.,]\d+)(?![\d])/uy;
export const ORDINAL_OR_DECADE =
  /\d+(?:,\d{3})*(?:st|nd|rd|th|ST|ND|RD|TH|s|0['’]s)(?![\p{L}\p{N}])|\d*0['’]s(?![\p{L}\p{N}])|['’]\d0s(?![\p{L}\p{N}])/uy;
/** Letters that follow a number without a space and are a word of their own: "5pm", "170m", "25bn", "152mm". */
export const UNIT =
  /(?:[ap]\.m\.|[ap]m|AM|PM|bn|mn|tn|trn|million|billion|k|m|mm|cm|km|kg|g|mg|t|kt|lb|lbs|ft|in|mph|kph|kW|MW|GW|kWh|MWh|Hz|kHz|MHz|GHz|GB|MB|TB|hrs?|mins?|secs?|pc|pct|p|c)(?![\p{L}\p{N}])/uy;
export const UNIT_AFTER_MONEY = /(?:[kKmMbBtT]|[Mm]n|[Bb]n|[Tt]n|MM)(?![\p{L}\p{N}])/uy;

export const MONEY_SIGN = new RegExp(`${CURRENCY}|[€£¥₩₽₹₴₪₺]`, 'uy');
/** "U.S.", "U.S.A", "a.m.", "Ph.D.", "D.C." */
export const DOTTED =
  /(?:\p{L}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])|\p{Lu}\p{Ll}?\.(?:\p{Lu}\p{Ll}{0,2}\.)+/uy;
export const DOTS = /\.{2,}|…+/uy;
export const CRIES = /[!?]+/uy;
/** Typewriter quotes of two strokes. */
export const DOUBLED_QUOTES = /''|``|‘‘|’’/uy;
export const DASHES = /[-‐‑]{2,}|[–—―]+|[=_*~+]{2,}/uy;
export const EMOJI =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{M}|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*)/uy;
/** Letters with their marks; apostrophes inside stay until the contraction rules look at them. */
export const WORD =
  /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_\u00AD\u200C\u200D]*(?:['’ʼ`][\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*|&(?=\p{L})[\p{L}\p{N}\p{M}]+)*/uy;

/** What cuts a run into runs: white space, control and format characters that join nothing. */
export const SEPARATOR = /[\s\p{Cc}\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2064\uFEFF]/u;

/** A word ends in one of these: the clitic is a token of its own. */
export const CLITIC = /(?:n['’ʼ]t|['’ʼ`](?:s|re|ve|ll|d|m))$/iu;

/** One written word, two tokens: where the second starts. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
]);

/** A prefix that keeps its hyphen: "anti-American", "mid-July", "e-mail". */
export const KEPT_PREFIXES: ReadonlySet<string> = new Set(
  `anti arch bi co contra counter cross de e eco ex extra hyper infra inter intra macro mega micro mid mini multi neo non over pan
  para post pre pro proto pseudo re semi socio sub super supra trans tri ultra un under uni`.split(/\s+/),
);
