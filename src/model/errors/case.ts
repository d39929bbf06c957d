export const caseErrors = {
  'case.ambiguous-document': {
    meaning: 'Two different texts of one case have the same identifier, so that a citation of it could mean either.',
    remedy: 'Give each document an identifier of its own, or remove the one that is out of date.',
  },
  'case.inconsistent-reading': {
    meaning: 'A reading refers to an actor, an attribution or a quantity that it does not contain.',
    remedy:
      'Read the document again with this version of Watchfloor. If it was made by another program, correct it there.',
  },
  'case.bad-reference-date': {
    meaning: 'The day from which the age of claims is counted is no calendar date.',
    remedy: 'Write it as YYYY-MM-DD, for instance 2024-06-18.',
  },
  'case.bad-half-life': {
    meaning: 'The half-life after which a claim counts half for a tie is not a positive number of days.',
    remedy: 'Give a number above 0; the default is 180.',
  },
} as const;
