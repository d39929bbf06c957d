import { escapeHtml } from '../../../model/index.ts';
import type { Score } from '../score.ts';
import { calibrationFinding, count, groupName, interval, percent, range } from './figures.ts';

const SIDE = 320;
const MARGIN = { left: 64, right: 20, top: 28, bottom: 48 };
const LEAST_RADIUS = 3;
const MOST_RADIUS = 11;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const x = (share: number): string => (MARGIN.left + share * SIDE).toFixed(1);
const y = (share: number): string => (MARGIN.top + (1 - share) * SIDE).toFixed(1);

/** The calibration curve as SVG: said across, came about upwards, Wilson intervals, dots by how many forecasts. */
export const calibrationChart = (score: Score): string => {
  const { groups } = score;
  const most = Math.max(...groups.map(({ weight }) => weight));
  const label = `${calibrationFinding(score)}. ${groups.map((group) => `${groupName(group)}: ${percent(group.frequency)} of ${count(group.weight)}`).join('; ')}.`;
  const ticks = TICKS.map(
    (share) =>
      `<text class="tick" x="${x(share)}" y="${MARGIN.top + SIDE + 24}" text-anchor="middle">${percent(share)}</text><text class="tick" x="${MARGIN.left - 16}" y="${y(share)}" dy="4" text-anchor="end">${percent(share)}</text><path class="grid" d="M${x(share)} ${y(0)}V${y(1)}M${x(0)} ${y(share)}H${x(1)}"/>`,
  ).join('');
  const dots = groups
    .map((group) => {
      const { low, high } = interval(group);
      const [at, radius] = [
        x(group.meanProbability),
        (LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(group.weight / most)).toFixed(1),
      ];
      return `<path class="interval" d="M${at} ${y(low)}V${y(high)}"/><circle class="dot" cx="${at}" cy="${y(group.frequency)}" r="${radius}"><title>${escapeHtml(`said ${groupName(group)}, ${count(group.weight)} forecasts: ${percent(group.frequency)} came about (${range({ low, high })})`)}</title></circle>`;
    })
    .join('');
  const [width, height] = [MARGIN.left + SIDE + MARGIN.right, MARGIN.top + SIDE + MARGIN.bottom];
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">${ticks}<path class="diagonal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>${dots}<text class="tick over" x="${x(0.97)}" y="${y(1)}" dx="-16" dy="4" text-anchor="end">as said</text><text class="axis" x="${x(1)}" y="${height - 6}" text-anchor="end">said</text><text class="axis" x="4" y="12">came about</text></svg>`;
};
