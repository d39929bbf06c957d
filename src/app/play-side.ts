import { existsSync, readFileSync } from 'node:fs';
import { WatchfloorError } from '../model/index.ts';
import { PLAY_DEFAULTS, parametersOfRun, replaySide, SideGame, type SideRecord } from '../play/index.ts';
import { writeOutput } from './output.ts';
import { openScenario, type PlayRequest } from './play.ts';

/** A game in which one side is played by a person. `run` picks parameters and noise, as in a play with the same options. */
export const openSide = (file: string, actor: string, run: number, request: PlayRequest): SideGame => {
  const scenario = openScenario(file, request.set);
  const { seed, sampler, runs, replications } = { ...PLAY_DEFAULTS, ...request };
  const parameters = parametersOfRun(
    scenario,
    { seed, sampler, runs, replications: Math.min(replications, runs) },
    run,
  );
  return new SideGame(scenario, actor, seed, run, parameters);
};

export const saveSide = (game: SideGame, file: string): void =>
  writeOutput(file, `${JSON.stringify(game.record(), null, 2)}\n`);

/** Plays a kept game again and returns how it ended. @throws WatchfloorError play.file-missing, play.bad-run-file */
export const replaySideFile = (file: string, recordFile: string, request: PlayRequest): SideRecord => {
  if (!existsSync(recordFile))
    throw new WatchfloorError('play.file-missing', 'There is no such record.', { file: recordFile });
  const scenario = openScenario(file, request.set);
  let record: SideRecord;
  try {
    record = JSON.parse(readFileSync(recordFile, 'utf8')) as SideRecord;
  } catch (error) {
    throw new WatchfloorError(
      'play.bad-run-file',
      'This is no record of a game.',
      { file: recordFile },
      { cause: error },
    );
  }
  return replaySide(scenario, record).record();
};
