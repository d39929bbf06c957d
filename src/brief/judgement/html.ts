import { rangeBar } from '../render/chart/range-bar.ts';
import { quoted, type ReferenceLabel, referenceMarks } from '../render/html/inline.ts';
import { section } from '../render/html/section.ts';
import { html, type Markup } from '../render/markup.ts';
import type { CountingEvidence, HypothesisRow, JudgementSection, QuestionJudgement } from './content.ts';

const hypothesis = (row: HypothesisRow): Markup =>
  html`<tr id="${row.id}"><td class="likelihood"><strong>${row.words.word}, <span class="nowrap">${row.words.number}</span></strong> <span class="nowrap">${row.words.band}</span> ${rangeBar({ low: row.posterior, high: row.posterior }, 1, true)}</td><td><b>${row.hypothesis}</b> ${row.text}<span class="by">Before the evidence ${row.prior}; ${row.range} whichever one item is left out${
    row.byAnalyst.length > 0 && `; ${row.byAnalyst.map(({ analyst, number }) => `${analyst} ${number}`).join(', ')}`
  }</span></td></tr>`;

export const hypothesisTable = ({ anchor, hypotheses, statement, whose }: QuestionJudgement): Markup =>
  html`<table id="${anchor}-judged" class="judged"><caption><strong>${statement}</strong><span>Word, number and band of ICD 203; ${whose}</span></caption><thead><tr><th scope="col">Likelihood</th><th scope="col">Hypothesis</th></tr></thead><tbody>${hypotheses.map(hypothesis)}</tbody></table>`;

const counting = (row: CountingEvidence, label: ReferenceLabel): Markup =>
  html`<li id="${row.id}"><b>${row.evidence}</b> ${row.text} ${row.references.length > 0 && referenceMarks(row.references, label)}<span class="by">${row.quote !== null && html`${quoted(row.quote)} `}${[row.source, `graded ${row.grade}`, row.effect].filter(Boolean).join('; ')}</span></li>`;

export const countingList = ({ counts }: QuestionJudgement, label: ReferenceLabel): Markup =>
  counts.length === 0
    ? html`<p>No single item moves the leading hypothesis by a whole per cent.</p>`
    : html`<ul class="counting">${counts.map((row) => counting(row, label))}</ul>`;

export const sentenceList = (sentences: readonly string[]): Markup =>
  html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;

const question = (one: QuestionJudgement, label: ReferenceLabel): Markup =>
  html`<h3 id="${one.anchor}">${one.question}</h3>${one.note !== null && html`<p class="note">${one.note}</p>`}${hypothesisTable(one)}<h4>Evidence that counts most</h4>${countingList(one, label)}<h4>What would change our mind</h4><div id="${one.anchor}-changes">${sentenceList(one.changes)}</div>${
    one.differences.length > 0 && html`<h4>Where the analysts differ</h4>${sentenceList(one.differences)}`
  }`;

/** The judgements of a case in its brief: the one part that is not what sources say, and says so. */
export const judgementSection = ({ questions, calibration }: JudgementSection, label: ReferenceLabel): Markup =>
  section(
    'judgements',
    'What is judged here',
    html`${questions.length > 0 && html`<p>These are judgements of the analysts named, from their own ratings of the evidence; all else in this brief is what the sources say.</p>`}${questions.map(
      (one) => question(one, label),
    )}${calibration !== null && html`<h3>Calibration so far</h3><p>${calibration}</p>`}`,
  );
