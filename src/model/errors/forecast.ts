export const forecastErrors = {
  'forecast.bad-probability': {
    meaning: 'A probability is not a number from 0 to 1.',
    remedy: 'Write .3 or 30 %; 0 and 1 are allowed, but a certain forecast that fails has an infinite log score.',
  },
  'forecast.bad-date': {
    meaning: 'A date is no calendar day and no time.',
    remedy: 'Write 2024-06-18, or 2024-06-18T09:30:00Z for a time.',
  },
  'forecast.empty': {
    meaning: 'A question, its criteria, an author, the source of a resolution or an id is missing or empty.',
    remedy: 'Give it: without criteria a question cannot be resolved, without a source a resolution cannot be checked.',
  },
  'forecast.closes-before-opening': {
    meaning: 'A question closes before it opens.',
    remedy: 'Correct --opens or --closes; a day counts from its beginning when it opens, to its end when it closes.',
  },
  'forecast.before-opening': {
    meaning: 'A probability or a resolution is dated before the question opened.',
    remedy: 'Correct the date, or open the question earlier.',
  },
  'forecast.after-close': {
    meaning: 'A probability is dated after the question closed or was resolved, when it was no forecast any more.',
    remedy: 'Correct the date with --at; open a new question for what comes after.',
  },
  'forecast.unknown-outcome': {
    meaning: 'An outcome is not yes, no or void, or the play has no outcome of that name.',
    remedy: 'Use one of the names that the message lists.',
  },
  'forecast.resolved': {
    meaning: 'A question was to be resolved that is resolved already. It was left as it is.',
    remedy: 'Where the resolution was wrong, give --again: the earlier one stays in the history.',
  },
  'forecast.not-found': {
    meaning: 'The case holds no forecast of that id, or more than one begins with it.',
    remedy: '`watchfloor forecast list` shows the ids; as many of their first letters as tell them apart are enough.',
  },
  'forecast.exists': {
    meaning: 'A forecast was to be made under an id that the case has already. It was left as it is.',
    remedy: 'Add your probability with `watchfloor forecast update`, or choose another id with --id.',
  },
  'forecast.conflict': {
    meaning:
      'A forecast of a file, or a change made on a stated revision, builds on another revision than the case holds now: somebody has changed it since. Nothing was written.',
    remedy: 'Export or show it again, make the change on what is there now, and bring that in.',
  },
  'forecast.invalid-file': {
    meaning:
      'A file of forecasts is no YAML or CSV, or has a mistake: a missing cell, an unknown key. Nothing was written.',
    remedy: 'Correct the line that is named; `watchfloor forecast export` shows the form.',
  },
  'forecast.file-missing': {
    meaning: 'A file that a command of `watchfloor forecast` names does not exist or cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
  'forecast.bad-play': {
    meaning: 'A file that should be the JSON of `watchfloor play --json` is not.',
    remedy: 'Run `watchfloor play SCENARIO --json > play.json`, or name the summary.json of `--out`.',
  },
  'forecast.no-suggestion': {
    meaning: 'The case has no dated likelihood statement of that id, or more than one begins with it.',
    remedy: '`watchfloor forecast suggest` shows them.',
  },
} as const;
