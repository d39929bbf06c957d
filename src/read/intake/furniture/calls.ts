import { atEdge, type Block, endsSentence, type FurnitureRule, hasQuotation, isCapitals, wordCount } from './block.ts';

const IMPERATIVE =
  /^(?:please\s+)?(?:click|tap|press|subscribe|sign\s+(?:up|in)|log\s+in|register|download|follow|join|watch|listen|read|see|share|get|support|donate|continue|view|check\s+out|try|discover|enable|add|contact|e-?mail|buy|hear|like|find|stay|become|turn\s+on|receive|scroll|swipe|install|send)\b(?!-)/i;

/** What a site offers, as opposed to what an article is about. */
const OFFER =
  /\b(?:newsletters?|(?:daily|morning|weekly|evening|\p{Lu}\w+)\s+briefing|apps?|app\s+store|google\s+play|subscriptions?|subscribers?|inbox|(?:e-?mail|breaking(?:\s+news)?|news)\s+alerts?|notifications?|podcasts?|(?:youtube|telegram|whatsapp)\s+channel|facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|google\s+news|free\s+trial|membership|access\s+to\s+(?:this|our|all|exclusive)|journalism|(?:read|see|hear|more)\s+(?:more|also|next|from|on\s+this|stories|coverage|news|articles)|(?:full|this|our|these|original)\s+(?:story|stories|article|articles|episode|interview|coverage|reporting)|live\s+blog|live\s+updates|video\s+below|comments?\s+section)\b/iu;

/** Nouns that beside a "you" or "your" speak of the page and hardly ever of the world. */
const PAGE_THING =
  /\b(?:browsers?|newsletters?|inbox|subscriptions?|cookies|unsubscribed?|paywall|javascript|ad-?\s?blockers?|log-?in|passwords?|e-?mail\s+address)\b/i;
const PAGE_MATTER =
  /\b(?:articles?|stories|app|apps|account|audio|video|ads|comments?|podcasts?|content|page|website|preferences)\b/i;
const PAGE_DEED =
  /\b(?:listen|read|reading|watch|subscribed?|unsubscribe|sign(?:ed)?|log(?:ged)?|browse|download|comment|receive|opt|manage|update|access|support|enjoy(?:ed|ing)?)\b/i;
const SECOND_PERSON = /\b(?:you|your|you['’](?:ve|re|ll))\b/i;
/** "NEWYou can …": a badge whose mark-up was lost glued on. */
const GLUED_BADGE = /^\p{Lu}{2,12}(?=\p{Lu}\p{Ll})/u;

const SAID = /\b(?:said|says|told|according\s+to|reported|warned)\b/i;
const LONGEST_CALL_WORDS = 30;
const SHORT_WORDS = 15;
const CALL_SCORE = 3;
const PROMPT_SCORE = 4;

const sum = (...signs: readonly (readonly [boolean, number])[]): number =>
  signs.reduce((total, [holds, weight]) => total + (holds ? weight : 0), 0);

const unpunctuated = ({ text }: Block): boolean => !endsSentence(text) || text.trimEnd().endsWith('!');

/** "CLICK HERE TO GET THE APP": an imperative that sends the reader to something the site offers. */
export const callToAction: FurnitureRule = (block) => {
  const words = wordCount(block.text);
  if (words > LONGEST_CALL_WORDS || hasQuotation(block.text) || !IMPERATIVE.test(block.text)) return undefined;
  const [here, offer] = [/\bhere\b/i.test(block.text), OFFER.test(block.text)];
  if (!here && !offer) return undefined;
  const score = sum(
    [true, 1],
    [here, 1],
    [offer, 1],
    [isCapitals(block.text), 1],
    [/\b(?:our|us|your|you)\b/i.test(block.text), 1],
    [(block.linkShare ?? 0) > 0.3, 1],
    [unpunctuated(block), 0.5],
    [words <= SHORT_WORDS, 0.5],
    [SAID.test(block.text), -1],
  );
  return score >= CALL_SCORE ? 'call to action' : undefined;
};

/** "You can now listen to articles", "Your browser does not …": a line to the reader about the page. */
export const pagePrompt: FurnitureRule = (block, setting) => {
  const text = block.text.replace(GLUED_BADGE, '');
  const words = wordCount(text);
  if (words > LONGEST_CALL_WORDS || hasQuotation(text) || !SECOND_PERSON.test(text)) return undefined;
  if (!PAGE_THING.test(text) && !PAGE_MATTER.test(text)) return undefined;
  const score = sum(
    [true, 1],
    [PAGE_THING.test(text), 2],
    [PAGE_MATTER.test(text), 1],
    [PAGE_DEED.test(text), 1],
    [GLUED_BADGE.test(block.text), 1],
    [atEdge(setting), 1],
    [(block.linkShare ?? 0) > 0.3, 1],
    [unpunctuated(block), 0.5],
    [words <= SHORT_WORDS, 0.5],
    [SAID.test(text), -2],
  );
  return score >= PROMPT_SCORE ? 'prompt to the reader about the page' : undefined;
};
