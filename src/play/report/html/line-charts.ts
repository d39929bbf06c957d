import { escapeHtml } from '../../../model/index.ts';
import { FAN_LEVELS, type Fan } from '../../analysis/fans.ts';
import type { OutcomeSummary } from '../../analysis/outcomes.ts';
import { percent } from '../estimate.ts';
import { at, tableTwin, words } from './markup.ts';

const WIDTH = 360;
const MARGIN = { left: 34, right: 8, top: 10, bottom: 20 };
const STYLES = 7;

interface Frame {
  readonly height: number;
  readonly x: (turn: number) => number;
  readonly y: (value: number) => number;
}

const frame = (turns: number, low: number, high: number, height: number, right: number): Frame => ({
  height,
  x: (turn) => MARGIN.left + ((WIDTH - MARGIN.left - right) * (turn - 1)) / Math.max(turns - 1, 1),
  y: (value) => height - MARGIN.bottom - ((height - MARGIN.top - MARGIN.bottom) * (value - low)) / (high - low || 1),
});

/** One turn has no course: it is drawn as one that does not move, over the whole width. */
const asCourse = <T>(turns: readonly T[]): readonly T[] => (turns.length === 1 ? [...turns, ...turns] : turns);

const axes = (
  { x, y, height }: Frame,
  turns: number,
  ticks: readonly (readonly [number, string])[],
  played = turns,
): string => {
  const grid = ticks
    .map(
      ([value, label]) =>
        `<line class="axis" x1="${at(x(1))}" x2="${at(x(turns))}" y1="${at(y(value))}" y2="${at(y(value))}"/><text class="soft" x="${MARGIN.left - 5}" y="${at(y(value) + 4)}" text-anchor="end">${escapeHtml(label)}</text>`,
    )
    .join('');
  const ends = played === 1 ? [1] : [1, turns];
  return (
    grid +
    ends
      .map(
        (turn) =>
          `<text class="soft" x="${at(x(turn))}" y="${height - 4}" text-anchor="${turn === 1 ? 'start' : 'end'}">${turn}</text>`,
      )
      .join('')
  );
};

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('');

const area = ({ x, y }: Frame, low: readonly number[], high: readonly number[]): string =>
  `${path([...high.map((value, turn) => [x(turn + 1), y(value)] as const), ...low.map((value, turn) => [x(turn + 1), y(value)] as const).reverse()])}Z`;

const LABEL_GAP = 12;

/** Moves labels apart, keeping their order. */
const spreadLabels = (wanted: readonly number[]): readonly number[] => {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const placed = [...wanted];
  order.forEach((index, rank) => {
    const above = order[rank - 1];
    if (above !== undefined) placed[index] = Math.max(placed[index] as number, (placed[above] as number) + LABEL_GAP);
  });
  return placed;
};

/** When each outcome comes about: share of all runs by the end of each turn. */
export const incidenceChart = (
  outcomes: readonly OutcomeSummary[],
  undecided: readonly number[],
  turns: number,
  step: string,
): string => {
  const shown = outcomes.filter(({ incidence }) => (incidence.at(-1) ?? 0) > 0);
  if (shown.length === 0 || turns < 2) return '';
  const most = Math.max(...shown.map(({ incidence }) => incidence.at(-1) as number));
  const box = frame(turns, 0, most, 240, 92);
  const labels = spreadLabels(shown.map(({ incidence }) => box.y(incidence.at(-1) as number) + 4));
  const lines = shown.map(
    ({ name, incidence }, index) =>
      `<path class="line k${index % STYLES}" d="${path(incidence.map((share, turn) => [box.x(turn + 1), box.y(share)] as const))}"/><text x="${at(box.x(turns) + 6)}" y="${at(labels[index] as number)}">${words(name)}</text>`,
  );
  const rows = Array.from({ length: turns }, (_, turn) => [
    String(turn + 1),
    ...shown.map(({ incidence }) => percent(incidence[turn] as number)),
    percent(undecided[turn] as number),
  ]);
  return `<figure class="wide"><svg viewBox="0 0 ${WIDTH} ${box.height}" role="img" aria-label="Share of runs by ${escapeHtml(step)} for each outcome">${axes(
    box,
    turns,
    [
      [0, '0'],
      [most, percent(most)],
    ],
  )}${lines.join('')}</svg></figure>${tableTwin('Table of times', [step, ...shown.map(({ name }) => name.replaceAll('_', ' ')), 'none of these yet (Kaplan–Meier)'], rows)}`;
};

const compact = (value: number): string => String(Number(value.toPrecision(3)));

const numberFan = ({ low, high }: Fan, quantiles: readonly (readonly number[])[]): string => {
  const course = asCourse(quantiles);
  const turns = course.length;
  const box = frame(turns, low, high, 130, MARGIN.right);
  const band = (level: number): readonly number[] => course.map((row) => row[level] as number);
  const ticks = [
    [low, compact(low)],
    [high, compact(high)],
  ] as const;
  return `${axes(box, turns, ticks, quantiles.length)}<path class="outer" d="${area(box, band(0), band(4))}"/><path class="inner" d="${area(box, band(1), band(3))}"/><path class="median" d="${path(band(2).map((value, turn) => [box.x(turn + 1), box.y(value)] as const))}"/>`;
};

/** Shares of the levels of a ladder, stacked; the higher the level, the stronger the colour. */
const ladderFan = (levels: NonNullable<Fan['levels']>): string => {
  const course = asCourse(levels.shares);
  const turns = course.length;
  const box = frame(turns, 0, 1, 130, MARGIN.right);
  let below = new Array<number>(turns).fill(0);
  const areas = levels.names.map((name, level) => {
    const above = below.map((share, turn) => share + (course[turn]?.[level] as number));
    const shape = `<path class="level" opacity="${at(0.08 + (0.92 * level) / Math.max(levels.names.length - 1, 1))}" d="${area(box, below, above)}"><title>${words(name)}</title></path>`;
    below = above;
    return shape;
  });
  const ticks = [
    [0, '0'],
    [1, '100 %'],
  ] as const;
  return axes(box, turns, ticks, levels.shares.length) + areas.join('');
};

/** One small chart for each state variable. */
export const fanCharts = (fans: readonly Fan[], step: string): string =>
  `<div class="grid">${fans.map((fan) => fanFigure(fan, step)).join('')}</div>`;

const fanFigure = (fan: Fan, step: string): string => {
  const drawing = fan.levels ? ladderFan(fan.levels) : numberFan(fan, fan.quantiles ?? []);
  const head = fan.levels ? [step, ...fan.levels.names] : [step, ...FAN_LEVELS.map((p) => percent(p))];
  const rows = fan.levels
    ? fan.levels.shares.map((row, turn) => [String(turn + 1), ...row.map(percent)])
    : (fan.quantiles ?? []).map((row, turn) => [String(turn + 1), ...row.map(compact)]);
  return `<figure><h3>${words(fan.name)}</h3><div class="unit">${fan.about ? escapeHtml(fan.about) : fan.levels ? `${words(fan.levels.names[0] ?? '')} (pale) to ${words(fan.levels.names.at(-1) ?? '')} (strong)` : 'in the unit of the scenario'}</div><svg viewBox="0 0 ${WIDTH} 130" role="img" aria-label="${words(fan.name)} over the turns">${drawing}</svg>${tableTwin('Table', head, rows)}</figure>`;
};
