import { readFileSync } from 'node:fs';
import { quoted } from '../render/html/inline.ts';
import { section } from '../render/html/section.ts';
import { styleSheet } from '../render/html/style-sheet.ts';
import { html, type Markup, raw } from '../render/markup.ts';
import type { EvidenceRow, MatrixCell, MatrixRow, MatrixView, QuestionJudgement } from './content.ts';
import { countingList, hypothesisTable, sentenceList } from './html.ts';

let ownStyle: string | undefined;
const reportStyle = (): string => {
  ownStyle ??= readFileSync(new URL('./report.css', import.meta.url), 'utf8');
  return ownStyle;
};

const anchorOf = (evidence: string): string => `item-${evidence}`;

const cell = ({ shown, kind }: MatrixCell): Markup => html`<td class="cell rated-${kind}">${shown}</td>`;

const matrixRow = ({ evidence, cells, diagnosticity, share }: MatrixRow, text: string): Markup =>
  html`<tr><th scope="row"><a href="#${anchorOf(evidence)}">${evidence}</a> <span class="item">${text}</span></th>${cells.map(cell)}<td class="figure">${diagnosticity.toFixed(2)}</td><td class="figure">${
    share === null ? '–' : share.toFixed(2)
  }</td></tr>`;

const matrixTable = (view: MatrixView, { hypotheses, evidence }: QuestionJudgement): Markup => {
  const text = (id: string): string => evidence.find((row) => row.evidence === id)?.text ?? '';
  const [most] = view.rows;
  const finding =
    most && most.diagnosticity > 0
      ? `${most.evidence} tells the hypotheses apart most, for ${view.analyst}`
      : `Nothing tells the hypotheses apart yet, for ${view.analyst}`;
  const name = (id: string): string => hypotheses.find(({ hypothesis }) => hypothesis === id)?.text ?? id;
  return html`<div class="scroll" role="region" aria-label="Matrix of ${view.analyst}" tabindex="0"><table class="matrix"><caption><strong>${finding}</strong><span>CC very consistent, C consistent, N neutral, I inconsistent, II very inconsistent, – does not apply, ? not rated. The last columns: how far the ratings differ (standard deviation on −2 to 2), and what the item counts in the posterior after damping</span></caption>
<thead><tr><th scope="col">Evidence</th>${view.hypotheses.map((id) => html`<th scope="col"><abbr title="${name(id)}">${id}</abbr></th>`)}<th scope="col">Diagn.</th><th scope="col">Counts</th></tr></thead>
<tbody>${view.rows.map((row) => matrixRow(row, text(row.evidence)))}</tbody>
<tfoot>${view.totals.map(({ name: total, values }) => html`<tr><th scope="row">${total}</th>${values.map((value) => html`<td class="figure">${value}</td>`)}<td></td><td></td></tr>`)}</tfoot></table></div>`;
};

const reasonsOf = (view: MatrixView): Markup => {
  const rows = view.rows.filter(({ cells }) => cells.some(({ because }) => because !== null));
  if (rows.length === 0) return html`<p class="note">No reasons are given.</p>`;
  return html`<dl class="reasons">${rows.map(
    ({ evidence, cells }) =>
      html`<dt>${evidence}</dt>${cells.map(({ hypothesis, shown, because }) => because !== null && html`<dd><b>${hypothesis} ${shown}</b> ${because}</dd>`)}`,
  )}</dl>`;
};

const matrixSection = (view: MatrixView, judgement: QuestionJudgement, index: number): Markup =>
  section(
    `matrix-${index + 1}`,
    `Matrix of ${view.analyst}`,
    html`${view.note !== null && html`<p class="note">${view.note}</p>`}${matrixTable(view, judgement)}<h3>Four ways to score it</h3><ul>${view.methods.map(
      ({ name, how, ranking }) => html`<li><b>${name}</b> ${how}: ${ranking}.</li>`,
    )}</ul><p>${view.agreement}</p>${view.dependence.length > 0 && html`<h3>Items of one source</h3>${sentenceList(view.dependence)}`}${
      view.gaps.length > 0 && html`<h3>What does not count yet</h3>${sentenceList(view.gaps)}`
    }<h3>Reasons of ${view.analyst}</h3>${reasonsOf(view)}`,
  );

