import { escapeHtml } from '../../../model/index.ts';
import { type BargainingTable, type Issue, inUnits } from './read-table.ts';
import type { SpatialResult, SpatialRound } from './spatial-model.ts';

const PERCENT_WIDTH = 6;
const NAME_WIDTH = 14;
const CHART = { width: 720, row: 260, left: 44, right: 110, top: 46, bottom: 30 };
/** Okabe & Ito, told apart by eyes of every kind. */
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
const LABEL_GAP = 11;

const DECIMALS = 6;

const figure = (value: number, decimals = 3): string => Number(value.toFixed(decimals)).toString();

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const roundAt = ({ rounds }: SpatialResult, index: number): SpatialRound => rounds.at(index) as SpatialRound;

/** The result in lines for a terminal: first and last round side by side, and who moved whom. */
export const bargainingText = ({ issues }: BargainingTable, result: SpatialResult): readonly string[] => {
  const [first, last] = [roundAt(result, 0), roundAt(result, -1)];
  const places = (round: SpatialRound, actor: number): string =>
    issues
      .map((issue, d) => figure(inUnits(issue, (round.positions[actor] as readonly number[])[d] as number)))
      .join(' · ');
  const centre = (round: SpatialRound, which: 'median' | 'mean'): string =>
    issues.map((issue, d) => `${issue.name} ${figure(inUnits(issue, round[which][d] as number))}`).join(', ');
  const ended = result.rested
    ? `at rest after round ${result.rounds.length - 1}`
    : `not at rest after round ${result.rounds.length - 1}`;
  const moves = result.rounds.flatMap(({ challenges }, round) =>
    challenges
      .filter(({ accepted }) => accepted)
      .map(({ challenger, target }) => `  round ${round + 1}: ${challenger} moves ${target}`),
  );
  return [
    `${result.actors.length} actors, ${issues.map(({ name, low, high }) => `${name} (${figure(low)} to ${figure(high)})`).join(', ')}; ${ended}`,
    '',
    `${'actor'.padEnd(NAME_WIDTH)} ${'risk'.padStart(PERCENT_WIDTH)}${first.chance ? ` ${'wins'.padStart(PERCENT_WIDTH)}` : ''}   stands at → ends at`,
    ...result.actors.map((name, actor) =>
      [
        name.padEnd(NAME_WIDTH),
        figure(first.risk[actor] as number).padStart(PERCENT_WIDTH),
        ...(first.chance ? [`${((first.chance[actor] as number) * 100).toFixed(1)}%`.padStart(PERCENT_WIDTH)] : []),
        ` ${places(first, actor)} → ${places(last, actor)}`,
      ].join(' '),
    ),
    '',
    `weighted median: ${centre(first, 'median')} → ${centre(last, 'median')}`,
    `weighted mean:   ${centre(first, 'mean')} → ${centre(last, 'mean')}`,
    '',
    'weighted median by round',
    ...issues.map(
      (issue, d) =>
        `  ${issue.name}: ${result.rounds.map(({ median }) => figure(inUnits(issue, median[d] as number), DECIMALS)).join(', ')}`,
    ),
    ...(moves.length > 0 ? ['', 'Settled challenges', ...moves] : []),
  ];
};

/** One line an actor and round: position on each issue, risk, chance. */
export const bargainingCsv = ({ issues }: BargainingTable, result: SpatialResult): string => {
  const head = ['round', 'actor', ...issues.map(({ name }) => name), 'risk', 'chance'];
  const lines = result.rounds.flatMap((round, index) =>
    result.actors.map((name, actor) => [
      index,
      name,
      ...issues.map((issue, d) => figure(inUnits(issue, (round.positions[actor] as readonly number[])[d] as number))),
      figure(round.risk[actor] as number),
      round.chance ? figure(round.chance[actor] as number) : '',
    ]),
  );
  return `${[head, ...lines].map((line) => line.map((cell) => csvCell(String(cell))).join(',')).join('\n')}\n`;
};

/** Labels at the right edge, pushed apart where they would overlap, and up where they would leave the chart. */
const labelHeights = (wanted: readonly number[], lowest: number): readonly number[] => {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const placed = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(wanted[index] as number, free);
    free = (placed[index] as number) + LABEL_GAP;
  }
  let room = lowest;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] as number, room);
    room = (placed[index] as number) - LABEL_GAP;
  }
  return placed;
};

/** Tall enough for a line of text an actor. */
const rowHeight = (result: SpatialResult): number =>
  Math.max(CHART.row, CHART.top + CHART.bottom + LABEL_GAP * result.actors.length);

const issueChart = (issue: Issue, d: number, result: SpatialResult, offset: number): string => {
  const { width, left, right, top, bottom } = CHART;
  const row = rowHeight(result);
  const last = Math.max(1, result.rounds.length - 1);
  const x = (round: number): number => left + ((width - left - right) * round) / last;
  const y = (share: number): number => offset + top + (row - top - bottom) * (1 - share);
  const share = (round: SpatialRound, actor: number): number =>
    (round.positions[actor] as readonly number[])[d] as number;
  const labels = labelHeights(
    result.actors.map((_, actor) => y(share(roundAt(result, -1), actor))),
    y(0),
  );
  const lines = result.actors.map((name, actor) => {
    const colour = COLOURS[actor % COLOURS.length] as string;
    const points = result.rounds
      .map((round, index) => `${figure(x(index))},${figure(y(share(round, actor)))}`)
      .join(' ');
    return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points}"/><text x="${width - right + 6}" y="${figure((labels[actor] as number) + 3)}" fill="${colour}">${escapeHtml(name)}</text>`;
  });
  const median = (round: SpatialRound): number => inUnits(issue, round.median[d] as number);
  const course = result.rounds
    .map((round, index) => `${figure(x(index))},${figure(y(round.median[d] as number))}`)
    .join(' ');
  return [
    `<text x="${left}" y="${offset + 18}" font-weight="600">${escapeHtml(issue.name)}: the weighted median goes from ${figure(median(roundAt(result, 0)))} to ${figure(median(roundAt(result, -1)))}</text>`,
    `<text x="${left}" y="${offset + 34}" fill="#666">position of each actor by round, ${figure(issue.low)} to ${figure(issue.high)}; dotted: the weighted median</text>`,
    ...[0, 0.5, 1].map(
      (s) =>
        `<line x1="${left}" x2="${width - right}" y1="${figure(y(s))}" y2="${figure(y(s))}" stroke="#ddd"/><text x="${left - 6}" y="${figure(y(s) + 4)}" text-anchor="end" fill="#666">${figure(inUnits(issue, s))}</text>`,
    ),
    ...lines,
    `<polyline fill="none" stroke="#000" stroke-width="2.5" stroke-dasharray="1 4" stroke-linecap="round" points="${course}"/>`,
    `<text x="${left}" y="${figure(offset + row - 8)}" fill="#666">round 0</text><text x="${width - right}" y="${figure(offset + row - 8)}" text-anchor="end" fill="#666">round ${result.rounds.length - 1}</text>`,
  ].join('\n');
};

/** Positions by round, one chart an issue, as SVG. */
export const bargainingChart = ({ issues }: BargainingTable, result: SpatialResult): string => {
  const row = rowHeight(result);
  const height = row * issues.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART.width} ${height}" width="${CHART.width}" height="${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Positions by round"><rect width="100%" height="100%" fill="#fff"/>\n${issues.map((issue, d) => issueChart(issue, d, result, d * row)).join('\n')}\n</svg>\n`;
};
