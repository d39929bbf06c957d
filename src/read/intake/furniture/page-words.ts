import { type FurnitureRule, hasQuotation, isProse, wordsOf } from './block.ts';

/** Words that pages use of themselves: parts, deeds and places of a site. */
const PAGE_WORDS = new Set(
  `account accounts ad ads add address advertisement advertising alerts app apps article articles audio bookmark bookmarks browser
  caption captions click code comment comments content contents cookie cookies copy coverage credit download email e-mail
  enter episode explore facebook featured flipboard follow free fullscreen full-screen gallery here highlights homepage image images inbox
  info instagram internet join linkedin link links listen loading log login membership more mute newsletter newsletters
  notification notifications online opens page pages password photo photos play player please podcast podcasts policy popular post posts
  preferences premium print privacy promotion qr read reader readers reading recommended register registration related reply reset saved save scan
  scroll settings share sign site slideshow source sources stories story submit subscribe subscriber subscribers subscribing
  subscription subscriptions swipe tab tap telegram terms topics tweet twitter unlimited unmute unsubscribe update updates upgrade valid video
  videos view website weekly whatsapp window youtube`.split(/\s+/),
);
/** Words that say nothing of a line's matter. */
const FUNCTION_WORDS = new Set(
  `a about after all already also an and are as at be been before but by can did do for from get had has have having how i if in into
  is it its just like may me my new not now of on or our out so some than that the their them then there these they this those
  to up us via was we were what when where which while who will with you your`.split(/\s+/),
);
const ADDRESSES_READER = /\b(?:you|your|our|us|this|these|here|please)\b/i;
const SAID = /\b(?:said|says|told|according\s+to|reported|warned|wrote)\b/i;

const LONGEST_LINE_WORDS = 16;
const LONGEST_PARAGRAPH_WORDS = 60;
const PAGE_SHARE = { addressed: 0.5, other: 0.66 } as const;
const PARAGRAPH_PAGE_WORDS = 5;

/** "storyComment": two parts of a page that lost what stood between them. */
const separated = (text: string): string => text.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ');

/**
 * A short line most of whose words speak of the page ("Add to your saved stories"), or a longer one that addresses the
 * reader with many of them. Statistics of words: no single word decides.
 */
export const pageWords: FurnitureRule = ({ text, heading }) => {
  if (heading === true || hasQuotation(text) || SAID.test(text)) return undefined;
  const words = wordsOf(separated(text)).map((word) => word.toLowerCase().replace(/[.'’-]+$/, ''));
  if (words.length > LONGEST_PARAGRAPH_WORDS) return undefined;
  const matter = words.filter((word) => !FUNCTION_WORDS.has(word) && !/^\d+$/.test(word));
  const ofPage = matter.filter((word) => PAGE_WORDS.has(word));
  const addressed = ADDRESSES_READER.test(text);
  if (words.length <= LONGEST_LINE_WORDS && !(isProse(text) && !addressed)) {
    const share = ofPage.length / Math.max(matter.length, 1);
    if (ofPage.length >= 2 && share >= (addressed ? PAGE_SHARE.addressed : PAGE_SHARE.other)) return 'about the page';
  }
  const distinct = new Set(ofPage).size;
  const addressesReader = /\b(?:you|your|our|us)\b/i.test(text);
  return addressesReader && distinct >= PARAGRAPH_PAGE_WORDS ? 'about the page' : undefined;
};
