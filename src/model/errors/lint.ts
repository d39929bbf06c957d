export const lintErrors = {
  'lint.unknown-rule': {
    meaning: 'A comment in a text, a project file or an option names a rule that `watchfloor lint` does not have.',
    remedy: '`watchfloor lint --rules` lists them; the message suggests the nearest.',
  },
  'lint.bad-project-file': {
    meaning: 'The project file `watchfloor.yaml` is no YAML, or has a key or a value that it cannot have.',
    remedy: 'Correct the line that is named; docs/lint.md shows every key.',
  },
  'scale.unknown': {
    meaning: 'An option or a project file names a scale of likelihood words that is neither known nor a file.',
    remedy: 'Use icd203, phia, kent, or the path of a YAML file; docs/estimative-language.md shows its form.',
  },
  'scale.invalid': {
    meaning:
      'The file of a scale is not as it must be: bands from 0 to 1, each above the one before, with words of their own.',
    remedy: 'Correct the line that is named; docs/estimative-language.md shows the form.',
  },
  'scale.unknown-word': {
    meaning: 'A word was to be put into numbers that the scale does not have.',
    remedy: '`watchfloor scale --list` shows the words of each scale.',
  },
  'lint.not-fixable': {
    meaning: '`--fix` was asked for something that is not a text file on this machine: a page, a PDF, an address.',
    remedy: 'Run it without --fix, and correct the source of the page by hand.',
  },
  'lint.file-missing': {
    meaning:
      'A file that `watchfloor lint` or `watchfloor scale` names does not exist, cannot be read, or is no UTF-8 text where it has to be.',
    remedy: 'Check the path and its permissions.',
  },
} as const;
