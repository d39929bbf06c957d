export { anchorQuestion, type CitedDocument } from './exchange/anchor.ts';
export type { MatrixFile, QuestionFile, ReadQuestion } from './exchange/question-file.ts';
export { readQuestionCsv } from './exchange/read-csv.ts';
export { readQuestionYaml } from './exchange/read-yaml.ts';
export { writeQuestionCsv } from './exchange/write-csv.ts';
export { writeQuestionYaml } from './exchange/write-yaml.ts';
export * from './forecasts/index.ts';
export { type Bridge, type Comparison, compareAssessments, type Disagreement } from './hypotheses/compare.ts';
export { comparisonWords } from './hypotheses/compare-words.ts';
export { type Explanation, explain, rankedPhrases } from './hypotheses/explain.ts';
export { type LikelihoodWords, likelihoodClause, likelihoodWords, percent } from './hypotheses/likelihood-words.ts';
export type { NewItems, Overturn, PriorOverturn } from './hypotheses/overturn.ts';
export { ratingOf } from './hypotheses/rating.ts';
export {
  type EvidenceScore,
  type HypothesisScore,
  type ScoreOptions,
  type Scores,
  scoreMatrix,
} from './hypotheses/scores.ts';
export {
  type DropOne,
  type DropSource,
  type Sensitivity,
  type Swing,
  sensitivityOf,
} from './hypotheses/sensitivity.ts';
export { type Weighing, weigh } from './hypotheses/weigh.ts';
export * from './lint/index.ts';
export {
  newAssessment,
  newQuestion,
  withChangedEvidence,
  withEvidence,
  withHypothesis,
  withOwnPriors,
  withoutPart,
  withPriors,
  withRatings,
} from './question/change.ts';
export { assessmentEdits, type Edit, questionEdits } from './question/edits.ts';
export { matrixOf } from './question/matrix.ts';
export type { Problem } from './question/problem.ts';
export { sourceNameOf } from './suggest/source-name.ts';
export { type Stance, type Suggestion, type SuggestOptions, suggestEvidence } from './suggest/suggest.ts';
