export type { ActionUse } from './analysis/actions.ts';
export { type Backcast, backcast } from './analysis/backcast.ts';
export { type BranchNode, type BranchOptions, branchTree } from './analysis/branches.ts';
export { type CaseTable, type DiscoveryReport, discoverOutcome, discoverTable } from './analysis/discovery.ts';
export type { Driver } from './analysis/drivers.ts';
export { explainRun, parametersOfRun, type RunAccount } from './analysis/explain.ts';
export type { Fan } from './analysis/fans.ts';
export { gameTree } from './analysis/game-tree.ts';
export { type Indicator, type IndicatorReport, indicatorsFor } from './analysis/indicators.ts';
export type { OutcomeSummary } from './analysis/outcomes.ts';
export { type Evidence, MIN_EFFECTIVE_RUNS, type Reweighted, reweight } from './analysis/reweight.ts';
export { indicesFromTable } from './analysis/saltelli.ts';
export {
  type Sensitivity,
  type SensitivityMethod,
  type SensitivityOptions,
  sensitivityOf,
} from './analysis/sensitivity.ts';
export { type Summary, summarise } from './analysis/summary.ts';
export { type Comparison, compare } from './analysis/what-if.ts';
export { type BargainingTable, readBargainingTable } from './classic/bargaining/read-table.ts';
export { bargainingChart, bargainingCsv, bargainingText } from './classic/bargaining/report.ts';
export { scholzModel } from './classic/bargaining/scholz-model.ts';
export { type SpatialOptions, type SpatialResult, spatialModel } from './classic/bargaining/spatial-model.ts';
export { fitPrecision, quantalExtensive, quantalNormal } from './classic/games/quantal-response.ts';
export { readEfg } from './classic/games/read-efg.ts';
export { readNfg } from './classic/games/read-nfg.ts';
export { quantalTable, solveExtensive, solveNormal } from './classic/games/report.ts';
export { type UltimatumOptions, ultimatumGame } from './classic/games/ultimatum.ts';
export { writeEfg } from './classic/games/write-efg.ts';
export { ENGINE_VERSION, type Manifest } from './engine/manifest.ts';
export { PLAY_DEFAULTS, type Played, type PlayOptions, playScenario } from './engine/play.ts';
export { uniformsFor } from './engine/random.ts';
export { decodeRuns, encodeRuns } from './engine/run-file.ts';
export { replaySide, SideGame, type SideRecord, type SideView } from './engine/side-game.ts';
export { actor, scenario } from './language/builder.ts';
export { type CheckedScenario, checkScenario } from './language/check/check-scenario.ts';
export { type ScenarioForm, scenarioForm, scenarioJsonSchema } from './language/form.ts';
export { checkScenarioText } from './language/load.ts';
export type { Problem } from './language/problem.ts';
export { placed, prepareScenario, prepareScenarioText, type Scenario } from './language/scenario.ts';
export {
  backcastText,
  branchesText,
  comparisonText,
  discoveryText,
  indicatorsText,
  reweightedText,
  sensitivityText,
  sobolText,
} from './report/analysis-text.ts';
export { percent, percentRange } from './report/estimate.ts';
export { reportHtml } from './report/html/report.ts';
export { runWords } from './report/run-words.ts';
export { type TerminalStyle, terminalSummary } from './report/terminal.ts';
export type { Sampler } from './sampling/draw-parameters.ts';
export type { SobolIndices } from './statistics/sobol-indices.ts';
