import type { BriefContent, ConditionRow, DisputeRow, SpeakerRow } from '../../compose/content.ts';
import { sides } from '../../compose/disputes-section.ts';
import { capitalise } from '../../compose/prose.ts';
import { html, type Markup } from '../markup.ts';
import { statementLabel } from '../statement-label.ts';
import { quoted, type ReferenceLabel, referenceMarks } from './inline.ts';
import { cutNote, section } from './section.ts';

const speaker = (one: SpeakerRow, label: ReferenceLabel): Markup =>
  html`<dt id="${one.id}">${one.speaker}${!one.named && html` <span class="by">not named</span>`}</dt>${one.statements.map(
    (statement) =>
      html`<dd id="${statement.id}">${quoted(statement.content)} <span class="by">${statementLabel(statement)}</span> ${referenceMarks(statement.references, label, false)}</dd>`,
  )}${one.statements.length < one.total && html`<dd class="by">${one.total - one.statements.length} more in <code>brief.json</code></dd>`}`;

export const speech = ({ speakers }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'speech',
    'Who says what',
    html`<p>${speakers.finding}.</p>${speakers.rows.length > 0 && html`<dl>${speakers.rows.map((one) => speaker(one, label))}</dl>`}${cutNote(speakers, 'speakers')}`,
  );

const condition = (one: ConditionRow, label: ReferenceLabel): Markup =>
  html`<li id="${one.id}">${capitalise(one.source)}: ${quoted(one.condition)}${one.consequence && html`<span class="by">${one.otherwise ? 'What would follow if not' : 'What would follow'}: ${quoted(one.consequence)}</span>`} ${referenceMarks(one.references, label, false)}</li>`;

export const conditions = ({ conditions: content }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'conditions',
    'What would have to be true',
    html`<p>${content.finding}.</p>${content.rows.length > 0 && html`<ul>${content.rows.map((one) => condition(one, label))}</ul>`}${cutNote(content, 'conditions')}`,
  );

const dispute = (one: DisputeRow, label: ReferenceLabel): Markup =>
  html`<li id="${one.id}"><span class="statement">${one.statement}.</span> ${capitalise(sides(one))}. <span class="by">Said: ${referenceMarks(one.assertedReferences, label)} Denied: ${referenceMarks(one.deniedReferences, label)}</span></li>`;

export const disputes = ({ disputes: content }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'disputes',
    'What is disputed',
    html`<p>${content.finding}.</p>${content.rows.length > 0 && html`<ul>${content.rows.map((one) => dispute(one, label))}</ul>`}${cutNote(content, 'disputes')}`,
  );
