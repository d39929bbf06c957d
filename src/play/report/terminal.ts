import { nearestWord } from '../../lexicon/index.ts';
import type { Summary } from '../analysis/summary.ts';
import { percent, percentRange } from './estimate.ts';

/** Styles that a terminal may give to words; identity functions where it cannot. */
export interface TerminalStyle {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const BAR = 24;
const DRIVERS = 3;

/** A bar of eighth blocks, `width` cells for 1. */
export const bar = (share: number, width: number): string => {
  const eighths = Math.round(share * width * 8);
  return ('█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] as string)).padEnd(width);
};

/** The summary of a play for the terminal. */
export const terminalSummary = (summary: Summary, style: TerminalStyle): string => {
  const { manifest, outcomes } = summary;
  const unfinished =
    manifest.completed < manifest.runs
      ? `stopped after ${manifest.completed} of ${manifest.runs} runs: partial results`
      : `${manifest.runs} runs`;
  const draws = Math.ceil(manifest.completed / manifest.replications);
  const lines = [
    style.bold(summary.title),
    style.dim(
      `${unfinished} over ${draws} draws of the parameters, ${summary.turns} ${summary.turns === 1 ? 'turn' : 'turns'} (${summary.step}), seed ${manifest.seed}`,
    ),
    '',
  ];
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  for (const { name, share, interval, spread } of outcomes)
    lines.push(
      `${name.padEnd(width)}  ${bar(share, BAR)} ${percent(share).padStart(6)}  ${nearestWord(share)}`,
      style.dim(
        `${' '.repeat(width)}  Monte-Carlo 95 %: ${percentRange(interval)}; over parameters 90 %: ${percentRange(spread)}`,
      ),
    );
  lines.push(
    '',
    style.bold('What it hangs on'),
    style.dim('the outcome where the parameter is in its lowest → highest third'),
  );
  for (const { outcome, drivers } of summary.drivers) {
    const clear = drivers.filter(({ difference, error }) => Math.abs(difference) > 2 * error).slice(0, DRIVERS);
    const said = clear
      .map(({ parameter, lowThird, highThird }) => `${parameter} ${percent(lowThird)} → ${percent(highThird)}`)
      .join('; ');
    lines.push(`${outcome.padEnd(width)}  ${said || style.dim('no parameter stands out from chance')}`);
  }
  if (summary.warnings.length > 0)
    lines.push(
      '',
      style.dim(
        `${summary.warnings.length} ${summary.warnings.length === 1 ? 'warning' : 'warnings'}: watchfloor play check tells more`,
      ),
    );
  return lines.join('\n');
};
