import type { BriefContent, SourceRow } from '../../compose/content.ts';
import { dayPhrase } from '../../compose/date-phrase.ts';
import { STATUS_LABELS } from '../../compose/event-phrase.ts';
import { capitalise, count, tally } from '../../compose/prose.ts';
import { html, type Markup } from '../markup.ts';
import { type ReferenceLabel, referenceMarks } from './inline.ts';
import { section } from './section.ts';

const MOST_REMOVED = 40;
const LONGEST_REMOVED = 300;
const HASH_SHOWN = 12;
const OPEN_UNTIL = 1;

const httpAddress = (url: string | null): string | null => (url && /^https?:\/\//i.test(url) ? url : null);

const facts = (source: SourceRow): string =>
  [
    source.byline ?? 'no author stated',
    source.publisher ?? 'no publisher stated',
    source.published ? dayPhrase(source.published) : 'undated',
  ].join(', ');

const address = ({ url }: SourceRow): Markup | null => {
  const http = httpAddress(url);
  if (http) return html` <a href="${http}" rel="noreferrer nofollow" class="address">${http}</a>`;
  return url ? html` <span class="address">${url}</span>` : null;
};

const claims = (source: SourceRow, label: ReferenceLabel, open: boolean): Markup | null =>
  source.claims.length === 0
    ? null
    : html`<details${open ? html` open` : null}><summary>What this text alone says (${tally(source.totalClaims, 'coded claim')})</summary><ul class="claims">${source.claims.map(
        (claim) =>
          html`<li id="${claim.id}">${claim.statement ?? 'An event without a named party'} <span class="by">${STATUS_LABELS[claim.status]} by ${claim.holder}</span> ${referenceMarks(claim.references, label)}</li>`,
      )}</ul>${source.claims.length < source.totalClaims && html`<p class="note">${source.claims.length} of ${source.totalClaims}; all of them are in <code>claims.csv</code>.</p>`}</details>`;

const statement = (source: SourceRow, label: ReferenceLabel, open: boolean): Markup =>
  html`<li id="source-${source.number}" value="${source.number}"><a href="#annex-${source.number}"><bdi>${source.heading}</bdi></a>. <strong>${capitalise(source.kind)}</strong>, <bdi>${facts(source)}</bdi>.${address(source)}<span class="by">Kind: ${source.kindReason}. ${source.rests}${source.correctedBy.map((by) => html` <strong>Corrected by source ${by}.</strong>`)}${source.corrects.map((of) => ` It corrects source ${of}.`)}${source.notes.map((note) => ` ${note}`)} <span class="nowrap">SHA-256 ${source.sha256.slice(0, HASH_SHOWN)}…</span></span>${claims(source, label, open)}</li>`;

export const sources = (content: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'sources',
    'Sources',
    html`<p>${content.sourceSummary}</p><ol class="sources">${content.sources.map((source) =>
      statement(source, label, content.sources.length <= OPEN_UNTIL),
    )}</ol>`,
  );

const shorten = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_REMOVED ? line : `${line.slice(0, LONGEST_REMOVED)} …`;
};

export const leftOut = ({ sources: all }: BriefContent): Markup => {
  const removed = all.flatMap(({ number, removed: parts }) => parts.map((part) => ({ number, ...part })));
  return section(
    'left-out',
    'What was left out',
    removed.length === 0
      ? html`<p>Nothing: every line of ${all.length === 1 ? 'the text' : 'the texts'} was read as part of an article.</p>`
      : html`<p>${capitalise(count(removed.length, 'passage'))} ${removed.length === 1 ? 'was' : 'were'} taken for what a page repeats around its article, and not read.</p><ul class="removed">${removed
          .slice(0, MOST_REMOVED)
          .map(
            ({ number, text, reason }) =>
              html`<li><span class="quote" dir="auto">${shorten(text)}</span> <span class="by">${reason}${all.length > 1 && `; source ${number}`}</span></li>`,
          )}</ul>${removed.length > MOST_REMOVED && html`<p class="note">${MOST_REMOVED} of ${removed.length}; all of them are in <code>brief.json</code>.</p>`}`,
  );
};

export const limits = ({ limits: lines }: BriefContent): Markup =>
  section('limits', 'Limits', html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`);
