import type { TimelineRow, TimelineSection } from '../../compose/content.ts';
import { dayNumber } from '../../compose/date-phrase.ts';
import { html, type Markup } from '../markup.ts';
import { type TimeScale, timeScale } from './time-scale.ts';

const MARK = 15;
const SUBLANE = 18;
const LANE_PADDING = 7;
const AXIS = 24;
const GAP = 2;
const MOST_SUBLANES = 9;
const EDGE = 16;
const TICK_WIDTH = 84;
const LABEL_HEIGHT = 16;

/** Statuses of what is told as real; the rest is drawn with a broken outline. */
const REAL = new Set(['occurred', 'ongoing']);

interface Placed {
  readonly row: TimelineRow;
  readonly left: number;
  readonly right: number;
  readonly open: 'before' | 'after' | null;
}

const place = (row: TimelineRow, x: (day: number) => number, right: number): Placed | null => {
  const [from, to] = [row.from && dayNumber(row.from), row.to && dayNumber(row.to)];
  const known = from || to;
  if (!known) return null;
  const start = x(from || known);
  const end = x(to || known);
  const width = Math.max(MARK, end - start);
  const left = Math.min(Math.max(0, end - start > MARK ? start : (start + end - MARK) / 2), right - width);
  return {
    row,
    left: Math.max(0, left),
    right: Math.max(0, left) + width,
    open: !from ? 'before' : !to ? 'after' : null,
  };
};

/** Marks that would overlap go to the next line of their lane. */
const sublanes = (marks: readonly Placed[]): Placed[][] => {
  const lines: Placed[][] = [];
  for (const mark of [...marks].sort((a, b) => a.left - b.left || a.right - b.right)) {
    const free = lines.find((line) => (line.at(-1) as Placed).right + GAP <= mark.left);
    if (free) free.push(mark);
    else if (lines.length < MOST_SUBLANES) lines.push([mark]);
    else (lines.at(-1) as Placed[]).push(mark);
  }
  return lines;
};

const shape = ({ row, left, right, open }: Placed, top: number): Markup => {
  const cooperative = row.quad.endsWith('cooperation');
  const classes = [
    cooperative ? 'coop' : 'conf',
    row.quad.startsWith('material') ? 'deed' : 'word',
    REAL.has(row.status) ? '' : 'unreal',
  ].join(' ');
  const middle = top + MARK / 2;
  const tail =
    open === null
      ? null
      : open === 'before'
        ? html`<path class="tail" d="M${left} ${middle}h-9"/>`
        : html`<path class="tail" d="M${right} ${middle}h9"/>`;
  return html`<a class="${classes}" href="#${row.id}" tabindex="-1">${tail}<rect x="${round(left)}" y="${top}" width="${round(right - left)}" height="${MARK}" rx="${cooperative ? MARK / 2 : 1}"/><text x="${round(Math.min(left + MARK / 2, (left + right) / 2))}" y="${middle + 3.4}">${row.id.slice(1)}</text></a>`;
};

const round = (value: number): number => Math.round(value * 10) / 10;

const axis = (scale: TimeScale, x: (day: number) => number, height: number): Markup =>
  html`${scale.ticks.map(
    ({ day, label }) =>
      html`<path class="grid" d="M${round(x(day))} 0V${height}"/><text class="tick" x="${round(x(day))}" y="${height + 15}">${label}</text>`,
  )}`;

const lanes = (section: TimelineSection, width: number): Markup | null => {
  const dated = section.rows.filter(({ precision }) => precision !== 'none');
  const days = dated
    .flatMap(({ from, to }) => [from, to])
    .filter((day) => day !== null)
    .map(dayNumber);
  if (days.length === 0 || section.lanes.length === 0) return null;
  const scale = timeScale(days, Math.max(2, Math.floor(width / TICK_WIDTH)));
  const plot = width - 2 * EDGE;
  const x = (day: number): number =>
    day < scale.from ? 0 : day > scale.to ? width : EDGE + ((day - scale.from) / (scale.to - scale.from)) * plot;
  let top = 0;
  const drawn = section.lanes.flatMap(({ id, label }) => {
    const marks = dated
      .filter((row) => row.lanes.includes(id))
      .map((row) => place(row, x, width))
      .filter((mark) => mark !== null);
    if (marks.length === 0) return [];
    const lines = sublanes(marks);
    const start = top + LABEL_HEIGHT;
    const lane = html`<path class="rule" d="M0 ${top}.5H${width}"/><text class="lane" x="0" y="${top + 12}">${label}</text>${lines.map(
      (line, index) => line.map((mark) => shape(mark, start + LANE_PADDING / 2 + index * SUBLANE)),
    )}`;
    top = start + lines.length * SUBLANE + LANE_PADDING;
    return [lane];
  });
  return html`<svg viewBox="0 0 ${width} ${top + AXIS}" width="${width}" height="${top + AXIS}" aria-hidden="true" class="lanes">${axis(scale, x, top)}${drawn}<path class="rule" d="M0 ${top}.5H${width}"/></svg>`;
};

/** The timeline as one lane an actor; numbers lead to the rows of the table. Null when nothing is dated. */
export const swimLanes = (section: TimelineSection, widths: readonly number[]): readonly Markup[] | null => {
  const drawn = widths.map((width) => lanes(section, width)).filter((chart) => chart !== null);
  return drawn.length === widths.length ? drawn : null;
};
