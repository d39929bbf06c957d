import { nearestWord } from '../../../lexicon/index.ts';
import type { OutcomeSummary } from '../../analysis/outcomes.ts';
import { percent, percentRange } from '../estimate.ts';
import { at, tableTwin, words } from './markup.ts';

const HEIGHT = 16;

/** One outcome: its likelihood as length, Monte-Carlo error as a thick stroke, the spread over parameters as a dotted one. */
const outcomeRow = ({ name, share, interval, spread }: OutcomeSummary): string => {
  const x = (value: number): string => `${at(value * 100)}%`;
  const label = `${words(name)}: ${nearestWord(share)}, ${percent(share)}, ${percentRange(spread)} over parameters`;
  return `<div class="outcome"><div class="words"><span class="name">${words(name)}</span><span>${nearestWord(share)}, ${percent(share)}, ${percentRange(spread)}</span></div>
<svg height="${HEIGHT}" role="img" aria-label="${label}"><line class="axis" x1="0" x2="100%" y1="${HEIGHT - 0.5}" y2="${HEIGHT - 0.5}"/><rect class="bar" x="0" y="0" width="${x(share)}" height="8"/><line class="spread" x1="${x(spread.low)}" x2="${x(spread.high)}" y1="12" y2="12"/><line class="error" x1="${x(interval.low)}" x2="${x(interval.high)}" y1="12" y2="12"/></svg></div>`;
};

export const outcomeChart = (outcomes: readonly OutcomeSummary[]): string => {
  const rows = outcomes.map(({ name, count, share, interval, spread, betweenShare }) => [
    name.replaceAll('_', ' '),
    nearestWord(share),
    percent(share),
    percentRange(interval),
    percentRange(spread),
    percent(betweenShare),
    String(count),
  ]);
  const head = [
    'outcome',
    'in words',
    'probability',
    'Monte-Carlo 95 %',
    'over parameters 90 %',
    'of variance from parameters',
    'runs',
  ];
  return `<figure>${outcomes.map(outcomeRow).join('\n')}<figcaption>Bar: probability. Thick stroke: Monte-Carlo error, 95 %, which more runs would narrow. Dotted stroke: where 90 % of the probabilities lie that the parameters leave open, which they would not.</figcaption></figure>${tableTwin('Table of outcomes', head, rows)}`;
};
