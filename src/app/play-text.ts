/** Texts about plays for faces that have a terminal; apart from `play.ts`, so that `--json` need not load them. */
export {
  backcastText,
  branchesText,
  comparisonText,
  discoveryText,
  indicatorsText,
  reweightedText,
  runWords,
  sensitivityText,
  sobolText,
  type TerminalStyle,
  terminalSummary,
} from '../play/index.ts';
