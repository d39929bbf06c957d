export const caseErrors = {
  'case.missing': {
    meaning: 'There is no case in the folder that was named, or in the current folder when none was.',
    remedy: 'Make one with `watchfloor case init DIR`, or name the folder with --case DIR.',
  },
  'case.exists': {
    meaning: 'A case was to be made in a folder that holds one already. It was left as it is.',
    remedy: 'Use the case that is there, or choose another folder.',
  },
  'case.locked': {
    meaning: 'Another process is writing to the case. A case takes one writer at a time, and any number of readers.',
    remedy: 'Wait until the other process is done, then run the command again. Nothing needs to be unlocked by hand.',
  },
  'case.read-only': {
    meaning: 'The case cannot be written to: the file or its folder is read-only, or belongs to somebody else.',
    remedy: 'Change the permissions, or copy the folder of the case to where you may write.',
  },
  'case.disk-full': {
    meaning: 'The disk, a quota or a limit on the size of files left no room. What was acknowledged before is safe.',
    remedy: 'Free space, then run the command again: documents that are in the case are not added twice.',
  },
  'case.damaged': {
    meaning: 'The file of the case, or a document in it, is not as it was written.',
    remedy: 'Restore a copy. `watchfloor case export` still saves the documents that can be read.',
  },
  'case.not-a-case': {
    meaning: 'The file where a case should be is no Watchfloor case.',
    remedy: 'Name the folder of a case with --case DIR.',
  },
  'case.newer': {
    meaning: 'The case was written by a newer version of Watchfloor, whose layout this version does not know.',
    remedy: 'Update Watchfloor. The case was not touched.',
  },
  'case.no-document': {
    meaning: 'No document of the case has the id that was given, or more than one begins with it.',
    remedy: '`watchfloor case list` shows the ids; as many of their first letters as tell them apart are enough.',
  },
  'case.empty-query': {
    meaning: 'A search has no word that could be found: it is empty, or it only excludes.',
    remedy: 'Give at least one word. Words are joined by "and"; "in quotes" stand together; -word excludes; OR; word*.',
  },
  'case.conflict': {
    meaning: 'A judgement was to be changed that somebody else has changed since it was read.',
    remedy: 'Read it again, and make the change on what is there now.',
  },
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
