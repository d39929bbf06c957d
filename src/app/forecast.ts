import { readFileSync } from 'node:fs';
import { newForecast, withResolution, withUpdate } from '../judge/index.ts';
import {
  didYouMean,
  type Forecast,
  type ForecastOrigin,
  type ForecastOutcome,
  type ForecastUpdate,
  WatchfloorError,
} from '../model/index.ts';
import {
  checkBasis,
  type ForecastEntry,
  type ForecastHand,
  type ForecastRevision,
  readForecasts,
  writeForecasts,
} from './forecast-book.ts';

export type { ForecastEntry, ForecastHand, ForecastRevision } from './forecast-book.ts';

/** Probability, and where it comes from: a number somebody gives, or the share of an outcome in a play. */
export type Estimate =
  | { readonly probability: number; readonly play?: undefined }
  | { readonly probability?: undefined; readonly play: string; readonly outcome: string };

export interface NewQuestion {
  readonly question: string;
  readonly criteria: string;
  readonly opens?: string;
  readonly closes: string;
  readonly topics?: readonly string[];
  readonly id?: string;
  /** The first probability on it. */
  readonly estimate?: Estimate;
  /** When that was thought; now unless given, or when the question opens if that is later. */
  readonly at?: string;
  readonly note?: string;
}

interface PlayedOutcome {
  readonly probability: number;
  readonly origin: Extract<ForecastOrigin, { kind: 'scenario' }>;
}

/** The part of `watchfloor play --json` that a forecast needs. */
interface PlaySummary {
  readonly summary: 1;
  readonly manifest: {
    readonly scenario: string;
    readonly hash: string;
    readonly seed: string | number;
    readonly completed: number;
  };
  readonly outcomes: readonly { readonly name: string; readonly share: number }[];
}

const isPlaySummary = (value: unknown): value is PlaySummary => {
  const { summary, manifest, outcomes } = (value ?? {}) as Partial<PlaySummary>;
  return (
    summary === 1 &&
    typeof manifest?.scenario === 'string' &&
    typeof manifest.hash === 'string' &&
    Array.isArray(outcomes) &&
    outcomes.every(({ name, share }) => typeof name === 'string' && typeof share === 'number')
  );
};

/** @throws WatchfloorError `forecast.file-missing`, `forecast.bad-play`, `forecast.unknown-outcome` */
const playedOutcome = (file: string, outcome: string): PlayedOutcome => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new WatchfloorError(
      'forecast.file-missing',
      'There is no such file, or it cannot be read.',
      { file },
      { cause },
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new WatchfloorError('forecast.bad-play', 'The file is no JSON.', { file }, { cause });
  }
  if (!isPlaySummary(value))
    throw new WatchfloorError('forecast.bad-play', 'The JSON is not that of `watchfloor play --json`.', { file });
  const { manifest, outcomes } = value;
  const found = outcomes.find(({ name }) => name === outcome);
  if (!found) {
    const names = outcomes.map(({ name }) => name);
    throw new WatchfloorError(
      'forecast.unknown-outcome',
      `The play has no outcome ${outcome}; it has ${names.join(', ')}.${didYouMean(outcome, names)}`,
      { file },
    );
  }
  return {
    probability: found.share,
    origin: {
      kind: 'scenario',
      scenario: manifest.scenario,
      outcome,
      hash: manifest.hash,
      seed: String(manifest.seed),
      runs: manifest.completed,
    },
  };
};

/** An estimate as an update: a play speaks under the name of its scenario. */
const updateOf = (estimate: Estimate, at: string, author: string, note: string | undefined): ForecastUpdate => {
  const more = note === undefined ? {} : { note };
  if (estimate.play === undefined)
    return { at, author, probability: estimate.probability, origin: { kind: 'person' }, ...more };
  const { probability, origin } = playedOutcome(estimate.play, estimate.outcome);
  return { at, author: `scenario ${origin.scenario}`, probability, origin, ...more };
};

