import type { Forecast, ForecastOrigin, ForecastUpdate } from '../../model/index.ts';
import { endOf, startOf } from './instant.ts';
import type { ScoredProbability } from './score.ts';

/**
 * Which of an author's probabilities on a question counts: the last one before the end, or all of them, each for the
 * share of the time that it stood, from the author's first one to the end.
 */
export const SCORING_METHODS = ['last', 'time'] as const;
export type ScoringMethod = (typeof SCORING_METHODS)[number];

/** A scored probability and where it belongs. All parts of one author on one question have weights that sum to 1. */
export interface ScoredPart extends ScoredProbability {
  readonly forecast: string;
  readonly author: string;
  readonly source: string;
  readonly topics: readonly string[];
  readonly weight: number;
}

/** What a probability was based on, in one name to group by. */
export const sourceOf = (origin: ForecastOrigin): string => {
  switch (origin.kind) {
    case 'person':
      return 'own judgement';
    case 'scenario':
      return `scenario ${origin.scenario}`;
    case 'words':
      return origin.publication;
  }
};

/** When a question ends: its close, or earlier when it was settled. What is said from then on is not scored. */
export const endOfForecast = ({ closes, resolution }: Forecast): number =>
  Math.min(endOf(closes), resolution ? startOf(resolution.at) : Number.POSITIVE_INFINITY);

const byAuthor = (updates: readonly ForecastUpdate[]): ReadonlyMap<string, readonly ForecastUpdate[]> => {
  const authors = new Map<string, ForecastUpdate[]>();
  for (const update of updates) {
    const own = authors.get(update.author);
    if (own) own.push(update);
    else authors.set(update.author, [update]);
  }
  return authors;
};

/** The updates that count, each with its weight. */
const weighted = (
  updates: readonly ForecastUpdate[],
  end: number,
  method: ScoringMethod,
): readonly (readonly [ForecastUpdate, number])[] => {
  const last = updates.at(-1);
  if (last === undefined) return [];
  if (method === 'last') return [[last, 1]];
  const first = startOf((updates[0] as ForecastUpdate).at);
  return updates.flatMap((update, index): (readonly [ForecastUpdate, number])[] => {
    const next = updates[index + 1];
    const stood = (next ? startOf(next.at) : end) - startOf(update.at);
    return stood > 0 ? [[update, stood / (end - first)]] : [];
  });
};

/** What there is to score: nothing of questions that are open, void, or on which nobody spoke before the end. */
export const scoredParts = (forecasts: readonly Forecast[], method: ScoringMethod = 'last'): readonly ScoredPart[] =>
  forecasts.flatMap((forecast) => {
    const { id, topics, updates, resolution } = forecast;
    if (resolution === undefined || resolution.outcome === 'void') return [];
    const happened = resolution.outcome === 'yes';
    const end = endOfForecast(forecast);
    const inTime = updates.filter(({ at }) => startOf(at) < end).sort((a, b) => startOf(a.at) - startOf(b.at));
    return [...byAuthor(inTime)].flatMap(([author, own]) =>
      weighted(own, end, method).map(([{ probability, origin }, weight]) => ({
        forecast: id,
        author,
        source: sourceOf(origin),
        topics,
        probability,
        happened,
        weight,
      })),
    );
  });
