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
        print(`${choices.length} choices, ending in ${outcome}`);
        return;
      }
      const game = openSide(file, actor, flags.run === undefined ? 0 : numberOf(flags.run, 'run'), requestOf(flags));
      show(game);
      for await (const line of createInterface({ input: process.stdin })) {
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
      const { outcome } = game.record();
      print(outcome === null ? '\nLeft before the end.' : `\n${colour.bold(`It ends in ${outcome}.`)}`);
      if (flags.record !== undefined) {
        saveSide(game, flags.record);
        note(`written: ${flags.record}`);
      }
    });
};
