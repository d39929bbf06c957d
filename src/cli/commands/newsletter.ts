import type { Command } from 'commander';
import { describeError } from '../report-error.ts';
import { note, print } from '../terminal.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly title?: string;
  readonly date?: string;
  readonly link?: string;
  readonly unsubscribe?: string;
  readonly out: string;
  readonly smtp?: string | true;
  readonly published?: string;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  readonly lexicon?: string;
}

/** Where the account may stand, so that it is in no history of commands. */
const SERVER_VARIABLE = 'WATCHFLOOR_SMTP';

export const register = (command: Command): void => {
  command
    .argument('<input...>', 'folder of a case, files, folders, http(s) addresses, or - for standard input')
    .requiredOption('--from <address>', 'sender: name@example.org or Name <name@example.org>')
    .requiredOption('--to <addresses>', 'recipients, separated by commas; each gets a letter of its own')
    .option('--title <words>', 'title of the brief and subject of the letter')
    .option('--date <date>', 'date of the letter; the day of the brief unless given (ISO 8601)')
    .option('--link <address>', 'address of the whole brief')
    .option('--unsubscribe <address>', 'address where a reader stops the letters')
    .option('--out <file>', 'file for the message', 'out/newsletter.eml')
    .option('--smtp [server]', `send it: smtp://user:password@host:port, or the variable ${SERVER_VARIABLE}`)
    .option('--published <date>', 'date of publication where the source gives none (ISO 8601)')
    .option('--lexicon <file>', 'YAML file of your own names, verbs and estimative words: docs/lexicon.md')
    .option('--allow-private', 'fetch from this machine and private networks too')
    .option('--ignore-robots', 'fetch even where robots.txt asks programs not to')
    .action(async (inputs: string[], { to, smtp, out, lexicon, ...options }: Options) => {
      const { ownLexicon } = await import('../../app/own-lexicon.ts');
      const own = await ownLexicon(lexicon, inputs);
      const { makeNewsletter } = await import('../../app/newsletter.ts');
      const server = smtp === true ? process.env[SERVER_VARIABLE] : smtp;
      if (smtp === true && !server) command.error(`error: --smtp needs a server, or the variable ${SERVER_VARIABLE}.`);
      const summary = await makeNewsletter(inputs, {
        ...options,
        ...(own && { own }),
        to: to.split(',').map((address) => address.trim()),
        deliver: server ? { server } : { file: out },
        onError: (error) => {
          note(describeError(error));
          process.exitCode = 1;
        },
      });
      if (!summary) {
        note('watchfloor: no input could be read, so there is no letter.');
        process.exitCode = 1;
      } else print(summary.file ? `${summary.subject}: ${summary.file}` : `${summary.subject}: ${summary.sent} sent`);
    });
};
