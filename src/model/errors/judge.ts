export const judgeErrors = {
  'judge.file-missing': {
    meaning: 'A file that a command of `watchfloor judge` names does not exist or cannot be read.',
    remedy: 'Check the path and its permissions.',
  },
  'judge.not-a-question-file': {
    meaning: 'The file is no well-formed YAML or CSV, or is far larger or deeper than any question.',
    remedy: 'Correct the place that is named. `watchfloor judge export` shows the form; docs/judge.md explains it.',
  },
  'judge.invalid-question': {
    meaning:
      'A question file has mistakes of form or meaning: a probability outside 0 to 1, priors that do not sum to 1, hypotheses that are alike or not exhaustive, an unknown rating, a missing cell.',
    remedy:
      'Every mistake is named with line and column in one pass. Nothing was written; correct them and import again.',
  },
  'judge.no-question': {
    meaning: 'The case holds no question of that id, or more than one begins with it.',
    remedy: '`watchfloor judge list` shows the questions; `watchfloor judge init` makes one.',
  },
  'judge.question-exists': {
    meaning: 'A question was to be made under an id that the case has already. It was left as it is.',
    remedy: 'Choose another id, or change the one that is there.',
  },
  'judge.unknown-name': {
    meaning: 'A command names a hypothesis, an item of evidence, an analyst or a claim that is not there.',
    remedy: '`watchfloor judge show QUESTION` lists them; the message suggests the nearest.',
  },
  'judge.bad-value': {
    meaning: 'A rating, a probability, a grade or a number is not one of those that may stand there.',
    remedy:
      'Ratings are CC, C, N, I, II, NA or a likelihood between 0 and 1; credibility and relevance L, M, H; the Admiralty grades A to F and 1 to 6.',
  },
  'judge.quote-not-found': {
    meaning: 'Words that are cited as evidence do not stand in the document they are cited from.',
    remedy: 'Copy the words from `watchfloor case show DOCUMENT`: each line of evidence must trace to its words.',
  },
  'judge.conflict': {
    meaning:
      'A file was exported before somebody else changed the question in the case, so that importing it would undo their change. Neither was touched.',
    remedy:
      'Export the question to another file, put your changes in there, and import that. The message names what was changed.',
  },
  'judge.no-ratings': {
    meaning: 'Scores were asked for a question that nobody has rated, or that the named analyst has not.',
    remedy: 'Rate it with `watchfloor judge rate`, or import a matrix.',
  },
} as const;
