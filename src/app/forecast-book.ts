import { didYouMean, type Forecast, WatchfloorError } from '../model/index.ts';
import { type CaseStore, openCase, readCase } from '../store/index.ts';

const FORECAST = 'forecast';

/** Who changes something, and when (ISO 8601). */
export interface ForecastHand {
  readonly author: string;
  readonly now: string;
}

/** A forecast at the revision that the case holds. */
export interface ForecastEntry {
  readonly forecast: Forecast;
  readonly revision: number;
}

/** A forecast as it stood at a revision, and who put it there; null where it was withdrawn. */
export interface ForecastRevision extends ForecastHand {
  readonly revision: number;
  readonly forecast: Forecast | null;
}

/** The forecasts of a case; every change is a revision with its author, and none undoes another unseen. */
export interface ForecastBook {
  list(): Promise<readonly ForecastEntry[]>;
  /** By id, or as many of its first letters as tell it apart. @throws WatchfloorError `forecast.not-found` */
  get(start: string): Promise<ForecastEntry>;
  /** The latest revision, 0 where there never was one; the forecast null where it is not there or was withdrawn. */
  latest(id: string): Promise<{ readonly revision: number; readonly forecast: Forecast | null }>;
  history(id: string): Promise<readonly ForecastRevision[]>;
  /** @param basis the revision that the change was made on, 0 for a new one. @throws WatchfloorError `case.conflict` */
  put(id: string, forecast: Forecast | null, basis: number, hand: ForecastHand): Promise<number>;
}

const forecastBook = ({ records }: CaseStore, folder: string): ForecastBook => {
  const list = async (): Promise<readonly ForecastEntry[]> =>
    (await records.list(FORECAST)).map(({ value, revision }) => ({ forecast: value as Forecast, revision }));
  return {
    list,
    get: async (start) => {
      const all = await list();
      const exact = all.find(({ forecast }) => forecast.id === start);
      const [found, second] = exact
        ? [exact]
        : all.filter(({ forecast: { id } }) => id.startsWith(start) || id.startsWith(`fc-${start}`));
      if (found && !second) return found;
      const ids = all.map(({ forecast }) => forecast.id);
      throw new WatchfloorError(
        'forecast.not-found',
        found
          ? `More than one forecast begins with ${start}; \`watchfloor forecast list\` shows them.`
          : `The case has no forecast ${start}.${didYouMean(start, ids) || ' `watchfloor forecast list` shows what it has.'}`,
        { file: folder },
      );
    },
    latest: async (id) => {
      const record = await records.get(FORECAST, id);
      return { revision: record?.revision ?? 0, forecast: (record?.value ?? null) as Forecast | null };
    },
    history: async (id) =>
      (await records.history(FORECAST, id)).map(({ author, at, revision, value }) => ({
        author,
        now: at,
        revision,
        forecast: value as Forecast | null,
      })),
    put: async (id, forecast, basis, { author, now }) =>
      (await records.put({ kind: FORECAST, id, author, at: now, value: forecast, basis })).revision,
  };
};

const using = async <Result>(
  open: (folder: string) => Promise<CaseStore>,
  folder: string,
  use: (book: ForecastBook) => Promise<Result>,
): Promise<Result> => {
  const store = await open(folder);
  try {
    return await use(forecastBook(store, folder));
  } finally {
    await store.close();
  }
};

/** The one writer: while it is open nobody else changes the case. */
export const writeForecasts = <Result>(folder: string, use: (book: ForecastBook) => Promise<Result>): Promise<Result> =>
  using(openCase, folder, use);

export const readForecasts = <Result>(folder: string, use: (book: ForecastBook) => Promise<Result>): Promise<Result> =>
  using(readCase, folder, use);

/**
 * Refuses a change that was made on a revision which is not the latest any more.
 *
 * @throws WatchfloorError `forecast.conflict`
 */
export const checkBasis = async (
  book: ForecastBook,
  id: string,
  basis: number | undefined,
  current: number,
  file?: string,
): Promise<void> => {
  if (basis === undefined || basis === current) return;
  const last = (await book.history(id)).at(-1);
  const since = last ? `; ${last.author} changed it at ${last.now}` : '';
  throw new WatchfloorError(
    'forecast.conflict',
    `The change to ${id} builds on revision ${basis}, and the case holds revision ${current}${since}. Nothing was written: look at what is there now and change that.`,
    file === undefined ? {} : { file },
  );
};
