import { type Block, type FurnitureRule, fold, isCapitals, isProse, type Setting } from './block.ts';
import { callToAction, pagePrompt } from './calls.ts';
import { byOrDateLine } from './head-lines.ts';
import { capitalsHeadline, closingList, repetition } from './headlines.ts';
import { breadcrumb, label, leadIn, shareBar } from './labels.ts';
import { caption, followAuthor, notice } from './notices.ts';

export type { Block } from './block.ts';
export { capitalsShare, endsSentence, fold, isCapitals, isProse, wordsOf } from './block.ts';
export { isoDateIn, writerOfPointer, writersOf } from './head-lines.ts';

/** In the order that names the plainest reason first. */
const RULES: readonly FurnitureRule[] = [
  ({ landmark }) => landmark,
  byOrDateLine,
  label,
  shareBar,
  breadcrumb,
  callToAction,
  pagePrompt,
  leadIn,
  caption,
  notice,
  followAuthor,
  capitalsHeadline,
  linkLine,
  repetition,
  closingList,
];

const LINK_LINE_SHARE = 0.8;

/** A block that is nothing but a link, and no sentence: the way to another page. */
function linkLine({ text, linkShare, heading }: Block): string | undefined {
  return (linkShare ?? 0) >= LINK_LINE_SHARE && !isProse(text) && heading !== true ? 'nothing but a link' : undefined;
}

/**
 * Tells the furniture of a page from its article, block by block, by general signs only.
 * A doubtful block stays: dropped article text is the worse error.
 *
 * @returns for every block the reason to set it aside, or null to keep it
 */
export const findFurniture = (blocks: readonly Block[]): readonly (string | null)[] => {
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(fold(text), (counts.get(fold(text)) ?? 0) + 1);
  const prose = blocks.map(({ text, landmark }) => landmark === undefined && isProse(text));
  const shared = {
    blocks,
    counts,
    firstProse: prose.indexOf(true),
    lastProse: prose.lastIndexOf(true),
    capitalsShare: blocks.filter(({ text }) => isCapitals(text)).length / Math.max(blocks.length, 1),
  };
  return blocks.map((block, index) => {
    const setting: Setting = { ...shared, index };
    for (const rule of RULES) {
      const reason = rule(block, setting);
      if (reason !== undefined) return reason;
    }
    return null;
  });
};
