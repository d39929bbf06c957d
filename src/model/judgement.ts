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
  readonly note?: string;
}

/** One cell: a rating, or the likelihood of the evidence if the hypothesis were true, 0 < p < 1. */
export type CellRating = Rating | number;

export interface Matrix {
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly Evidence[];
  /** Evidence id → hypothesis id → rating; a missing cell is not rated yet and counts as N/A. */
  readonly ratings: Readonly<Record<string, Readonly<Record<string, CellRating>>>>;
}
