/** One line or block of a page, with what the format tells of it. */
export interface Block {
  readonly text: string;
  /** Share of the characters that stand in links, 0 … 1; undefined where the format has no links. */
  readonly linkShare?: number;
  /** A part of the page that by its mark-up is not the article's text: `navigation`, `caption` … */
  readonly landmark?: string;
  readonly heading?: boolean;
}

/** What a rule may look at beside the block itself. */
export interface Setting {
  readonly blocks: readonly Block[];
  readonly index: number;
  /** Index of the first and last block of running prose; both -1 where there is none. */
  readonly firstProse: number;
  readonly lastProse: number;
  /** Share of blocks written in capitals throughout. */
  readonly capitalsShare: number;
  /** Of each text, by `fold`: how often it occurs, and where first outside of landmarks. */
  readonly occurrences: ReadonlyMap<string, { readonly times: number; readonly first: number }>;
  /** All texts by `fold`, one after the other; empty where the page is too long to search in it. */
  readonly whole: string;
}

/** Says why a block is furniture, or nothing. */
export type FurnitureRule = (block: Block, setting: Setting) => string | undefined;

const PROSE_LETTERS = 80;
const PROSE_WORDS = 12;

export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

/** Full stops of many scripts, with what may close a sentence behind them. */
export const endsSentence = (text: string): boolean =>
  /[.!?…。！？｡।॥۔؟။։።](?:[)\]"”’'»」』）〉》]|\[\d+\])*$/u.test(text.trimEnd());

/** Share of the letters that are capitals, 0 … 1; 0 for scripts without case. */
export const capitalsShare = (text: string): number => {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper + lower === 0 ? 0 : upper / (upper + lower);
};

export const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && capitalsShare(text) >= 0.9;

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Scripts without blanks say in a character what others say in about three. */
const LETTERS_OF_IDEOGRAPH = 3;

/** How many words a text has; two characters of a script without blanks count as one. */
export const wordCount = (text: string): number => {
  const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
  return wordsOf(text).length + Math.floor(ideographs / 2);
};

/** Characters, those of scripts without blanks for three each. */
export const weightOf = (text: string): number =>
  text.length + (text.match(IDEOGRAPHS)?.length ?? 0) * (LETTERS_OF_IDEOGRAPH - 1);

/** Running text: long enough, and it ends as sentences end. */
export const isProse = (text: string): boolean => {
  if (!endsSentence(text)) return false;
  return weightOf(text) >= PROSE_LETTERS && wordCount(text) >= PROSE_WORDS;
};

/** The form in which two blocks are the same. */
export const fold = (text: string): string =>
  wordsOf(text)
    .map((word) => word.replace(/[.'’-]+$/, ''))
    .join(' ')
    .toLowerCase();

export const hasQuotation = (text: string): boolean => /["“”«»„]/u.test(text);

/** Before the first paragraph or behind the last, where pages put what is not the article. */
export const atEdge = ({ index, firstProse, lastProse }: Setting): boolean =>
  firstProse === -1 || index < firstProse || index > lastProse;
