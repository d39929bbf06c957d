import type { ForecastEntry } from '../app/forecast.ts';
import type { Forecast, ForecastUpdate } from '../model/index.ts';
import { colour } from './terminal.ts';

export const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

/** What was thought last, by whom. */
const lastOf = ({ updates }: Forecast): string => {
  const last = updates.at(-1);
  const authors = new Set(updates.map(({ author }) => author)).size;
  if (!last) return 'nobody yet';
  return `${percent(last.probability)} ${last.author}${authors > 1 ? ` and ${authors - 1} more` : ''}`;
};

const stateOf = ({ resolution, closes }: Forecast): string =>
  resolution ? resolution.outcome : `open to ${closes.slice(0, 10)}`;

/** One line a forecast. */
export const forecastLine = ({ forecast }: ForecastEntry): string =>
  [colour.dim(forecast.id), stateOf(forecast).padEnd(18), lastOf(forecast), colour.bold(forecast.question)].join('  ');

const updateLines = ({ at, author, probability, origin, note }: ForecastUpdate, word: string): readonly string[] => [
  `  ${at.slice(0, 16).padEnd(16)}  ${`${word}, ${percent(probability)}`.padEnd(26)}  ${author}`,
  ...(origin.kind === 'words'
    ? [
        `${' '.repeat(20)}“${origin.citation.quote.replace(/\s+/g, ' ')}” (${origin.publication}; “${origin.phrase}” is ${percent(origin.low)} to ${percent(origin.high)})`,
      ]
    : origin.kind === 'scenario'
      ? [
          `${' '.repeat(20)}outcome ${origin.outcome} in ${origin.runs} runs, seed ${origin.seed}, form ${origin.hash.slice(0, 12)}`,
        ]
      : []),
  ...(note === undefined ? [] : [`${' '.repeat(20)}${note}`]),
];

/** All that is known of a forecast. @param word of a probability */
export const forecastText = (
  { forecast, revision }: ForecastEntry,
  word: (probability: number) => string,
): readonly string[] => {
  const { id, question, criteria, opens, closes, topics, updates, resolution } = forecast;
  return [
    colour.bold(question),
    colour.dim([id, `revision ${revision}`, ...topics].join(' · ')),
    `yes if: ${criteria}`,
    `open:   ${opens} to ${closes}`,
    ...(updates.length === 0
      ? ['No probability yet.']
      : updates.flatMap((update) => updateLines(update, word(update.probability)))),
    resolution
      ? `came out ${resolution.outcome} on ${resolution.at}: ${resolution.source} (${resolution.by})`
      : colour.dim('not resolved'),
  ];
};
