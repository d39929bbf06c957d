import { atEdge, type Block, endsSentence, type FurnitureRule, fold, isCapitals, isProse, wordCount } from './block.ts';

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
  const words = wordCount(text);
  const isHeadline = words >= HEADLINE_WORDS && text.length >= HEADLINE_LETTERS && words <= LONGEST_HEADLINE_WORDS;
  return isHeadline && !/\.["”’']?$/.test(text.trimEnd()) ? 'headline of another article in capitals' : undefined;
};

const LONGEST_REPEATED_WORDS = 40;
const SHORTEST_PULLED_WORDS = 5;

/** The same line again: slogans, running heads. Of a paragraph said twice the first stays. */
export const repetition: FurnitureRule = (block, setting) => {
  const folded = fold(block.text);
  const words = folded === '' ? 0 : folded.split(' ').length;
  const { times = 0, first = setting.index } = setting.occurrences.get(folded) ?? {};
  if (times < 2 || words < 2 || words > LONGEST_REPEATED_WORDS) return undefined;
  if (isProse(block.text)) return first < setting.index ? 'repeated' : undefined;
  // A refrain or a table cell may occur twice in an article; a line of a page frame occurs more often or outside it.
  return times > 2 || atEdge(setting) ? 'repeated' : undefined;
};

/** A line without a full stop that stands word for word in a paragraph: set large beside the text to catch the eye. */
export const pullQuote: FurnitureRule = (block, { whole }) => {
  const folded = fold(block.text);
  const words = folded.split(' ').length;
  if (block.heading === true || words < SHORTEST_PULLED_WORDS || words > LONGEST_REPEATED_WORDS) return undefined;
  if (/[.。।॥။۔]["”’»」』)]*$/u.test(block.text)) return undefined;
  return whole.indexOf(folded, whole.indexOf(folded) + 1) === -1 ? undefined : 'pull quote';
};

const LISTING_LINES = 3;
const LONGEST_LISTED_WORDS = 24;
/** Where links are known, a list of other articles consists of them. */
const LISTED_LINK_SHARE = 0.5;

const isListed = (block: Block | undefined): boolean =>
  block !== undefined &&
  !endsSentence(block.text) &&
  wordCount(block.text) <= LONGEST_LISTED_WORDS &&
  (block.linkShare === undefined || block.linkShare >= LISTED_LINK_SHARE);

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
