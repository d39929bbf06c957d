import { type Block, type FurnitureRule, fold, isCapitals, isProse, type Setting } from './block.ts';
import { callToAction, pagePrompt } from './calls.ts';
import { byOrDateLine } from './head-lines.ts';
import { capitalsHeadline, closingList, pullQuote, repetition } from './headlines.ts';
import { breadcrumb, label, leadIn, opensElsewhere, playerTime, shareBar } from './labels.ts';
import { caption, followAuthor, notice } from './notices.ts';
import { pageWords } from './page-words.ts';

export type { Block } from './block.ts';
export { endsSentence, fold, isProse, wordsOf } from './block.ts';
export { isoDateIn, writerOfPointer, writersOf } from './head-lines.ts';

/** In the order that names the plainest reason first. */
const RULES: readonly FurnitureRule[] = [
  ({ landmark }) => landmark,
  byOrDateLine,
  label,
  shareBar,
  breadcrumb,
  leadIn,
  callToAction,
  pagePrompt,
  caption,
  notice,
  pageWords,
  opensElsewhere,
  playerTime,
  followAuthor,
  capitalsHeadline,
  linkLine,
  repetition,
  pullQuote,
  closingList,
];

const LINK_LINE_SHARE = 0.8;

/** A block that is nothing but a link, and no sentence nor the source of a quotation: the way to another page. */
function linkLine({ text, linkShare, heading }: Block): string | undefined {
  return (linkShare ?? 0) >= LINK_LINE_SHARE && !isProse(text) && heading !== true && !/^[—–]/.test(text)
    ? 'nothing but a link'
    : undefined;
}

/** No rule needs to look at a block longer than this: it is text, unless the mark-up says otherwise. */
const LONGEST_FURNITURE = 2_000;
/** Looking every line up in a longer page would take time that grows with the square of its length. */
const SEARCHED_CHARACTERS = 200_000;

/**
 * Tells the furniture of a page from its article, block by block, by general signs only.
 * A doubtful block stays: dropped article text is the worse error.
 *
 * @returns for every block the reason to set it aside, or null to keep it
 */
export const findFurniture = (blocks: readonly Block[]): readonly (string | null)[] => {
  const occurrences = new Map<string, { times: number; first: number }>();
  const folds = blocks.map(({ text }) => fold(text));
  for (const [index, folded] of folds.entries()) {
    const { times, first } = occurrences.get(folded) ?? { times: 0, first: Number.POSITIVE_INFINITY };
    // A paragraph that was said before in a hidden or other part of the page has not been said yet.
    const here = blocks[index]?.landmark === undefined ? index : Number.POSITIVE_INFINITY;
    occurrences.set(folded, { times: times + 1, first: Math.min(first, here) });
  }
  const characters = folds.reduce((sum, { length }) => sum + length, 0);
  const prose = blocks.map(({ text, landmark }) => landmark === undefined && isProse(text));
  const shared = {
    blocks,
    occurrences,
    whole: characters <= SEARCHED_CHARACTERS ? folds.join('\n') : '',
    firstProse: prose.indexOf(true),
    lastProse: prose.lastIndexOf(true),
    capitalsShare: blocks.filter(({ text }) => isCapitals(text)).length / Math.max(blocks.length, 1),
  };
  return blocks.map((block, index) => {
    if (block.text.length > LONGEST_FURNITURE) return block.landmark ?? null;
    const setting: Setting = { ...shared, index };
    for (const rule of RULES) {
      const reason = rule(block, setting);
      if (reason !== undefined) return reason;
    }
    return null;
  });
};
