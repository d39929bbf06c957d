import { type ForecastSuggestion, newForecast, suggestedForecasts, withUpdate } from '../judge/index.ts';
import { type Forecast, type ForecastUpdate, WatchfloorError } from '../model/index.ts';
import { type CaseReader, readingsOfCase } from './case.ts';
import { type ForecastEntry, type ForecastHand, readForecasts, writeForecasts } from './forecast-book.ts';

export type { ForecastSuggestion } from '../judge/index.ts';

/** A dated likelihood statement, and the forecast that was made of it, if one was. */
export interface OfferedWords extends ForecastSuggestion {
  readonly adopted: string | null;
}

const placeOf = ({ origin }: ForecastUpdate): string =>
  origin.kind === 'words' ? `${origin.citation.document} ${origin.phrase} ${origin.citation.span.start}` : '';

const keyOf = ({ document, phrase, span }: ForecastSuggestion): string => `${document} ${phrase} ${span.start}`;

const offered = async (folder: string, reader: CaseReader): Promise<readonly ForecastSuggestion[]> => {
  const found: ForecastSuggestion[] = [];
  for await (const reading of readingsOfCase(folder, reader)) found.push(...suggestedForecasts(reading));
  return found.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
};

/** The likelihood statements of a case by date, with the forecasts that were made of them. */
export const suggestForecasts = async (folder: string, reader: CaseReader): Promise<readonly OfferedWords[]> => {
  const found = await offered(folder, reader);
  const adopted = new Map<string, string>();
  for (const { forecast } of await readForecasts(folder, (book) => book.list()))
    for (const update of forecast.updates) adopted.set(placeOf(update), forecast.id);
  return found.map((one) => ({ ...one, adopted: adopted.get(keyOf(one)) ?? null }));
};

export interface AdoptRequest {
  /** Of the suggestion, or as many of its first letters as tell it apart. */
  readonly words: string;
  /** A forecast that the words are put to; a new one where absent, which then needs criteria and a close. */
  readonly into?: string;
  /** The words themselves unless given. */
  readonly question?: string;
  readonly criteria?: string;
  readonly closes?: string;
  readonly topics?: readonly string[];
  /** The middle of the band unless given. */
  readonly probability?: number;
  readonly note?: string;
}

const pick = (found: readonly ForecastSuggestion[], start: string, folder: string): ForecastSuggestion => {
  const [first, second] = found.filter(({ id }) => id.startsWith(start) || id.startsWith(`lik-${start}`));
  if (first && (!second || first.id === start)) return first;
  throw new WatchfloorError(
    'forecast.no-suggestion',
    `${first ? 'More than one statement' : 'No statement'} has the id ${start}; \`watchfloor forecast suggest --all\` shows them.`,
    { file: folder },
  );
};

const updateOf = (words: ForecastSuggestion, { probability, note }: AdoptRequest): ForecastUpdate => ({
  at: words.at,
  author: words.author,
  // Half of 1.35 is not a number that binary fractions hold.
  probability: probability ?? Number(((words.low + words.high) / 2).toFixed(4)),
  origin: {
    kind: 'words',
    citation: { document: words.document, span: words.span, quote: words.quote },
    phrase: words.phrase,
    low: words.low,
    high: words.high,
    publication: words.publication,
  },
  ...(note !== undefined && { note }),
});

const needed = (value: string | undefined, option: string): string => {
  if (value !== undefined) return value;
  throw new WatchfloorError(
    'forecast.empty',
    `${option} is missing: words become a forecast when somebody says how it will be decided and when; or name a forecast with --into.`,
  );
};

const questionOf = (words: ForecastSuggestion, request: AdoptRequest): Forecast =>
  newForecast({
    question: request.question ?? words.about,
    criteria: needed(request.criteria, '--criteria'),
    opens: words.at,
    closes: needed(request.closes, '--closes'),
    topics: request.topics ?? [],
  });

/**
 * Turns a dated likelihood statement into a forecast of whoever made it, with its words kept.
 *
 * @throws WatchfloorError `forecast.no-suggestion`, `forecast.exists`, and those of `newForecast` and `withUpdate`
 */
export const adoptWords = async (
  folder: string,
  request: AdoptRequest,
  reader: CaseReader,
  hand: ForecastHand,
): Promise<ForecastEntry> => {
  const words = pick(await offered(folder, reader), request.words, folder);
  const update = updateOf(words, request);
  return writeForecasts(folder, async (book) => {
    const { into } = request;
    if (into === undefined) {
      const forecast = withUpdate(questionOf(words, request), update);
      const { revision, forecast: there } = await book.latest(forecast.id);
      if (there !== null)
        throw new WatchfloorError(
          'forecast.exists',
          `The case has this question already; put the words to it with --into ${forecast.id}.`,
          { file: folder },
        );
      return { forecast, revision: await book.put(forecast.id, forecast, revision, hand) };
    }
    const { forecast, revision } = await book.get(into);
    if (forecast.updates.some((one) => placeOf(one) === keyOf(words)))
      throw new WatchfloorError('forecast.exists', `These words are in ${forecast.id} already.`, { file: folder });
    const changed = withUpdate(forecast, update);
    return { forecast: changed, revision: await book.put(forecast.id, changed, revision, hand) };
  });
};
