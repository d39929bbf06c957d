import type { BriefContent, TimelineRow } from '../../compose/content.ts';
import { STATUS_LABELS, TYPE_LABELS } from '../../compose/event-phrase.ts';
import { capitalise, count, enumerateVoices } from '../../compose/prose.ts';
import { swimLanes } from '../chart/swim-lanes.ts';
import { html, type Markup } from '../markup.ts';
import { quoted, type ReferenceLabel, referenceMarks } from './inline.ts';
import { cutNote, figure, section } from './section.ts';

const WIDE = 704;
const NARROW = 350;
const MOST_HOLDERS = 3;
const MOST_MARKS = 4;

const sign = ({ quad }: TimelineRow): Markup =>
  html`<span class="${quad.endsWith('cooperation') ? 'coop' : 'conf'} ${quad.startsWith('material') ? 'deed' : 'word'} sign" aria-hidden="true"></span>`;

const row = (one: TimelineRow, label: ReferenceLabel): Markup => {
  const said = [
    capitalise(STATUS_LABELS[one.status]),
    one.holders.length > 0 && `by ${enumerateVoices(one.holders, MOST_HOLDERS)}`,
    one.documents.length > 1 && `in ${count(one.documents.length, 'text')}`,
    one.denying.length > 0 ? `denied by ${enumerateVoices(one.denying, MOST_HOLDERS)}` : one.disputed && 'disputed',
    ...one.correctedBy.map((by) => `see the correction in source ${by}`),
  ].filter(Boolean);
  const more = one.references.length - MOST_MARKS;
  return html`<tr id="${one.id}"><td class="number">${one.id.slice(1)}</td><td>${one.when}</td><td>${
    one.clause && html`<span class="statement">${sign(one)}${one.clause}</span>`
  }${quoted(one.quote)}<span class="by">${capitalise(TYPE_LABELS[one.type])}: ${said.join(', ').replace(/^[A-Z]/, (letter) => letter.toLowerCase())}</span></td><td>${referenceMarks(
    one.references.slice(0, MOST_MARKS),
    label,
    false,
  )}${more > 0 && html` <span class="by">+${more}</span>`}</td></tr>`;
};

export const timeline = ({ timeline: content, asOf }: BriefContent, label: ReferenceLabel, foot: string): Markup => {
  const charts = swimLanes(content, [WIDE, NARROW]);
  return section(
    'timeline',
    'Who did what to whom',
    content.rows.length === 0
      ? html`<p>${content.finding}.</p>`
      : html`<p>A line is what a text says. That an event stands here does not mean that it took place.</p>${
          charts
            ? figure(
                charts,
                capitalise(content.finding),
                'One lane an actor that acts. Round: cooperation; square: conflict. Filled: deeds; hollow: words; broken outline: planned, threatened, denied or supposed. A bar is a span or a vague date; marks at the edge lie beyond the axis. Numbers lead to the table.',
                foot,
              )
            : html`<p class="finding">${capitalise(content.finding)}.</p>`
        }<table class="timeline"><caption class="plain">Events as told, by date${asOf ? '' : '; the texts are undated'}</caption><thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">What is said, and by whom</th><th scope="col">Source</th></tr></thead><tbody>${content.rows.map(
          (one) => row(one, label),
        )}</tbody></table>${cutNote(content, 'events')}`,
  );
};
