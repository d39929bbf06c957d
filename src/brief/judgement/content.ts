import type { CalibrationSoFar, Explanation, LikelihoodWords } from '../../judge/index.ts';
import type { Assessment, Question } from '../../model/index.ts';
import type { Datum } from '../compose/content.ts';

/** A question with the matrices on it, as a case holds them. */
export interface JudgedQuestion {
  readonly question: Question;
  /** Matrices with at least one rating. */
  readonly assessments: readonly Assessment[];
}

export interface Judgements {
  readonly questions: readonly JudgedQuestion[];
  readonly calibration?: CalibrationSoFar;
}

export interface HypothesisRow extends Datum {
  readonly hypothesis: string;
  readonly text: string;
  readonly posterior: number;
  readonly words: LikelihoodWords;
  /** Before the evidence, in per cent. */
  readonly prior: string;
  /** Between which figures it stays whichever one item is left out: "71–91 %". */
  readonly range: string;
  /** Each analyst's own figure, where there are several. */
  readonly byAnalyst: readonly { readonly analyst: string; readonly number: string }[];
}

export interface EvidenceRow extends Datum {
  readonly evidence: string;
  readonly text: string;
  /** The words it rests on; null for what a person entered. */
  readonly quote: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly note: string | null;
  /** Admiralty code such as B2; F6 where nothing can be judged. */
  readonly grade: string;
  readonly credibility: string;
  readonly relevance: string;
}

export interface CountingEvidence extends EvidenceRow {
  /** "without it H1 would stand at 71 % instead of 87 %". */
  readonly effect: string;
}

export const CELL_KINDS = ['cc', 'c', 'n', 'i', 'ii', 'na', 'open'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export interface MatrixCell {
  readonly hypothesis: string;
  /** As rated: a word, a likelihood, "–" for not applicable, "?" for not rated. */
  readonly shown: string;
  readonly kind: CellKind;
  readonly because: string | null;
}

export interface MatrixRow {
  readonly evidence: string;
  readonly cells: readonly MatrixCell[];
  readonly diagnosticity: number;
  /** What it counts after damping; null where its row is not full. */
  readonly share: number | null;
}

export interface MatrixView extends Explanation {
  readonly analyst: string;
  readonly note: string | null;
  readonly hypotheses: readonly string[];
  /** The most diagnostic first. */
  readonly rows: readonly MatrixRow[];
  /** Beneath the columns, in the order of the hypotheses. */
  readonly totals: readonly { readonly name: string; readonly values: readonly string[] }[];
}

export interface QuestionJudgement {
  readonly id: string;
  readonly anchor: string;
  readonly question: string;
  readonly note: string | null;
  /** The judgement in a sentence: word, number, band. */
  readonly statement: string;
  /** Whose it is: "the matrix of ann", "the mean of two analysts". */
  readonly whose: string;
  readonly hypotheses: readonly HypothesisRow[];
  readonly counts: readonly CountingEvidence[];
  readonly changes: readonly string[];
  /** Where analysts differ, in sentences; empty for one analyst. */
  readonly differences: readonly string[];
  readonly matrices: readonly MatrixView[];
  readonly evidence: readonly EvidenceRow[];
}

export interface JudgementSection {
  readonly questions: readonly QuestionJudgement[];
  /** How forecasts have fared; null where the case keeps none. */
  readonly calibration: string | null;
}
