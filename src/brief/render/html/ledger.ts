import type { BriefContent, LedgerGroupRow } from '../../compose/content.ts';
import { STATUS_LABELS } from '../../compose/event-phrase.ts';
import { capitalise } from '../../compose/prose.ts';
import { rangeBar } from '../chart/range-bar.ts';
import { html, type Markup } from '../markup.ts';
import { quoted, type ReferenceLabel, referenceMarks } from './inline.ts';
import { cutNote, section } from './section.ts';

const UNDATED = 'no date';
const ROOM_ABOVE = 1.2;

const group = (one: LedgerGroupRow, label: ReferenceLabel): Markup => {
  const largest = Math.max(Number.MIN_VALUE, ...one.figures.flatMap(({ low, high }) => [low ?? 0, high ?? 0]));
  // An open upper side needs room to be seen.
  const most = one.figures.some(({ high }) => high === null) ? largest * ROOM_ABOVE : largest;
  const drawn = one.comparable && one.figures.length > 1;
  const subtitle = [one.range && `From ${one.range}`, one.rival && 'figures that cannot all hold'].filter(Boolean);
  return html`<table id="${one.id}"><caption><strong>${one.heading}</strong>${subtitle.length > 0 && html`<span>${subtitle.join('; ')}</span>`}</caption><thead><tr><th scope="col">Figure</th><th scope="col">Who says so, as of when</th><th scope="col">Source</th></tr></thead><tbody>${one.figures.map(
    (figure) =>
      html`<tr id="${figure.id}"><td class="figure">${capitalise(figure.figure)}${drawn && rangeBar(figure, most)}</td><td>${capitalise(figure.holder)}${
        figure.asOf !== UNDATED && `, ${figure.asOf}`
      }<br>${quoted(figure.quote)}<span class="by">${capitalise(STATUS_LABELS[figure.status])}</span></td><td>${referenceMarks(figure.references, label, false)}</td></tr>`,
  )}</tbody></table>${one.figures.length < one.total && html`<p class="note">${one.figures.length} of ${one.total} figures are shown.</p>`}`;
};

export const ledger = ({ ledger: content }: BriefContent, label: ReferenceLabel): Markup =>
  section(
    'ledger',
    'How much, according to whom',
    html`<p>${content.rows.length === 0 ? `${content.finding}.` : `${content.finding}. “At most” and “at least” are the bounds that the source sets.`}</p>${content.rows.map(
      (one) => group(one, label),
    )}${cutNote(content, 'quantities')}`,
  );
