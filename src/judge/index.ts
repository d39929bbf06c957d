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
