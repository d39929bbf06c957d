export { anchorQuestion, type CitedDocument } from './exchange/anchor.ts';
export type { MatrixFile, QuestionFile, ReadQuestion } from './exchange/question-file.ts';
export { readQuestionCsv } from './exchange/read-csv.ts';
export { readQuestionYaml } from './exchange/read-yaml.ts';
export { writeQuestionCsv } from './exchange/write-csv.ts';
export { writeQuestionYaml } from './exchange/write-yaml.ts';

import type { FailOn, LintProject } from './lint/project-file.ts';

export { type CalibrationSoFar, calibrationSoFar } from './forecasts/calibration-so-far.ts';
export {
  type BrierParts,
  type ProbabilityGroup,
  type Score,
  type ScoredProbability,
  scoreForecasts,
} from './forecasts/score.ts';
export { SCORING_METHODS, type ScoredPart, type ScoringMethod, scoredParts } from './forecasts/scored-parts.ts';
export {
  RECORD_GROUPS,
  type RecordGroup,
  type TrackRecord,
  type TrackRecordOptions,
  trackRecord,
} from './forecasts/track-record.ts';
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
export { applyFixes, type Fixed } from './lint/fix.ts';
export { createLinter, type Linter, type LintFinding, type LintSettings } from './lint/lint.ts';
export {
  LINT_LEVELS,
  type LintFix,
  type LintLevel,
  type LintRule,
  type LoadedWord,
  type RuleExample,
} from './lint/rule.ts';
export { LINT_RULE_IDS, LINT_RULES } from './lint/rules/index.ts';
export { type LintedFile, sarif } from './lint/sarif.ts';
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
export type { FailOn, LintProject };

/** The part `lint` of a project file; what checks it is loaded only here. See `lint/project-file.ts`. */
export const readLintProject: (text: string, file: string) => Promise<LintProject> = async (text, file) =>
  (await import('./lint/project-file.ts')).readLintProject(text, file);
export { rulesPage } from './lint/rules-page.ts';
export { sourceNameOf } from './suggest/source-name.ts';
export { type Stance, type Suggestion, type SuggestOptions, suggestEvidence } from './suggest/suggest.ts';
