import { wilson } from '../../../model/index.ts';
import { FEW_FORECASTS } from '../calibration-so-far.ts';
import type { ProbabilityGroup, Score } from '../score.ts';
import type { TrackRecord } from '../track-record.ts';

export const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

/** Three decimals; "infinite" where something called impossible happened. */
export const decimals = (value: number | null): string =>
  value === null ? 'undefined' : Number.isFinite(value) ? value.toFixed(3) : 'infinite';

/** How many forecasts; a share of one is shown where probabilities are weighed by time. */
export const count = (weight: number): string => String(Number(weight.toFixed(1)));

export const interval = ({ frequency, weight }: ProbabilityGroup): { readonly low: number; readonly high: number } =>
  wilson(frequency, weight);

export const groupName = ({ from, to }: ProbabilityGroup): string =>
  from === to ? percent(from) : `${Math.round(from * 100)}–${percent(to)}`;

/** Rounded to the per cent, for what is uncertain anyway. */
export const range = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${Math.round(low * 100)}–${Math.round(high * 100)} %`;

/** The finding that the chart's title states: whether more, less or about as much came about as was said. */
export const calibrationFinding = ({ forecasts, frequency, groups }: Score): string => {
  if (forecasts < FEW_FORECASTS)
    return `Too few to judge calibration: ${count(forecasts)} ${forecasts === 1 ? 'forecast' : 'forecasts'}`;
  const said = groups.reduce((sum, { weight, meanProbability }) => sum + weight * meanProbability, 0) / forecasts;
  const { low, high } = wilson(frequency, forecasts);
  const figures = `${Math.round(said * 100)} % on average, and ${Math.round(frequency * 100)} % came about`;
  if (said > high) return `More was expected than came about: ${figures}`;
  if (said < low) return `Less was expected than came about: ${figures}`;
  return `About as much came about as was expected: ${figures}`;
};

export interface ReportTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const calibrationTable = ({ groups }: Score): ReportTable => ({
  caption: 'Calibration',
  head: ['said', 'forecasts', 'mean probability', 'came about', '95 % interval (Wilson)'],
  rows: groups.map((group) => {
    return [
      groupName(group),
      count(group.weight),
      percent(group.meanProbability),
      percent(group.frequency),
      range(interval(group)),
    ];
  }),
});

const scoreCells = ({ forecasts, brier, logScore, skillOverBaseRate, skillOverEvenOdds }: Score): readonly string[] => [
  count(forecasts),
  decimals(brier),
  decimals(logScore),
  decimals(skillOverBaseRate),
  decimals(skillOverEvenOdds),
];

export const scoresTable = ({ overall, groups, by }: TrackRecord): ReportTable => ({
  caption: 'Scores',
  head: [by ?? '', 'forecasts', 'Brier', 'log score', 'skill over base rate', 'skill over even odds'],
  rows: [
    ...groups.map(({ name, score }) => [name, ...scoreCells(score)]),
    ...(overall ? [['all', ...scoreCells(overall)]] : []),
  ],
});

export const partsTable = ({ brier, parts, grouping }: Score): ReportTable => ({
  caption: 'Brier score and its parts',
  head: ['part', 'value', 'meaning'],
  rows: [
    ['reliability', decimals(parts.reliability), 'how far what was said lies from what came about; 0 is best'],
    ['resolution', decimals(parts.resolution), 'how well likely things were told from unlikely ones; more is better'],
    [
      'uncertainty',
      decimals(parts.uncertainty),
      'how hard the questions were: the score of always saying the share that came about',
    ],
    ...(grouping === 'bins'
      ? [['within groups', decimals(parts.within), 'what ten groups of equal width do not tell apart']]
      : []),
    [
      'Brier score',
      decimals(brier),
      `reliability − resolution + uncertainty${grouping === 'bins' ? ' + within groups' : ''}`,
    ],
  ],
});

export const methodSentence = ({
  method,
  questions,
  open,
  resolved,
  void: annulled,
  unscored,
  overall,
}: TrackRecord): string => {
  const taken =
    method === 'last'
      ? 'of each author on each question the last probability before it closed or was settled'
      : 'of each author on each question every probability, weighed by how long it stood';
  const left = [
    `${open} open`,
    ...(annulled > 0 ? [`${annulled} void`] : []),
    ...(unscored > 0 ? [`${unscored} resolved without a probability in time`] : []),
  ].join(', ');
  const base =
    overall === null
      ? ''
      : ` The base rate is ${percent(overall.baseRate)}${overall.baseRate === overall.frequency ? ', the share that came about, which nobody could know beforehand' : ''}.`;
  return `Scored: ${taken}. ${questions} questions: ${resolved} resolved, ${left}.${base}`;
};
