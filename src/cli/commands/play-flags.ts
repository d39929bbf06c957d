import type { Command } from 'commander';
import { WatchfloorError } from '../../model/index.ts';
import { note } from '../terminal.ts';

/** Options that every playing command shares, as commander hands them over. */
export interface PlayFlags {
  readonly runs?: string;
  readonly replications?: string;
  readonly seed?: string;
  readonly sampler?: string;
  readonly workers?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  readonly resume?: boolean;
}

/** Gathers the values of an option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export const playFlags = (command: Command): Command =>
  command
    .option('--runs <n>', 'how many runs (10000)')
    .option('--replications <n>', 'runs for each draw of the parameters (10)')
    .option('--seed <text>', 'seed of all randomness (1)')
    .option('--sampler <name>', 'lhs or sobol')
    .option('--workers <n>', 'threads (as many as cores)')
    .option(
      '--set <name=value>',
      'fix a parameter, give it another distribution, or start a state variable elsewhere; repeatable',
      collect,
    )
    .option('--json', 'print the result as JSON');

/** A number as written. @throws WatchfloorError play.bad-option */
export const numberOf = (value: string, name: string): number => {
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number)) return number;
  throw new WatchfloorError('play.bad-option', `--${name} is ${JSON.stringify(value)}; it must be a number.`);
};

const samplerOf = (value: string): 'lhs' | 'sobol' => {
  if (value === 'lhs' || value === 'sobol') return value;
  throw new WatchfloorError('play.bad-option', `--sampler is ${JSON.stringify(value)}; it must be lhs or sobol.`);
};

/** The request that the flags make. @throws WatchfloorError play.bad-option */
export const requestOf = (flags: PlayFlags) => ({
  ...(flags.runs === undefined ? {} : { runs: numberOf(flags.runs, 'runs') }),
  ...(flags.replications === undefined ? {} : { replications: numberOf(flags.replications, 'replications') }),
  ...(flags.workers === undefined ? {} : { workers: numberOf(flags.workers, 'workers') }),
  ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  ...(flags.sampler === undefined ? {} : { sampler: samplerOf(flags.sampler) }),
  ...(flags.set === undefined ? {} : { set: flags.set }),
  ...(flags.out === undefined ? {} : { out: flags.out }),
  ...(flags.resume === undefined ? {} : { resume: flags.resume }),
});

const PROGRESS_AFTER_MS = 1000;
/** One Ctrl-C may arrive twice: a shell signals the whole group, and package runners pass it on. */
const SAME_PRESS_MS = 500;
const EXIT_INTERRUPTED = 130;

export interface Control {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** Runs work that Ctrl-C ends early, keeping what is finished; a second Ctrl-C ends the program. Progress goes to a terminal's standard error once it lasts. */
export const interruptible = async <T>(
  flags: Pick<PlayFlags, 'json'>,
  work: (control: Control) => Promise<T>,
): Promise<T> => {
  const controller = new AbortController();
  let stopped: number | undefined;
  const stop = (): void => {
    if (stopped !== undefined && performance.now() - stopped > SAME_PRESS_MS) process.exit(EXIT_INTERRUPTED);
    if (stopped === undefined) note('stopping: finished runs are kept');
    stopped ??= performance.now();
    controller.abort();
  };
  process.on('SIGINT', stop);
  const started = performance.now();
  const shown = process.stderr.isTTY && !flags.json;
  const progress = (done: number, total: number): void => {
    if (!shown || performance.now() - started < PROGRESS_AFTER_MS) return;
    process.stderr.write(done < total ? `\r${done} of ${total} runs` : '\r\x1b[K');
  };
  try {
    return await work({ signal: controller.signal, progress });
  } finally {
    process.removeListener('SIGINT', stop);
  }
};
