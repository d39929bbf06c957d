import type { Summary } from '../../analysis/summary.ts';
import { percent } from '../estimate.ts';
import { at, tableTwin, words } from './markup.ts';

const SHOWN = 5;
const CLEAR = 2;

/** For each outcome the parameters whose lowest and highest thirds differ beyond chance, as two dots on one line. */
export const driverCharts = (drivers: Summary['drivers']): string => {
  const x = (share: number): string => `${at(share * 100)}%`;
  const charts = drivers.map(({ outcome, drivers: all }) => {
    const clear = all.filter(({ difference, error }) => Math.abs(difference) > CLEAR * error).slice(0, SHOWN);
    const rows = clear.map(
      ({ parameter, lowThird, highThird }) =>
        `<div class="outcome"><div class="words"><span>${words(parameter)}</span><span>${percent(lowThird)} to ${percent(highThird)}</span></div><svg height="12" role="img" aria-label="${words(parameter)}: ${percent(lowThird)} to ${percent(highThird)}"><line class="axis" x1="0" x2="100%" y1="6" y2="6"/><line class="spread" x1="${x(lowThird)}" x2="${x(highThird)}" y1="6" y2="6"/><circle class="low" cx="${x(lowThird)}" cy="6" r="4"/><circle class="high" cx="${x(highThird)}" cy="6" r="4"/></svg></div>`,
    );
    return `<figure><h3>${words(outcome)}</h3>${rows.join('') || '<p class="unit">No parameter stands out from chance.</p>'}${tableTwin(
      'Table of all parameters',
      ['parameter', 'lowest third', 'highest third', 'standard error of the difference'],
      all.map(({ parameter, lowThird, highThird, error }) => [
        parameter,
        percent(lowThird),
        percent(highThird),
        `${(error * 100).toFixed(1)} points`,
      ]),
    )}</figure>`;
  });
  return `<div class="grid">${charts.join('')}</div>`;
};
