import type { Citation } from './situation.ts';

/** Where a probability comes from: a person's own judgement, a played scenario, or dated words found in reading. */
export type ForecastOrigin =
  | { readonly kind: 'person' }
  | {
      readonly kind: 'scenario';
      readonly scenario: string;
      /** Name of the outcome whose share of the runs it is. */
      readonly outcome: string;
      /** Of the scenario's form, so that the same play can be found again. */
      readonly hash: string;
      readonly seed: string;
      readonly runs: number;
    }
  | {
      readonly kind: 'words';
      /** The sentence, as the document has it. */
      readonly citation: Citation;
      /** The estimative words, and the band that the scale gives them. */
      readonly phrase: string;
      readonly low: number;
      readonly high: number;
      /** Publisher or title of the document. */
      readonly publication: string;
    };

/** A probability that somebody gave at a time. */
export interface ForecastUpdate {
  /** ISO 8601: a day, which counts from its beginning (UTC), or a time with zone. */
  readonly at: string;
  readonly author: string;
  /** That the question comes out "yes", 0 … 1. */
  readonly probability: number;
  readonly origin: ForecastOrigin;
  readonly note?: string;
}

export const FORECAST_OUTCOMES = ['yes', 'no', 'void'] as const;
/** `void`: the question turned out to be undecidable; nobody is scored on it. */
export type ForecastOutcome = (typeof FORECAST_OUTCOMES)[number];

export interface ForecastResolution {
  readonly outcome: ForecastOutcome;
  /** When it was settled, ISO 8601; what is said from then on is no forecast. */
  readonly at: string;
  /** Where it can be looked up. */
  readonly source: string;
  readonly by: string;
}

/** A yes-or-no question about the future and what was thought of it over time. */
export interface Forecast {
  readonly id: string;
  readonly question: string;
  /** What has to be the case, according to whom, for "yes". */
  readonly criteria: string;
  /** ISO 8601; a day counts from its beginning (UTC). */
  readonly opens: string;
  /** ISO 8601; a day counts to its end (UTC). */
  readonly closes: string;
  readonly topics: readonly string[];
  /** In the order of their times. */
  readonly updates: readonly ForecastUpdate[];
  readonly resolution?: ForecastResolution;
}