const evidenceItem = (row: EvidenceRow): Markup =>
  html`<li id="${anchorOf(row.evidence)}"><b>${row.evidence}</b> ${row.text}<span class="by">${
    row.quote === null
      ? html`Entered by ${row.author ?? 'a person'}`
      : html`${quoted(row.quote)}${row.title !== null && html` <bdi>${row.title}</bdi>`}`
  }<br>Credibility ${row.credibility}, relevance ${row.relevance}, graded ${row.grade}${row.source !== null && html`, source: <bdi>${row.source}</bdi>`}${row.note !== null && html`<br>${row.note}`}</span></li>`;

const head = ({ question, note, statement, whose, matrices, evidence, hypotheses }: QuestionJudgement): Markup =>
  html`<header><p class="kicker">Hypotheses weighed: ${hypotheses.length} hypotheses, ${evidence.length} items of evidence, ${matrices.length === 1 ? 'one analyst' : `${matrices.length} analysts`}</p><h1 dir="auto">${question}</h1><p class="bottom-line">${statement} This is ${whose}.</p>${note !== null && html`<p class="note">${note}</p>`}</header>`;

/** What a reader must not take from a weighing. */
export const LIMITS: readonly string[] = [
  'A posterior is what follows from the ratings, the priors and the dependence that are stated. It is no more certain than they are.',
  'The hypotheses are taken to exclude each other. Where two can both be true, none of the four scores holds.',
  'An item counts in the posterior once it is rated under every hypothesis; “does not apply” under one leaves it out.',
  'Credibility and relevance weigh in the weighted count only. What is doubtful is to be rated nearer to N for Bayes.',
  'Admiralty grades are the analyst’s: F and 6 say that nothing can be judged, not that it is bad.',
];

/** The whole weighing of one question as a page by itself: no script, nothing loaded, fit to print. */
export const reportPage = (judgement: QuestionJudgement, calibration: string | null): string => {
  const contents: readonly (readonly [id: string, words: string])[] = [
    ['judged', 'What is judged'],
    ['counts', 'What counts most'],
    ['changes', 'What would change it'],
    ...(judgement.differences.length > 0 ? ([['differences', 'Differences']] as const) : []),
    ...judgement.matrices.map(({ analyst }, index) => [`matrix-${index + 1}`, `Matrix of ${analyst}`] as const),
    ['evidence', 'Evidence'],
    ...(calibration === null ? [] : ([['calibration', 'Calibration']] as const)),
    ['limits', 'Limits'],
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${judgement.question}</title>
<style>${raw(styleSheet() + reportStyle())}</style>
</head>
<body>
<a class="skip" href="#judged">To the judgement</a>
${head(judgement)}
<nav aria-label="Contents"><ul>${contents.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>
<main>
${section('judged', 'What is judged', hypothesisTable(judgement))}
${section(
  'counts',
  'Evidence that counts most',
  countingList(judgement, () => ''),
)}
${section('changes', 'What would change our mind', sentenceList(judgement.changes))}
${judgement.differences.length > 0 && section('differences', 'Where the analysts differ', sentenceList(judgement.differences))}
${judgement.matrices.map((view, index) => matrixSection(view, judgement, index))}
${section('evidence', 'Evidence', html`<ul class="evidence">${judgement.evidence.map(evidenceItem)}</ul>`)}
${calibration !== null && section('calibration', 'Calibration so far', html`<p>${calibration}</p>`)}
${section('limits', 'Limits', sentenceList(LIMITS))}
</main>
</body>
</html>
`.markup;
};
