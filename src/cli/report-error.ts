import { CommanderError } from 'commander';
import { formatPlace, WatchfloorError } from '../model/index.ts';

export const EXIT_USAGE = 2;

/** One line a person can act on, on standard error: `watchfloor: what and what to do (code)`, led by the place. */
export const describeError = (error: unknown): string => {
  if (error instanceof WatchfloorError) {
    const place = formatPlace(error.place);
    return `watchfloor: ${place ? `${place}: ` : ''}${error.message} (${error.code})`;
  }
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
    const sentence = /[.?!)]$/.test(message) ? message : `${message}.`;
    return `watchfloor: ${sentence} See 'watchfloor --help'. (usage.unknown-option)`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `watchfloor: unexpected failure: ${message} (internal.unexpected)`;
};

export const reportError = (error: unknown): void => {
  process.stderr.write(`${describeError(error)}\n`);
  if (process.argv.includes('--debug') && error instanceof Error) process.stderr.write(`${error.stack}\n`);
};
