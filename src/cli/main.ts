import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands/index.ts';
import { EXIT_USAGE, reportError } from './report-error.ts';

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

const main = async (argv: readonly string[]): Promise<void> => {
  const program = new Command('watchfloor')
    .description('From published reporting to a sourced brief: read, situation, judge, play, watch, brief.')
    .version(version())
    .option('--debug', 'print the stack of an unexpected error')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .showSuggestionAfterError();
  const wanted = argv.find((word) => !word.startsWith('-'));
  for (const entry of COMMANDS) {
    const command = program
      .command(entry.name)
      .description(entry.summary)
      .exitOverride()
      .configureOutput({ outputError: () => undefined });
    if (entry.name === wanted || (wanted === 'help' && argv.includes(entry.name))) {
      (await entry.load()).register(command);
      for (const child of command.commands) child.exitOverride().configureOutput({ outputError: () => undefined });
    }
  }
  if (argv.length === 0) {
    program.outputHelp();
    return;
  }
  await program.parseAsync([...argv], { from: 'user' });
};

// A reader that closes the pipe (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else if (error instanceof CommanderError) {
    process.exitCode = EXIT_USAGE;
    reportError(error);
  } else {
    process.exitCode = 1;
    reportError(error);
  }
}
