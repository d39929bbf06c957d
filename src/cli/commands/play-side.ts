import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { describeError } from '../report-error.ts';
import { colour, note, print } from '../terminal.ts';
import { numberOf, type PlayFlags, playFlags, requestOf } from './play-flags.ts';

interface SideFlags extends PlayFlags {
  readonly run?: string;
  readonly record?: string;
  readonly replay?: string;
}

type Game = ReturnType<typeof import('../../app/play-side.ts')['openSide']>;

/** Who one is, and what for: shown once. */
const introduce = (game: Game): void => {
  const { title, actor, utility, scenario } = game.role();
  print(`${colour.bold(scenario)}\nYou are ${title} (${actor}). The scenario gives it the utility ${utility}`);
  print('Each turn, answer with the number or the name of an option. Ctrl-C ends the game.');
};

const show = (game: Game): void => {
  const { turn, turns, seen, state, lines, options } = game.view();
  print(`\n${colour.bold(`Turn ${turn} of ${turns}`)}`);
  print(`Seen: ${seen.join('; ') || 'nothing new'}`);
  print(state.map(({ name, value, estimate }) => `${name} ${estimate ? `about ${value}` : value}`).join(', '));
  for (const { id, crossed, unanswered } of lines)
    if (crossed) print(`Your red line ${id} is crossed${unanswered ? ' and unanswered' : ''}.`);
  options.forEach(({ title, available }, index) => {
    if (available) print(`  ${index + 1}  ${title}`);
  });
};

/** An option by its number or its name. */
const actionOf = (game: Game, answer: string): string => game.view().options[Number(answer) - 1]?.action ?? answer;

/** Reads choices until the game, the input, or the player's patience ends. */
const takeTurns = async (game: Game): Promise<void> => {
  const input = createInterface({ input: process.stdin });
  const leave = (): void => input.close();
  process.once('SIGINT', leave);
  input.once('SIGINT', leave);
  for await (const line of input) {
    if (line.trim() === '') continue;
    try {
      game.take(actionOf(game, line.trim()));
    } catch (error) {
      note(describeError(error));
      continue;
    }
    if (game.over) break;
    show(game);
  }
  process.removeListener('SIGINT', leave);
};

export const registerPlaySide = (command: Command): void => {
  playFlags(
    command
      .command('side')
      .description('play one side yourself, from what that side can see; the engine plays the others'),
  )
    .argument('<file>')
    .argument('<actor>')
    .option('--run <n>', 'which run’s parameters and chance (0)')
    .option('--record <file>', 'keep the game there, to replay it')
    .option('--replay <file>', 'play a kept game again and check that it ends the same')
    .action(async (file: string, actor: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<SideFlags>();
      const { openSide, replaySideFile, saveSide } = await import('../../app/play-side.ts');
      if (flags.replay !== undefined) {
        const { outcome, choices } = replaySideFile(file, flags.replay, requestOf(flags));
        print(`${choices.length} choices, ${outcome === null ? 'left before the end' : `ending in ${outcome}`}`);
        return;
      }
      const game = openSide(file, actor, flags.run === undefined ? 0 : numberOf(flags.run, 'run'), requestOf(flags));
      introduce(game);
      show(game);
      await takeTurns(game);
      const { outcome, choices } = game.record();
      print(
        outcome === null
          ? `\nLeft after ${choices.length} choices, before the end.`
          : `\n${colour.bold(`It ends in ${outcome}.`)}`,
      );
      if (flags.record !== undefined) {
        saveSide(game, flags.record);
        note(`written: ${flags.record}`);
      }
    });
};
