import type { Citation } from './situation.ts';

/** How an item of evidence stands to a hypothesis (Heuer 1999): very consistent … very inconsistent, or not applicable. */
export const RATINGS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;
export type Rating = (typeof RATINGS)[number];

export const GRADES = ['L', 'M', 'H'] as const;
/** Low, medium, high: credibility and relevance of evidence. */
export type Grade = (typeof GRADES)[number];

/** Admiralty code: reliability of a source. F is "cannot be judged", not "worst". */
export const SOURCE_GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type SourceGrade = (typeof SOURCE_GRADES)[number];

/** Admiralty code: credibility of the information. 6 is "cannot be judged". */
export const INFORMATION_GRADES = [1, 2, 3, 4, 5, 6] as const;
export type InformationGrade = (typeof INFORMATION_GRADES)[number];

export interface Hypothesis {
  readonly id: string;
  readonly text: string;
  /** Before the evidence, 0 … 1; equal shares where absent. */
  readonly prior?: number;
  /** "None of these": what makes the hypotheses of a question exhaustive. */
  readonly rest?: true;
  /** Words by which claims of the case that bear on it are found, beside those of its text. */
  readonly terms?: readonly string[];
  readonly note?: string;
}

export interface Evidence {
  readonly id: string;
  readonly text: string;
  readonly credibility: Grade;
  readonly relevance: Grade;
  readonly sourceGrade?: SourceGrade;
  readonly informationGrade?: InformationGrade;
  /** Items of one source are not independent of one another. */
  readonly source?: string;
  /** The claim of the case that it is taken from, with its words; absent for evidence that a person entered. */
  readonly citation?: Citation;
  readonly claim?: string;
  /** Title of the document that is cited, for people. */
  readonly title?: string;
  readonly note?: string;
  /** Who entered it. */
  readonly author?: string;
}

/** One cell: a rating, or the likelihood of the evidence if the hypothesis were true, 0 < p < 1. */
export type CellRating = Rating | number;

export interface Matrix {
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly Evidence[];
  /** Evidence id → hypothesis id → rating; a missing cell is not rated yet and counts as N/A. */
  readonly ratings: Readonly<Record<string, Readonly<Record<string, CellRating>>>>;
}

/** A question of a case: what may be true, and what there is to weigh it by. Ratings are each analyst's own. */
export interface Question {
  readonly id: string;
  readonly text: string;
  /** Exclusive and exhaustive; exactly one is the rest, "none of these". */
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly Evidence[];
  /** How far items of one source repeat each other, 0 (not at all) … 1 (wholly). */
  readonly dependence: number;
  readonly note?: string;
}

/** One rating and why. */
export interface RatedCell {
  readonly rating: CellRating;
  readonly because?: string;
}

/** One analyst's matrix on a question. */
export interface Assessment {
  readonly question: string;
  readonly analyst: string;
  /** Evidence id → hypothesis id → cell; a missing cell is not rated yet. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, RatedCell>>>>;
  /** Where the analyst's priors are not those of the question: hypothesis id → probability. */
  readonly priors?: Readonly<Record<string, number>>;
  readonly note?: string;
}
