import { atEdge, type FurnitureRule, fold, isProse, wordCount } from './block.ts';

const LABEL_WORDS = 8;

/** Whole lines, folded: what pages print above and between their parts. */
const LABELS =
  /^(?:advertisement|ad|ads|sponsored(?: content)?|promoted|paid content|story continues below(?: this)?(?: advertisement)?|article continues (?:after|below)(?: this)?(?: (?:advertisement|ad))?|scroll to continue(?: reading)?|continue reading|read more|show more|load more|see more|view all|more|share|share this(?: article| story| page)?|share on|save|print|copy link|link copied|gift(?: this)? article|comments?(?: \d+)?|\d+ comments?|leave a comment|join the conversation|view comments|related|related (?:articles?|stories|topics|content|news|coverage|links|posts|reading)|more (?:stories|news|coverage|on this(?: story| topic)?)|more from .{2,40}|most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you| stories| videos)?|you (?:may|might) (?:also )?(?:like|be interested in)|editors['’]? picks|up next|top stories|latest(?: news)?|in this article|topics|tags|skip to (?:main )?content|skip (?:advertisement|past .{2,40})|menu|search|close|back to top|home|sign in|log in|subscribe|subscribe now|donate|newsletters?|watch live|live tv|listen|watch|play|pause|mute|unmute|loading|follow us|about us|contact us|privacy policy|terms of (?:use|service)|cookie policy|accept all(?: cookies)?|reject all|manage preferences|next (?:article|story|post)|previous (?:article|story|post)|image source|getty images|reuters|file photo|video|audio|photos|published|updated|list of \d+ items|\d+ (?:min|minutes?)(?: read)?|\d+ shares?|listen \d+ min(?:utes)?)$/;

/** Labels that introduce one link in the same line: "READ MORE: …", "Related: …". */
const LEAD_IN =
  /^(?:read\s+(?:more|also|next|here)|also\s+read|see\s+also|related(?:\s+(?:article|story|stories|content|news|coverage))?|more\s+(?:on\s+this|here|stories)|recommended(?:\s+reading)?|further\s+reading|don['’]t\s+miss|must\s+read|watch(?:\s+(?:more|now|live|video))?|listen(?:\s+now)?|video|gallery|in\s+pictures|explainer|live\s+(?:blog|updates)|sign\s+up|subscribe|editor['’]s\s+picks?)\s*[:|>»→–—-]\s*\S/i;

const NETWORKS = new Set(
  'facebook twitter x whatsapp telegram linkedin reddit email e-mail mail print copy link pinterest flipboard threads bluesky messenger line vk weibo wechat instagram youtube tumblr pocket sms more share tweet save gift this article on via'.split(
    ' ',
  ),
);

/** "Advertisement", "Most read", "5 min read": a line that labels a part of the page. */
export const label: FurnitureRule = ({ text }) =>
  wordCount(text) <= LABEL_WORDS && LABELS.test(fold(text)) ? 'label of the page' : undefined;

/** "READ MORE: …": a pointer to another article. */
export const leadIn: FurnitureRule = ({ text }) =>
  LEAD_IN.test(text) && !isProse(text) ? 'pointer to another article' : undefined;

/** "Facebook Twitter Email Print": nothing but places to share to. */
export const shareBar: FurnitureRule = ({ text }) => {
  const words = fold(text).split(' ');
  const isBar = words.length >= 2 && words.length <= 20 && words.every((word) => NETWORKS.has(word));
  return isBar ? 'share bar' : undefined;
};

/** "Home > World > Asia": the way to the page. */
export const breadcrumb: FurnitureRule = ({ text }, setting) =>
  atEdge(setting) &&
  /[>›»]/.test(text) &&
  /^[\p{L}\p{N} &'’-]{2,30}(?:\s*[>›»]\s*[\p{L}\p{N} &'’-]{2,60}){1,6}$/u.test(text.trim())
    ? 'breadcrumb'
    : undefined;

/** "…, opens new tab": what a reader of the screen is told of a link that stands alone. */
export const opensElsewhere: FurnitureRule = ({ text }) =>
  /\bopens (?:in )?(?:a )?new (?:tab|window)\W*$/i.test(text) && wordCount(text) <= 20
    ? 'nothing but a link'
    : undefined;

/** "0:00 / 2:31": where a player stands. */
export const playerTime: FurnitureRule = ({ text }) =>
  /^\s*\d{1,2}:\d{2}(?::\d{2})?\s*\/\s*-?\d{1,2}:\d{2}(?::\d{2})?\s*$/.test(text) ? 'player' : undefined;
