import { nearestWord } from '../../lexicon/index.ts';
import type { Backcast } from '../analysis/backcast.ts';
import type { BranchNode } from '../analysis/branches.ts';
import type { DiscoveryReport } from '../analysis/discovery.ts';
import type { IndicatorReport } from '../analysis/indicators.ts';
import type { Reweighted } from '../analysis/reweight.ts';
import type { Sensitivity } from '../analysis/sensitivity.ts';
import type { Comparison } from '../analysis/what-if.ts';
import type { SobolIndices } from '../statistics/sobol-indices.ts';
import { percent } from './estimate.ts';
import { bar, type TerminalStyle } from './terminal.ts';

const BAR = 16;
const BITS = 3;

/** Columns aligned: the first to the left, the others to the right. */
const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number),
      )
      .join('  ')
      .trimEnd(),
  );
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}`;

/** Sobol indices as a table, the most influential first. */
export const sobolText = (sobol: readonly SobolIndices[]): string => {
  const interval = ({ value, low, high }: SobolIndices['first']): string =>
    `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
  return table([
    ['', 'first order', 'total'],
    ...[...sobol]
      .sort((a, b) => b.total.value - a.total.value)
      .map(({ name, first, total }) => [name, interval(first), interval(total)]),
  ]).join('\n');
};

export const sensitivityText = (result: Sensitivity, style: TerminalStyle): string => {
  const { tornado, sobol, pawn, completed, points } = result;
  const lines = [
    style.bold(`What the probability of ${result.outcome} depends on`),
    ...(completed < points ? [`Partial results: stopped after ${completed} of ${points} points.`] : []),
    '',
    `One at a time, 5 % → 95 % of each parameter, others at their medians (centre ${percent(tornado.centre)}):`,
  ];
  lines.push(
    ...table(
      tornado.bars.map(({ parameter, lowValue, highValue, atLow, atHigh, swing }) => [
        parameter,
        `${lowValue.toFixed(2)} → ${highValue.toFixed(2)}`,
        `${percent(atLow)} → ${percent(atHigh)}`,
        signed(swing),
      ]),
    ),
  );
  if (sobol)
    lines.push(
      '',
      `Sobol indices${result.method === 'groups' ? ' of groups' : ''}, ${completed} points × ${result.replications} runs, bootstrap 95 %:`,
      sobolText(sobol),
    );
  if (pawn) {
    lines.push(
      '',
      `PAWN, ${completed} points × ${result.replications} runs; below ${pawn[0]?.noise.toFixed(3)} is what no influence shows:`,
    );
    lines.push(
      ...table([
        ['', 'median', 'largest'],
        ...pawn.map(({ name, median, max }) => [name, median.toFixed(3), max.toFixed(3)]),
      ]),
    );
  }
  return lines.join('\n');
};

export const discoveryText = (
  { interest, base, cases, suggested, trajectory, reproducibility }: DiscoveryReport,
  style: TerminalStyle,
): string => {
  const lines = [
    style.bold(`Where ${interest} comes about`),
    `${percent(base)} of ${cases} cases; in the box suggested ${percent(suggested.density)}, with ${percent(suggested.coverage)} of all such cases.`,
  ];
  const end = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '…');
  lines.push(
    ...table([
      ['', 'from', 'to', 'quasi-p', 'in resamples'],
      ...suggested.limits.map(({ name, low, high, quasiP }) => [
        name,
        end(low),
        end(high),
        quasiP < 0.001 ? '< .001' : quasiP.toFixed(3),
        percent(reproducibility.find((entry) => entry.name === name)?.share ?? 0),
      ]),
    ]),
  );
  const shown = trajectory.filter((_, index) => index % Math.max(1, Math.ceil(trajectory.length / 8)) === 0);
  lines.push(
    '',
    'Coverage against density along the way:',
    ...table([
      ['inputs', 'coverage', 'density', 'cases'],
      ...shown.map((box) => [
        String(box.limits.length),
        percent(box.coverage),
        percent(box.density),
        String(box.cases),
      ]),
    ]),
  );
  return lines.join('\n');
};

const ratio = (value: IndicatorReport['each'][number]['ratioSeen']): string =>
  value === null ? '–' : `${value.value.toFixed(2)} [${value.low.toFixed(2)}, ${value.high.toFixed(2)}]`;

