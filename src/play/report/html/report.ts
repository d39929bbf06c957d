import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { nearestWord } from '../../../lexicon/index.ts';
import { escapeHtml } from '../../../model/index.ts';
import { houseStyle } from '../../../style/index.ts';
import type { Summary } from '../../analysis/summary.ts';
import { percent, percentRange } from '../estimate.ts';
import { driverCharts } from './driver-chart.ts';
import { fanCharts, incidenceChart } from './line-charts.ts';
import { words } from './markup.ts';
import { optionCharts, steadiest } from './option-chart.ts';
import { outcomeChart } from './outcome-chart.ts';

const style = (): string => houseStyle() + readFileSync(new URL('./report.css', import.meta.url), 'utf8');

/** The finding that a chart's title states. */
const leading = ({ outcomes }: Summary): string => {
  const [first] = [...outcomes].sort((a, b) => b.share - a.share);
  return first
    ? `The most probable end is ${words(first.name)}: ${nearestWord(first.share)}, ${percent(first.share)}, ${percentRange(first.spread)}`
    : '';
};

const driving = ({ drivers }: Summary): string => {
  const strongest = drivers
    .flatMap(({ outcome, drivers: all }) => all.slice(0, 1).map((driver) => ({ outcome, ...driver })))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0];
  if (!strongest || Math.abs(strongest.difference) <= 2 * strongest.error) return 'No parameter stands out from chance';
  return `${words(strongest.parameter)} moves ${words(strongest.outcome)} most: ${percent(strongest.lowThird)} to ${percent(strongest.highThird)}`;
};

const timing = ({ outcomes, step }: Summary): string => {
  const [first] = outcomes.filter(({ medianTurn }) => medianTurn !== null).sort((a, b) => b.share - a.share);
  return first
    ? `Half of the runs that end in ${words(first.name)} are there by ${escapeHtml(step)} ${first.medianTurn}`
    : 'When it comes about';
};

/** Everything needed to make the result again. */
const foot = ({ manifest }: Summary): string => {
  const changes = Object.entries(manifest.set).map(([name, value]) => `${name}=${value}`);
  return escapeHtml(
    `Source: scenario ${manifest.scenario}, form ${manifest.hash.slice(0, 12)}${changes.length > 0 ? `, changed: ${changes.join(', ')}` : ''}; engine ${manifest.engine}, seed ${manifest.seed}, sampler ${manifest.sampler}, ${manifest.completed} runs, ${manifest.replications} a draw of the parameters.`,
  );
};

/** The report of a play: one file, no script, nothing loaded; light and dark, phone and desktop. */
export const reportHtml = (summary: Summary): string => {
  const { manifest, title, about, step, turns, fans, outcomes, undecided, drivers, actions, warnings } = summary;
  const css = style();
  const hash = createHash('sha256').update(css).digest('base64');
  const partial =
    manifest.completed < manifest.runs
      ? `<p class="partial">Partial results: stopped after ${manifest.completed} of ${manifest.runs} runs.</p>`
      : '';
  const incidence = incidenceChart(outcomes, undecided, turns, step);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${about ? `<p>${escapeHtml(about)}</p>` : ''}
<p class="unit">A model's probabilities, given the numbers in it: ${manifest.completed} runs, ${turns} ${turns === 1 ? 'turn' : 'turns'} of one ${escapeHtml(step)}.</p>
${partial}
<h2>${leading(summary)}</h2>
<div class="unit">share of runs</div>
${outcomeChart(outcomes)}
<p class="foot">${foot(summary)}</p>
${incidence ? `<h2>${timing(summary)}</h2>\n<div class="unit">share of all runs in which the outcome has come about for good, by ${escapeHtml(step)} (Aalen–Johansen)</div>\n${incidence}\n<p class="foot">${foot(summary)}</p>` : ''}
<h2>${driving(summary)}</h2>
<div class="unit">share of runs with the outcome where the parameter is in its lowest third (open dot) and its highest (full dot)</div>
${driverCharts(drivers)}
<p class="foot">${foot(summary)}</p>
<h2>How the situation spreads out</h2>
<div class="unit">numbers: median, middle half, middle nine tenths of the runs; ladders: share of runs at each level, higher levels stronger</div>
${fanCharts(fans, step)}
<p class="foot">${foot(summary)}</p>
<h2>${steadiest(actions)}</h2>
<div class="unit">share of each side's choices in all runs</div>
${optionCharts(actions)}
<p class="foot">${foot(summary)}</p>
${warnings.length > 0 ? `<h2>Warnings of the scenario</h2><ul>${warnings.map((warning) => `<li>${escapeHtml(warning)}</li>`).join('')}</ul>` : ''}
</main>
</body>
</html>
`;
};
