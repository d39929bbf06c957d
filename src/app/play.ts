import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { WatchfloorError } from '../model/index.ts';
import {
  checkScenarioText,
  decodeRuns,
  encodeRuns,
  gameTree,
  type Played,
  type PlayOptions,
  type Problem,
  playScenario,
  prepareScenarioText,
  reportHtml,
  type Scenario,
  type Summary,
  summarise,
  writeEfg,
} from '../play/index.ts';
import { requireWritable, writeOutput } from './output.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const RUN_FILE = 'runs.wfruns';

/** The text of a scenario file. @throws WatchfloorError play.file-missing, play.too-large */
const readScenarioFile = (file: string): string => {
  try {
    if (file.endsWith('.wfruns'))
      throw new WatchfloorError(
        'play.bad-option',
        'This needs the scenario itself, not kept runs of it; name the YAML file.',
        { file },
      );
    if (statSync(file).size > MAX_BYTES)
      throw new WatchfloorError('play.too-large', 'The scenario is larger than 4 MB.', { file });
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof WatchfloorError) throw error;
    throw new WatchfloorError(
      'play.file-missing',
      'There is no such scenario, or it cannot be read.',
      { file },
      { cause: error },
    );
  }
};

/** Every problem of a scenario file, by place. */
export const checkScenarioFile = (file: string): readonly Problem[] =>
  checkScenarioText(readScenarioFile(file), file).problems;

/** @param set `name=value` changes of parameters or initial values */
export const openScenario = (file: string, set: readonly string[] = []): Scenario =>
  prepareScenarioText(readScenarioFile(file), file, parseChanges(set));

const parseChanges = (changes: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    changes.map((change) => {
      const at = change.indexOf('=');
      if (at < 1)
        throw new WatchfloorError('play.bad-option', `--set ${change} must be NAME=VALUE, such as us_resolve=.4.`);
      return [change.slice(0, at).trim(), change.slice(at + 1)];
    }),
  );

/** Options of every command that plays. Absent ones take the engine's defaults, workers as many as there are cores. */
export interface PlayRequest extends Omit<PlayOptions, 'resume'> {
  readonly set?: readonly string[];
  /** A folder for the report, the summary and the runs. */
  readonly out?: string;
  /** Go on from the runs in `out`. */
  readonly resume?: boolean;
}

export interface PlayResult {
  readonly played: Played;
  readonly summary: Summary;
  readonly files: readonly string[];
}

/** Runs kept by an earlier play. @throws WatchfloorError play.file-missing, play.bad-run-file */
export const openRuns = (file: string): Played => {
  if (!existsSync(file)) throw new WatchfloorError('play.file-missing', 'There is no such run file.', { file });
  return decodeRuns(readFileSync(file), file);
};

/** Plays a scenario file, or opens a run file, and returns what was played. */
export const playOrOpen = async (file: string, request: PlayRequest = {}): Promise<Played> => {
  if (file.endsWith('.wfruns')) return openRuns(file);
  const { set, out, resume, ...options } = request;
  if (resume && out === undefined)
    throw new WatchfloorError('play.bad-option', '--resume goes on from the runs in a folder; name it with --out.');
  const earlier = resume && out !== undefined ? { resume: openRuns(join(out, RUN_FILE)) } : {};
  return playScenario(openScenario(file, set), { workers: availableParallelism(), ...options, ...earlier });
};

/** Plays a scenario file and sums it up; with `out`, writes report, summary and runs there. */
export const playFile = async (file: string, request: PlayRequest = {}): Promise<PlayResult> => {
  if (request.out !== undefined) requireWritable(request.out);
  const played = await playOrOpen(file, request);
  const summary = summarise(played);
  if (request.out === undefined) return { played, summary, files: [] };
  const outputs: readonly (readonly [string, string | Uint8Array])[] = [
    ['report.html', reportHtml(summary)],
    ['summary.json', `${JSON.stringify(summary, null, 2)}\n`],
    [RUN_FILE, encodeRuns(played)],
  ];
  const folder = request.out;
  const files = outputs.map(([name]) => join(folder, name));
  for (const [name, content] of outputs) writeOutput(join(folder, name), content);
  return { played, summary, files };
};

/** A scenario small enough as a game tree in Gambit's .efg. @throws WatchfloorError play.too-large */
export const scenarioAsEfg = (file: string, set: readonly string[] = []): string =>
  writeEfg(gameTree(openScenario(file, set).model));
