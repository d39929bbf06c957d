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

/** The updates of each author, in the order of their times. */
const byAuthor = (updates: readonly ForecastUpdate[]): Iterable<readonly [string, readonly ForecastUpdate[]]> => {
  const [first] = updates;
  if (first !== undefined && updates.length === 1) return [[first.author, updates]];
  const authors = new Map<string, ForecastUpdate[]>();
  for (const update of [...updates].sort((a, b) => startOf(a.at) - startOf(b.at))) {
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
export const scoredParts = (forecasts: readonly Forecast[], method: ScoringMethod = 'last'): readonly ScoredPart[] => {
  const parts: ScoredPart[] = [];
  for (const forecast of forecasts) {
    const { id, topics, updates, resolution } = forecast;
    if (resolution === undefined || resolution.outcome === 'void') continue;
    const end = endOfForecast(forecast);
    for (const [author, own] of byAuthor(updates.filter(({ at }) => startOf(at) < end)))
      for (const [{ probability, origin }, weight] of weighted(own, end, method))
        parts.push({
          forecast: id,
          author,
          source: sourceOf(origin),
          topics,
          probability,
          happened: resolution.outcome === 'yes',
          weight,
        });
  }
  return parts;
};
