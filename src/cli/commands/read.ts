import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { describeError } from '../report-error.ts';
import { note, print } from '../terminal.ts';

interface Options {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly documentOnly?: boolean;
  readonly published?: string;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  readonly lexicon?: string;
  readonly explain?: boolean;
}

export const register = (command: Command): void => {
  command
    .argument('[input...]', 'files, folders, http(s) addresses, or - for standard input')
    .option('--json', 'print each Reading as JSON')
    .option('--jsonl', 'read {"id", "text" | "html", …} lines from standard input, write one Reading a line')
    .option('--explain', 'tell for each datum which rule or head of the network made it, and with what score')
    .option('--document-only', 'stop after intake')
    .option('--published <date>', 'date of publication where the source gives none (ISO 8601)')
    .option('--lexicon <file>', 'YAML file of your own names, verbs and estimative words: docs/lexicon.md')
    .option('--allow-private', 'fetch from this machine and private networks too')
    .option('--ignore-robots', 'fetch even where robots.txt asks programs not to')
    .action(async (inputs: string[], { lexicon, ...given }: Options) => {
      const { ownLexicon } = await import('../../app/own-lexicon.ts');
      const own = await ownLexicon(lexicon, inputs);
      const options = { ...given, ...(own && { own }) };
      const { readInputs, readLines } = await import('../../app/read.ts');
      if (options.jsonl) {
        const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
        for await (const line of readLines(lines, options)) print(line);
        return;
      }
      const { readingText } = await import('../reading-text.ts');
      if (inputs.length === 0)
        command.error("error: name what to read: files, folders, addresses, or '-' for standard input.");
      for await (const result of readInputs(inputs, options)) {
        const { reading, error } = result;
        if (error) {
          note(describeError(error));
          process.exitCode = 1;
        } else if (options.json)
          print(
            JSON.stringify(
              options.documentOnly ? reading.document : { ...reading, explanations: result.explanations },
              null,
              2,
            ),
          );
        else
          for (const line of options.documentOnly ? [reading.document.text] : readingText(reading, result.explanations))
            print(line);
      }
    });
};