export const indicatorsText = (report: IndicatorReport, style: TerminalStyle): string => {
  const head = style.bold(`What tells ${report.outcome} from the rest by turn ${report.turn}`);
  if (report.openRuns === 0)
    return `${head}\nEvery run has come to its outcome by then; ask for an earlier --turn, if there is one.`;
  const lines = [
    head,
    `${report.openRuns} runs are open then; ${percent(report.base)} of them come to it; ${report.uncertainty.toFixed(BITS)} bits to know.`,
    ...table([
      ['', 'seen in', 'of runs', 'LR if so', 'LR if not', 'bits', 'lead'],
      ...report.each.map(({ observable, atLeast, seen, ratioSeen, ratioNotSeen, information, lead }) => [
        observable,
        `≥ ${atLeast} turns`,
        percent(seen),
        ratio(ratioSeen),
        ratio(ratioNotSeen),
        information.toFixed(BITS),
        lead ? `${lead.median} (${lead.low}–${lead.high})` : '–',
      ]),
    ]),
    '',
    'Best small set: each adds to those before it',
    ...table(
      report.set.map(({ observable, gain, total }) => [
        observable,
        `+${gain.toFixed(BITS)}`,
        `${total.toFixed(BITS)} bits`,
      ]),
    ),
  ];
  if (report.set.length === 0) lines.push('none of these observables tells enough');
  return lines.join('\n');
};

export const comparisonText = ({ runs, outcomes, changed }: Comparison, style: TerminalStyle): string =>
  [
    style.bold('What differs, run by run on the same noise'),
    `${percent(changed)} of ${runs} runs end otherwise.`,
    ...table([
      ['', 'A', 'B', 'B − A, points', '95 %', 'changed'],
      ...outcomes.map((entry) => [
        entry.outcome,
        percent(entry.a),
        percent(entry.b),
        signed(entry.difference),
        `${signed(entry.interval.low)} to ${signed(entry.interval.high)}`,
        percent(entry.changed),
      ]),
    ]),
  ].join('\n');

export const backcastText = ({ outcome, runs, ways, marks }: Backcast, style: TerminalStyle): string => {
  const lines = [style.bold(`How ${outcome} comes about`)];
  if (runs === 0)
    return `${lines[0]}\nNo run ends so: play more, or ask watchfloor play check whether it can come about.`;
  lines.push(
    `${counted(runs, 'run ends', 'runs end')} so. With the fewest departures from what each side usually does:`,
  );
  for (const { run, since, departures } of ways) {
    lines.push('', `run ${run}, there in turn ${since}, ${counted(departures.length, 'departure', 'departures')}`);
    for (const { turn, actor, action, usual, share } of departures)
      lines.push(`  turn ${turn}: ${actor} ${action} (${percent(share)}; usually ${usual})`);
  }
  if (marks.length > 0)
    lines.push(
      '',
      'Done more often on the way there than elsewhere:',
      ...table(
        marks.map(({ actor, action, inside, outside, lift }) => [
          `${actor} ${action}`,
          percent(inside),
          percent(outside),
          `× ${lift.toFixed(1)}`,
        ]),
      ),
    );
  return lines.join('\n');
};

/** The tree as indented lines, each with its share and the outcomes that its runs come to. */
export const branchesText = (root: BranchNode, outcomes: readonly string[], style: TerminalStyle): string => {
  const ends = (node: BranchNode): string =>
    node.outcomes
      .map((share, index) => [share, outcomes[index] as string] as const)
      .filter(([share]) => share >= 0.05)
      .sort(([a], [b]) => b - a)
      .slice(0, 3)
      .map(([share, name]) => `${name} ${percent(share)}`)
      .join(', ');
  const lines = (node: BranchNode, indent: string): readonly string[] => [
    `${indent}${node.action === null ? style.bold(`all ${node.runs} runs`) : `${node.action} ${percent(node.share)}`}  ${style.dim(ends(node))}`,
    ...node.children.flatMap((child) => lines(child, `${indent}  `)),
  ];
  return lines(root, '').join('\n');
};

export const reweightedText = ({ outcomes, effectiveRuns, resimulate }: Reweighted, style: TerminalStyle): string =>
  [
    style.bold('Probabilities in the light of the evidence'),
    ...table([
      ['', '', 'before', 'after', ''],
      ...outcomes.map(({ name, before, after }) => [
        name,
        bar(after, BAR),
        percent(before),
        percent(after),
        nearestWord(after),
      ]),
    ]),
    `Effective runs: ${Math.round(effectiveRuns)}${resimulate ? ' – fewer than 200: play more runs before relying on this' : ''}.`,
  ].join('\n');
