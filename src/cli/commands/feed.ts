import type { Command } from 'commander';
import type { FeedOptions } from '../../app/feed.ts';
import { describeError } from '../report-error.ts';
import { note, print } from '../terminal.ts';

interface Options extends Omit<FeedOptions, 'onError' | 'signal' | 'lexicon'> {
  readonly pronunciations?: string;
  readonly json?: boolean;
}

const SECONDS_PER_MINUTE = 60;

export const register = (command: Command): void => {
  command
    .argument('<input...>', 'folder of a case, files, folders, http(s) addresses, or - for standard input')
    .requiredOption('--base-url <address>', 'address of the folder that you will upload, https://…/')
    .requiredOption('--title <words>', 'title of the feed')
    .option('--description <words>', 'what the feed is about')
    .option('--author <name>', 'who publishes it')
    .option('--email <address>', 'address of the publisher')
    .option('--image <address>', 'address of a square picture, 1400 to 3000 pixels wide')
    .option('--date <date>', 'date of the feed where no text has one (ISO 8601)')
    .option('--out <folder>', 'where to write', 'out/feed')
    .option('--brief', 'make a brief of all texts too, the first item', false)
    .option('--no-sound', 'words alone, nothing spoken')
    .option('--voice <name>', 'voice: see `watchfloor listen --voices`')
    .option('--quote-voice <name>', 'another voice for quotations')
    .option('--speed <factor>', "0.5 to 2; 1 is the voice's own pace", Number)
    .option('--pronunciations <file>', 'YAML file of your own pronunciations')
    .option('--json', 'print what was made as JSON')
    .option('--published <date>', 'date of publication where the source gives none (ISO 8601)')
    .option('--allow-private', 'fetch from this machine and private networks too')
    .option('--ignore-robots', 'fetch even where robots.txt asks programs not to')
    .action(async (inputs: string[], { pronunciations, ...options }: Options) => {
      const { makeFeed } = await import('../../app/feed.ts');
      const summary = await makeFeed(inputs, {
        ...options,
        ...(pronunciations !== undefined && { lexicon: pronunciations }),
        onError: (error) => {
          note(describeError(error));
          process.exitCode = 1;
        },
      });
      if (options.json) {
        print(JSON.stringify(summary, null, 2));
        return;
      }
      const minutes = Math.round(summary.seconds / SECONDS_PER_MINUTE);
      print(
        `${summary.items} items, ${minutes} min of sound${summary.failed ? `; ${summary.failed} texts left out` : ''}`,
      );
      for (const file of summary.files) print(file);
    });
};
