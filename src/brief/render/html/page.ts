import { createHash } from 'node:crypto';
import type { BriefContent } from '../../compose/content.ts';
import { dayPhrase } from '../../compose/date-phrase.ts';
import { count } from '../../compose/prose.ts';
import { judgementSection } from '../../judgement/html.ts';
import { html, type Markup, raw } from '../markup.ts';
import { annex } from './annex.ts';
import { estimatesTable, keyPointsSection } from './head-sections.ts';
import { referenceLabel } from './inline.ts';
import { ledger } from './ledger.ts';
import { network } from './network.ts';
import { leftOut, limits, sources } from './sources.ts';
import { conditions, disputes, speech } from './speech.ts';
import { styleSheet } from './style-sheet.ts';
import { timeline } from './timeline.ts';

/** The spoken brief in the page: markup for its bar, style, and the one script that may run. */
export interface PagePlayer {
  readonly html: string;
  readonly css: string;
  readonly script: string;
}

/** Nothing may load, run or be sent: the page is its own whole. A player adds its own script, to the letter, and its sound. */
const contentSecurityPolicy = (player: PagePlayer | undefined): string => {
  const base = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  if (!player) return base;
  const hash = createHash('sha256').update(player.script).digest('base64');
  return `${base}; script-src 'sha256-${hash}'; media-src 'self' data: blob: file:`;
};

const CONTENTS: readonly (readonly [id: string, words: string])[] = [
  ['key', 'Key points'],
  ['judgements', 'What we judge'],
  ['estimates', 'How likely'],
  ['timeline', 'Who did what'],
  ['network', 'Who stands how'],
  ['ledger', 'How much'],
  ['speech', 'Who says what'],
  ['conditions', 'Conditions'],
  ['disputes', 'Disputes'],
  ['sources', 'Sources'],
  ['left-out', 'Left out'],
  ['limits', 'Limits'],
  ['annex', 'Annex'],
];

const header = (content: BriefContent): Markup =>
  html`<header><p class="kicker">Brief from ${count(content.sources.length, 'text')}${content.asOf && `, as of ${dayPhrase(content.asOf)}`}${
    content.generatedFor && html`, for <bdi>${content.generatedFor}</bdi>`
  }</p><h1 dir="auto">${content.title}</h1><p class="bottom-line">${content.bottomLine.join(' ')}</p></header>`;

/** The whole brief as one HTML page without outside resource, and without script but for the player's. */
export const renderHtml = (content: BriefContent, player?: PagePlayer): string => {
  const label = referenceLabel(content.sources.length === 1);
  const foot = `Source: ${count(content.sources.length, 'text')}${content.asOf ? `, as of ${dayPhrase(content.asOf)}` : ''}. What sources say, coded by program.`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(player)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${content.title}</title>
<style>${raw(styleSheet() + (player?.css ?? ''))}</style>
</head>
<body>
<a class="skip" href="#key">To the key points</a>
${player && raw(player.html)}
${header(content)}
<nav aria-label="Contents"><ul>${CONTENTS.filter(([id]) => id !== 'judgements' || content.judgements).map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>
<main>
${keyPointsSection(content, label)}
${content.judgements && judgementSection(content.judgements, label)}
${estimatesTable(content, label)}
${timeline(content, label, foot)}
${network(content, label, foot)}
${ledger(content, label)}
${speech(content, label)}
${conditions(content, label)}
${disputes(content, label)}
${sources(content, label)}
${leftOut(content)}
${limits(content)}
${annex(content, label)}
</main>
${player && html`<script>${raw(player.script)}</script>`}
</body>
</html>
`.markup;
};
