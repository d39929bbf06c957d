import type { Command } from 'commander';
import type { OfferedWords } from '../../app/forecast-words.ts';
import { percent } from '../forecast-text.ts';
import { colour, note, print } from '../terminal.ts';
import { type ByHand, byHand, collect, hand, type InCase, inCase, probability } from './forecast-options.ts';

const printWords = ({ id, at, author, publication, quote, phrase, low, high, adopted }: OfferedWords): void => {
  const band = low === high ? percent(low) : `${percent(low)} to ${percent(high)}`;
  print(
    `${colour.dim(id)}  ${at}  ${colour.bold(author)}, ${publication}  “${phrase}” ${band}${adopted === null ? '' : `  in ${adopted}`}`,
  );
  print(`    “${quote.replace(/\s+/g, ' ')}”`);
};

const suggest = (command: Command): void => {
  inCase(command)
    .description('list the dated likelihood statements of the case that could be forecasts of those who made them')
    .option('--all', 'also those that do not look ahead by their words')
    .action(async ({ case: folder, json, all }: InCase & { readonly all?: boolean }) => {
      const { suggestForecasts } = await import('../../app/forecast-words.ts');
      const { caseReader } = await import('../../app/case-reader.ts');
      const reader = caseReader();
      try {
        const found = await suggestForecasts(folder, reader);
        const shown = all ? found : found.filter(({ isAhead }) => isAhead);
        if (json) print(JSON.stringify(shown, null, 2));
        else for (const one of shown) printWords(one);
        if (!json && shown.length < found.length)
          note(`${found.length - shown.length} more do not look ahead by their words; --all shows them`);
      } finally {
        await reader.close();
      }
    });
};

interface AdoptFlags extends ByHand {
  readonly into?: string;
  readonly question?: string;
  readonly criteria?: string;
  readonly closes?: string;
  readonly topic?: readonly string[];
  readonly p?: string;
  readonly note?: string;
}

const adopt = (command: Command): void => {
  byHand(command)
    .description('turn such a statement into a forecast of whoever made it, its words kept')
    .argument('<words>', 'id of a statement, as `forecast suggest` shows it')
    .option('--criteria <text>', 'what has to be the case, according to whom, for "yes"')
    .option('--closes <date>', 'when it will be decided (ISO 8601)')
    .option('--question <text>', 'the question; the words themselves unless given')
    .option('--into <forecast>', 'put it to a question that the case has, beside what others think of it')
    .option('--p <probability>', 'the number; the middle of the band unless given')
    .option('--topic <name>', 'a topic; give it again for more', collect)
    .option('--note <text>', 'how the words were understood')
    .action(async (words: string, options: AdoptFlags) => {
      const { adoptWords } = await import('../../app/forecast-words.ts');
      const { caseReader } = await import('../../app/case-reader.ts');
      const { into, question, criteria, closes, topic, p, note: remark } = options;
      const reader = caseReader();
      try {
        const entry = await adoptWords(
          options.case,
          {
            words,
            ...(into && { into }),
            ...(question && { question }),
            ...(criteria && { criteria }),
            ...(closes && { closes }),
            ...(topic && { topics: topic }),
            ...(remark && { note: remark }),
            ...(p !== undefined && { probability: probability(p) }),
          },
          reader,
          hand(options),
        );
        const { id, question: asked } = entry.forecast;
        if (options.json) print(JSON.stringify({ revision: entry.revision, ...entry.forecast }, null, 2));
        else print(`adopted  ${id}  ${asked}`);
      } finally {
        await reader.close();
      }
    });
};

export const WORDS_PARTS = { suggest, adopt };
