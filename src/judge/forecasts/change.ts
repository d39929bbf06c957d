import {
  didYouMean,
  type ErrorCode,
  FORECAST_OUTCOMES,
  type Forecast,
  type ForecastResolution,
  type ForecastUpdate,
  stableId,
  WatchfloorError,
} from '../../model/index.ts';
import { endOf, startOf } from './instant.ts';

/** A check of one part: throws an error that names it. */
type Fail = (code: ErrorCode, message: string, part: string) => never;

const failAt =
  (where: string): Fail =>
  (code, message, part) => {
    throw new WatchfloorError(code, message, { path: where === '' ? part : `${where}.${part}` });
  };

const checkDate = (text: string, part: string, fail: Fail): number => {
  const at = startOf(text);
  return Number.isNaN(at)
    ? fail('forecast.bad-date', `“${text}” is no date; write it as 2024-06-18 or 2024-06-18T09:30:00Z.`, part)
    : at;
};

const checkText = (text: string, what: string, part: string, fail: Fail): void => {
  if (text.trim() === '') fail('forecast.empty', `${what} is empty; say it in words.`, part);
};

const checkUpdate = (forecast: Forecast, { at, author, probability }: ForecastUpdate, fail: Fail): void => {
  if (!(probability >= 0 && probability <= 1))
    fail('forecast.bad-probability', `A probability lies between 0 and 1, and ${probability} does not.`, 'probability');
  checkText(author, 'The author of a probability', 'author', fail);
  const time = checkDate(at, 'at', fail);
  if (time < startOf(forecast.opens))
    fail(
      'forecast.before-opening',
      `The probability is dated ${at}, before the question opened on ${forecast.opens}.`,
      'at',
    );
  const { resolution } = forecast;
  if (time > endOf(forecast.closes))
    fail(
      'forecast.after-close',
      `The probability is dated ${at}, after the question closed on ${forecast.closes}.`,
      'at',
    );
  if (resolution && time > endOf(resolution.at))
    fail(
      'forecast.after-close',
      `The probability is dated ${at}, after the question was resolved on ${resolution.at}.`,
      'at',
    );
};

const checkResolution = (forecast: Forecast, { outcome, at, source, by }: ForecastResolution, fail: Fail): void => {
  if (!FORECAST_OUTCOMES.includes(outcome))
    fail(
      'forecast.unknown-outcome',
      `“${outcome}” is no outcome; it is ${FORECAST_OUTCOMES.join(', ')}.${didYouMean(String(outcome), FORECAST_OUTCOMES)}`,
      'outcome',
    );
  checkText(source, 'The source of a resolution', 'source', fail);
  checkText(by, 'Who resolved it', 'by', fail);
  checkDate(at, 'at', fail);
  if (endOf(at) < startOf(forecast.opens))
    fail(
      'forecast.before-opening',
      `The resolution is dated ${at}, before the question opened on ${forecast.opens}.`,
      'at',
    );
};

const inOrder = (updates: readonly ForecastUpdate[]): readonly ForecastUpdate[] =>
  [...updates].sort((a, b) => startOf(a.at) - startOf(b.at));

/**
 * A forecast as it may be kept: every part checked, updates in the order of their times.
 *
 * @param where path of the forecast in a file, for errors
 * @throws WatchfloorError of the `forecast.*` codes, with the path of the part
 */
export const checkedForecast = (forecast: Forecast, where = ''): Forecast => {
  const fail = failAt(where);
  checkText(forecast.id, 'The id of a forecast', 'id', fail);
  checkText(forecast.question, 'The question', 'question', fail);
  checkText(forecast.criteria, 'The resolution criteria', 'criteria', fail);
  const opens = checkDate(forecast.opens, 'opens', fail);
  checkDate(forecast.closes, 'closes', fail);
  if (endOf(forecast.closes) < opens)
    fail(
      'forecast.closes-before-opening',
      `The question closes on ${forecast.closes}, before it opens on ${forecast.opens}.`,
      'closes',
    );
  const at = (part: string): Fail => failAt(where === '' ? part : `${where}.${part}`);
  if (forecast.resolution) checkResolution(forecast, forecast.resolution, at('resolution'));
  for (const [index, update] of forecast.updates.entries()) checkUpdate(forecast, update, at(`updates.${index}`));
  return { ...forecast, updates: inOrder(forecast.updates) };
};

export interface NewForecast extends Omit<Forecast, 'id' | 'updates' | 'resolution'> {
  /** Made from the question and its opening unless given. */
  readonly id?: string;
}

/** A question that nobody has spoken on yet. @throws WatchfloorError of the `forecast.*` codes */
export const newForecast = ({ id, ...parts }: NewForecast): Forecast =>
  checkedForecast({ id: id ?? stableId('fc', parts.question, parts.opens), ...parts, updates: [] });

/** @throws WatchfloorError `forecast.bad-probability`, `forecast.before-opening`, `forecast.after-close` … */
export const withUpdate = (forecast: Forecast, update: ForecastUpdate): Forecast => {
  checkUpdate(forecast, update, failAt(''));
  return { ...forecast, updates: inOrder([...forecast.updates, update]) };
};

/**
 * @param again whether an earlier resolution may be replaced
 * @throws WatchfloorError `forecast.unknown-outcome`, `forecast.before-opening`, `forecast.resolved` …
 */
export const withResolution = (forecast: Forecast, resolution: ForecastResolution, again = false): Forecast => {
  const fail = failAt('');
  if (forecast.resolution && !again)
    fail(
      'forecast.resolved',
      `It was resolved “${forecast.resolution.outcome}” on ${forecast.resolution.at} by ${forecast.resolution.by}; --again replaces that.`,
      'resolution',
    );
  checkResolution(forecast, resolution, fail);
  return { ...forecast, resolution };
};
