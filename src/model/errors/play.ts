export const playErrors = {
  'play.file-missing': {
    meaning: 'A scenario, run file or table that the command names does not exist or cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
  'play.not-yaml': {
    meaning: 'The scenario is not well-formed YAML, or not a mapping at its top.',
    remedy: 'Correct the place named: indentation, colons, quotes. `watchfloor play check FILE` lists every problem.',
  },
  'play.too-large': {
    meaning: 'The scenario file is larger than 4 MB, or expands by its anchors to more than 100,000 nodes.',
    remedy: 'Write the scenario without generated bulk and without nested aliases.',
  },
  'play.too-deep': {
    meaning: 'The scenario nests deeper than 64 levels, or an expression deeper than 200.',
    remedy: 'Flatten it: no part of a scenario needs more than eight levels.',
  },
  'play.invalid-scenario': {
    meaning: 'The scenario has errors of form or meaning; the first is named.',
    remedy: '`watchfloor play check FILE` lists all of them with line, column and a suggestion.',
  },
  'play.division-by-zero': {
    meaning: 'An expression divided by zero during a run.',
    remedy: 'Guard the divisor, for example `max(x, .01)`.',
  },
  'play.not-finite': {
    meaning: 'An expression gave no finite number during a run.',
    remedy: 'Look at the expression named; narrow the parameters that make it overflow.',
  },
  'play.outcomes-overlap': {
    meaning: 'A run ended in two outcomes at once.',
    remedy: 'Make the outcomes exclusive, for example by `and not other`.',
  },
  'play.no-outcome': {
    meaning: 'A run ended in no outcome.',
    remedy: 'Add an outcome `otherwise`, or widen one of the others.',
  },
  'play.bad-option': {
    meaning:
      'An option of `watchfloor play` has a value that it cannot have: negative runs, no workers, an unknown sampler.',
    remedy: 'Correct the value; `watchfloor play --help` gives the ranges.',
  },
  'play.unknown-name': {
    meaning: 'An option names a parameter, an outcome, an observable or an actor that the scenario does not have.',
    remedy: 'Use one of the names of the scenario; the message suggests the nearest.',
  },
  'play.correlated-inputs': {
    meaning:
      'Sobol indices per parameter were asked for, but parameters are correlated: the indices would not add up to anything.',
    remedy: 'Use `--method groups` (correlated parameters as one) or `--method pawn` (density-based, any dependence).',
  },
  'play.misaligned-samples': {
    meaning:
      'A table of samples does not fit the design that the analysis needs: wrong number of rows, or rows that do not share values as they must.',
    remedy: 'Let `watchfloor play sensitivity` make the samples, or sort them as the page docs/play.md describes.',
  },
  'play.no-sobol-dimension': {
    meaning: 'More parameters than the table of Sobol direction numbers serves (200 dimensions).',
    remedy: 'Use `--sampler lhs`, or fix parameters that hardly matter.',
  },
  'play.bad-run-file': {
    meaning: 'A run file is damaged, of another version, or of another scenario.',
    remedy: 'Play the scenario again with --out; run files are only read by the version that wrote them.',
  },
  'play.impossible-evidence': {
    meaning: 'The evidence given has probability zero in every run: no weight is left.',
    remedy: 'Check the observable and the turn; a signal with no false alarms cannot be seen where nothing happened.',
  },
  'play.stopped': {
    meaning: 'The run was stopped from outside before anything was finished.',
    remedy: 'Run it again; with --out, finished parts are kept and --resume goes on from them.',
  },
  'play.bad-actors': {
    meaning: 'The table of a bargaining model has too few actors, a missing column, or a value out of its range.',
    remedy: 'Correct the actor that is named; docs/play-bargaining.md shows the columns.',
  },
  'play.bad-game': {
    meaning: 'A game file (.nfg, .efg) is malformed, or the game is not of the kind that the solver takes.',
    remedy: 'Correct the line that is named; docs/play-games.md says which solver takes which game.',
  },
} as const;
