import picocolors from 'picocolors';

/** Colours where the terminal shows them; none into a pipe or under NO_COLOR. */
export const colour = picocolors.createColors(picocolors.isColorSupported && Boolean(process.stdout.isTTY));

const DEFAULT_WIDTH = 80;
const MAX_WIDTH = 120;

export const terminalWidth = (): number => Math.min(process.stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH);

export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** A note beside the result, so that standard output stays clean for pipes. */
export const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
