import { atEdge, type FurnitureRule, isProse, weightOf, wordCount } from './block.ts';

const CREDIT_SOURCE =
  /(?:getty(?:\s+images)?|reuters|associated\s+press|\bAP\b|\bAFP\b|\bEPA\b|\bEFE\b|\bTASS\b|sputnik|shutterstock|alamy|xinhua|yonhap|kyodo|anadolu|zuma|bloomberg|\bKCNA\b|maxar|planet\s+labs|\bDoD\b|handout|pool|file\s+photo|courtesy|via\s+(?:ap|reuters|getty))/i;
const CREDIT_PARENTHESIS =
  /[([](?:photo|image|picture|video|credit|graphic|illustration|file)?[^()[\]]{0,80}[)\]]\.?$/i;
const CREDIT_START =
  /^[([]?\s*(?:photo|image|picture|photograph|video|graphic|illustration|credit|source)s?(?:\s+(?:by|credit|from|source|courtesy(?:\s+of)?))?\s*[:/©]\s*\S/i;
const PHOTO_BY = /^[([]?(?:photo(?:graph)?s?|image|video|illustration|graphic)\s+(?:by|courtesy|from)\s+\S/i;
const LONGEST_CREDIT_WORDS = 20;
const LONGEST_CAPTION_WORDS = 60;
const LONGEST_CAPTION_WEIGHT = 280;

/** "[1/3]A view of … REUTERS/A. Name", "Image caption, …": forms that only captions have. */
const CAPTION_FORM =
  /^\[\d+\/\d+\]|^image (?:caption|source)\b|\b(?:REUTERS|AFP|EPA)\s?\/\s?\p{Lu}|\bpurchase licensing rights\b/iu;

/** "(Photo by A. Name/Getty Images)", "FILE - …": under a picture. */
export const caption: FurnitureRule = ({ text }) => {
  const words = wordCount(text);
  if (weightOf(text) <= LONGEST_CAPTION_WEIGHT && CAPTION_FORM.test(text)) return 'caption';
  if (words <= LONGEST_CREDIT_WORDS && (PHOTO_BY.test(text) || (CREDIT_START.test(text) && CREDIT_SOURCE.test(text))))
    return 'picture credit';
  const parenthesis = CREDIT_PARENTHESIS.exec(text)?.[0];
  if (parenthesis === undefined || words > LONGEST_CAPTION_WORDS || !CREDIT_SOURCE.test(parenthesis)) {
    return /^FILE\s*[-–—]\s/.test(text) && words <= LONGEST_CAPTION_WORDS ? 'caption' : undefined;
  }
  // "… had been hit (Reuters)." in a sentence names the source of a report; a picture credit names picture and agency.
  const namesPicture = /photo|image|picture|video|credit|via|\/|handout|file|pool|getty/i.test(parenthesis);
  return namesPicture ? 'caption' : undefined;
};

const COPYRIGHT = /^(?:©|\(c\)\s*\d{4}|copyright\b)|\ball rights reserved\b|^this material may not be published\b/i;
const RESERVED = /\ball rights reserved\b/i;
const DISCLAIMER =
  /\b(?:views?|opinions?)(?: and opinions?)? expressed (?:here|in this|by the (?:author|writer)|are)\b/i;
const LONGEST_DISCLAIMER_WORDS = 45;
const TO_READER = /\b(?:you|your|our)\b/i;
const LEGAL_SIGNS = [
  /\bterms of (?:use|service)\b/i,
  /\bprivacy (?:policy|notice)\b/i,
  /\breCAPTCHA\b/i,
  /\bcookies?\b/i,
  /\bconsent\b/i,
  /\bpersonali[sz]ed? (?:ads?|advertising|content)\b/i,
  /\b(?:accept|reject|manage)\b.{0,30}\b(?:all|settings|preferences|choices)\b/i,
  /\b(?:we|our|this site|this website) (?:use|uses|partners|and our partners)\b/i,
  /\bby (?:clicking|continuing|signing up|subscribing)\b/i,
  /\bmarket data provided\b|\bquotes displayed\b|\bpowered and implemented by\b/i,
  /\bunsubscribe\b/i,
] as const;
const LEGAL_SIGNS_NEEDED = 2;

/** Copyright lines, and cookie, consent and terms texts, which speak of the site and never of the world. */
export const notice: FurnitureRule = ({ text }, setting) => {
  if (COPYRIGHT.test(text) && (atEdge(setting) || !isProse(text) || RESERVED.test(text))) return 'copyright notice';
  if (DISCLAIMER.test(text) && wordCount(text) <= LONGEST_DISCLAIMER_WORDS) return 'disclaimer of the publisher';
  const signs = LEGAL_SIGNS.filter((sign) => sign.test(text)).length;
  return signs >= LEGAL_SIGNS_NEEDED && (atEdge(setting) || !isProse(text) || TO_READER.test(text))
    ? 'cookie, consent or terms text'
    : undefined;
};

const REACH = /^(?:you can )?(?:follow|e-?mail|contact|reach)\s+\S/i;
const REACHED_AT = /@|\bon\s+(?:x|twitter|facebook|instagram|linkedin|threads|bluesky)\b/i;
const LONGEST_REACH_WORDS = 25;

/** "Follow her on X @name": how to reach the writer. */
export const followAuthor: FurnitureRule = ({ text }) =>
  REACH.test(text) && REACHED_AT.test(text) && wordCount(text) <= LONGEST_REACH_WORDS
    ? 'how to reach the writer'
    : undefined;
