import { type Command, InvalidArgumentError } from 'commander';
import type { BriefSummary } from '../../app/brief.ts';
import { describeError } from '../report-error.ts';
import { colour, note, print, terminalWidth } from '../terminal.ts';

interface Options {
  readonly out: string;
  readonly title?: string;
  readonly for?: string;
  readonly json?: boolean;
  readonly published?: string;
  readonly asOf?: string;
  readonly halfLife?: number;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  readonly listen?: boolean;
  readonly voice?: string;
  readonly speed?: number;
  readonly lexicon?: string;
  readonly pronunciations?: string;
}

const HANGING = 2;

const days = (words: string): number => {
  const value = Number(words);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('Give a number of days above 0.');
  return value;
};

/** Breaks at words; further lines hang under the first. */
const wrapped = (words: string, lead: string): string => {
  const width = Math.max(40, terminalWidth());
  let line = lead;
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim() !== lead.trim()) {
      lines.push(line);
      line = ' '.repeat(HANGING) + word;
    } else line += (line === lead || line.endsWith(' ') ? '' : ' ') + word;
  }
  return [...lines, line].join('\n');
};

const number = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const printSummary = ({ title, bottomLine, keyPoints, counts, files }: BriefSummary): void => {
  print(colour.bold(title));
  print(wrapped(bottomLine.join(' '), ''));
  print();
  for (const point of keyPoints) print(wrapped(point, '- '));
  if (keyPoints.length > 0) print();
  const { documents, failed, claims, events, figures, ties, disputes } = counts;
  print(
    `${number(documents, 'text')}: ${number(claims, 'claim')}, ${number(events, 'event')}, ${number(figures, 'figure')}, ${number(ties, 'tie')}, ${number(disputes, 'dispute')}${failed > 0 ? `; ${number(failed, 'input')} could not be read` : ''}`,
  );
  print(`Brief: ${files[0]}`);
};

export const register = (command: Command): void => {
  command
    .argument('<input...>', 'folder of a case, files, folders, http(s) addresses, or - for standard input')
    .option('--out <folder>', 'where to write the brief', 'out/brief')
    .option('--title <words>', 'title of the brief')
    .option('--for <words>', 'for whom or what it is made; stands under the title')
    .option('--published <date>', 'date of publication where the source gives none (ISO 8601)')
    .option('--as-of <date>', 'the day that “now” means; the latest publication unless given (YYYY-MM-DD)')
    .option('--half-life <days>', 'days after which a claim counts half for a tie', days)
    .option('--listen', 'speak the brief too: MP3, captions, chapters, and a player in the page')
    .option('--voice <name>', 'voice for --listen: see `watchfloor listen --voices`')
    .option('--speed <factor>', 'pace for --listen, 0.5 to 2', Number)
    .option('--pronunciations <file>', 'YAML file of your own pronunciations for --listen')
    .option('--lexicon <file>', 'YAML file of your own names, verbs and estimative words: docs/lexicon.md')
    .option('--json', 'print the summary as JSON')
    .option('--allow-private', 'fetch from this machine and private networks too')
    .option('--ignore-robots', 'fetch even where robots.txt asks programs not to')
    .action(
      async (
        inputs: string[],
        { for: generatedFor, halfLife, listen, voice, speed, pronunciations, lexicon, ...options }: Options,
      ) => {
        const { ownLexicon } = await import('../../app/own-lexicon.ts');
        const own = await ownLexicon(lexicon, inputs);
        const { makeBrief } = await import('../../app/brief.ts');
        const summary = await makeBrief(inputs, {
          ...options,
          ...(own && { own }),
          ...(generatedFor !== undefined && { generatedFor }),
          ...(halfLife !== undefined && { halfLifeDays: halfLife }),
          ...(listen && {
            listen: {
              ...(voice !== undefined && { voice }),
              ...(speed !== undefined && { speed }),
              ...(pronunciations !== undefined && { lexicon: pronunciations }),
            },
          }),
          onError: (error) => {
            note(describeError(error));
            process.exitCode = 1;
          },
        });
        if (!summary) {
          note('watchfloor: no input could be read, so there is no brief.');
          process.exitCode = 1;
          return;
        }
        if (options.json) print(JSON.stringify(summary, null, 2));
        else printSummary(summary);
      },
    );
};
