import { atEdge, type Block, endsSentence, type FurnitureRule, fold, isCapitals, isProse, wordsOf } from './block.ts';

/** A capitals line this long between paragraphs is a headline of another article; a shorter one may be a section's. */
const HEADLINE_WORDS = 6;
const HEADLINE_LETTERS = 30;
const LONGEST_HEADLINE_WORDS = 30;
/** A text with more capitals lines than this is written that way (cables, orders, minutes with headings). */
const MAX_CAPITALS_SHARE = 0.25;
const NUMBERED = /^(?:\d+[.):]|[IVXLC]+[.):]|§|(?:CHAPTER|SECTION|PART|ARTICLE|ANNEX|APPENDIX)\b)/;

/** "RUSSIA, CHINA AND IRAN RATCHETING UP THREATS": the headline of another article, in capitals between paragraphs. */
export const capitalsHeadline: FurnitureRule = ({ text }, setting) => {
  if (setting.capitalsShare > MAX_CAPITALS_SHARE || !isCapitals(text) || NUMBERED.test(text)) return undefined;
  // The first line may be the article's own headline.
  if (setting.index < setting.firstProse || setting.firstProse === -1) return undefined;
  const words = wordsOf(text).length;
  const isHeadline = words >= HEADLINE_WORDS && text.length >= HEADLINE_LETTERS && words <= LONGEST_HEADLINE_WORDS;
  return isHeadline && !/\.["”’']?$/.test(text.trimEnd()) ? 'headline of another article in capitals' : undefined;
};

const REPEATED = 2;
const LONGEST_REPEATED_WORDS = 40;

/** The same line again: slogans, running heads, pull quotes. Only what is no paragraph, or is one said before. */
export const repetition: FurnitureRule = (block, setting) => {
  const folded = fold(block.text);
  const times = setting.counts.get(folded) ?? 0;
  const words = folded === '' ? 0 : folded.split(' ').length;
  if (times < REPEATED || words < 2 || words > LONGEST_REPEATED_WORDS) return undefined;
  const earlier = setting.blocks.slice(0, setting.index).some((other) => fold(other.text) === folded);
  if (isProse(block.text)) return earlier ? 'repeated' : undefined;
  // A refrain or a table cell may occur twice in an article; a line of a page frame occurs more often or outside it.
  return times > REPEATED || atEdge(setting) ? 'repeated' : undefined;
};

const LISTING_LINES = 3;
const LONGEST_LISTED_WORDS = 24;

const isListed = (block: Block | undefined): boolean =>
  block !== undefined && !endsSentence(block.text) && wordsOf(block.text).length <= LONGEST_LISTED_WORDS;

/** Three and more short lines without a full stop behind the last paragraph: the site's other articles. */
export const closingList: FurnitureRule = (block, setting) => {
  const { blocks, index, lastProse } = setting;
  if (lastProse === -1 || index <= lastProse || !isListed(block)) return undefined;
  const introduced = /[:;]$/.test(blocks[lastProse]!.text.trimEnd());
  const tail = blocks.slice(lastProse + 1);
  const bulleted = tail.filter(({ text }) => /^(?:[-–—•*·]|\d+[.)])\s/u.test(text)).length > tail.length / 2;
  return !introduced &&
    !bulleted &&
    tail.filter(isListed).length >= LISTING_LINES &&
    tail.every((other) => !/:$/.test(other.text))
    ? 'list of links behind the article'
    : undefined;
};
