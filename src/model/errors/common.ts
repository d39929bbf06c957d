export const commonErrors = {
  'usage.unknown-option': {
    meaning: 'The command line names an option or a command that does not exist, or an option lacks its value.',
    remedy: 'Run `watchfloor --help`, or `watchfloor COMMAND --help` for the options of one command.',
  },
  'output.unwritable': {
    meaning: 'A result could not be written: the folder is missing, read-only or full.',
    remedy:
      'Choose another folder with --out, free space, or change the permissions. Nothing half-written is left under the final name.',
  },
  'internal.unexpected': {
    meaning: 'Something failed that Watchfloor has no name for. This is a defect of Watchfloor, not of your input.',
    remedy: 'Please report it with the input and the text of the error; --debug prints the stack.',
  },
} as const;