/** ISO 8601 days and times compare as text, as far as days go. */
const later = (now: string, opens: string): string => (day(now) < day(opens) ? opens : now);

const day = (now: string): string => now.slice(0, 10);

/**
 * Opens a question, with a first probability where one is given.
 *
 * @throws WatchfloorError `forecast.exists` and those of `newForecast` and `withUpdate`
 */
export const addForecast = (
  folder: string,
  { opens, topics = [], estimate, at, note, id, ...parts }: NewQuestion,
  hand: ForecastHand,
): Promise<ForecastEntry> => {
  const bare = newForecast({ ...parts, opens: opens ?? day(hand.now), topics, ...(id !== undefined && { id }) });
  const forecast = estimate
    ? withUpdate(bare, updateOf(estimate, at ?? later(hand.now, bare.opens), hand.author, note))
    : bare;
  return writeForecasts(folder, async (book) => {
    const { revision, forecast: there } = await book.latest(forecast.id);
    if (there !== null)
      throw new WatchfloorError(
        'forecast.exists',
        `The case has this question already as ${forecast.id}; give your probability with \`watchfloor forecast update ${forecast.id}\`.`,
        { file: folder },
      );
    return { forecast, revision: await book.put(forecast.id, forecast, revision, hand) };
  });
};

/** Changes one forecast on its latest revision, or on the one that is stated. */
const changeForecast = (
  folder: string,
  start: string,
  basis: number | undefined,
  hand: ForecastHand,
  change: (forecast: Forecast) => Forecast | null,
): Promise<ForecastEntry> =>
  writeForecasts(folder, async (book) => {
    const { forecast, revision } = await book.get(start);
    await checkBasis(book, forecast.id, basis, revision, folder);
    const changed = change(forecast);
    return { forecast: changed ?? forecast, revision: await book.put(forecast.id, changed, revision, hand) };
  });

export interface UpdateRequest {
  readonly estimate: Estimate;
  /** When it was thought; now unless given. */
  readonly at?: string;
  readonly note?: string;
  /** The revision that it was thought on. */
  readonly basis?: number;
}

/** @throws WatchfloorError `forecast.not-found`, `forecast.conflict`, and those of `withUpdate` */
export const updateForecast = (
  folder: string,
  start: string,
  { estimate, at, note, basis }: UpdateRequest,
  hand: ForecastHand,
): Promise<ForecastEntry> => {
  const update = updateOf(estimate, at ?? hand.now, hand.author, note);
  return changeForecast(folder, start, basis, hand, (forecast) => withUpdate(forecast, update));
};

export interface ResolveRequest {
  readonly outcome: string;
  readonly source: string;
  /** When it was settled; today unless given. */
  readonly at?: string;
  readonly again?: boolean;
  readonly basis?: number;
}

/** @throws WatchfloorError `forecast.not-found`, `forecast.conflict`, and those of `withResolution` */
export const resolveForecast = (
  folder: string,
  start: string,
  { outcome, source, at, again, basis }: ResolveRequest,
  hand: ForecastHand,
): Promise<ForecastEntry> =>
  changeForecast(folder, start, basis, hand, (forecast) =>
    withResolution(
      forecast,
      { outcome: outcome as ForecastOutcome, at: at ?? day(hand.now), source, by: hand.author },
      again,
    ),
  );

/** Takes a forecast out of the lists; its history stays. */
export const withdrawForecast = (folder: string, start: string, hand: ForecastHand): Promise<ForecastEntry> =>
  changeForecast(folder, start, undefined, hand, () => null);

export const listForecasts = (folder: string): Promise<readonly ForecastEntry[]> =>
  readForecasts(folder, (book) => book.list());

export const showForecast = (
  folder: string,
  start: string,
): Promise<ForecastEntry & { readonly history: readonly ForecastRevision[] }> =>
  readForecasts(folder, async (book) => {
    const entry = await book.get(start);
    return { ...entry, history: await book.history(entry.forecast.id) };
  });
