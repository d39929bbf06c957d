import type { BriefContent, EstimateRow } from '../../compose/content.ts';
import { capitalise } from '../../compose/prose.ts';
import { rangeBar } from '../chart/range-bar.ts';
import { html, type Markup } from '../markup.ts';
import { prose, quoted, type ReferenceLabel, referenceMarks } from './inline.ts';
import { cutNote, section } from './section.ts';

export const keyPointsSection = ({ keyPoints }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'key',
    'Key points',
    keyPoints.length === 0
      ? html`<p>The coding found nothing that would make a key point. The texts are in the annex.</p>`
      : html`<ol class="points">${keyPoints.map(
          ({ id, statement, support }) =>
            html`<li id="${id}"><p>${prose(statement, label)}</p>${support && html`<p class="support">${prose(support, label)}</p>`}</li>`,
        )}</ol>`,
  );

const likelihood = ({ words, phrase }: EstimateRow): Markup =>
  words
    ? html`${quoted(phrase)} <strong>${words.word ?? 'a stated number'}, ${words.number} %</strong> <span class="nowrap">${words.band}</span>`
    : html`${quoted(phrase)} <strong>no standard band</strong>`;

export const estimatesTable = ({ estimates }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'estimates',
    'What is judged how likely',
    estimates.rows.length === 0
      ? html`<p>${estimates.finding}.</p>`
      : html`<table><caption><strong>${capitalise(estimates.finding)}</strong><span>The source’s own phrase; then the word, the middle and the band in per cent that ICD 203 gives it</span></caption>
<thead><tr><th scope="col">Likelihood</th><th scope="col">Of what, and whose estimate</th><th scope="col">Source</th></tr></thead>
<tbody>${estimates.rows.map(
          (row) =>
            html`<tr id="${row.id}"><td class="likelihood">${likelihood(row)}${row.words && html` ${rangeBar(row, 1, true)}`}</td><td>${quoted(row.about)}<span class="by">${capitalise(row.holder)}</span></td><td>${referenceMarks(row.references, label, false)}</td></tr>`,
        )}</tbody></table>${cutNote(estimates, 'judgements')}`,
  );
