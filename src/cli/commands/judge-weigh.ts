import { type Command, InvalidArgumentError } from 'commander';
import { print } from '../terminal.ts';
import { type InCase, inCase, QUESTION_ARGUMENT, QUESTION_OR_FILE } from './judge-options.ts';

const score = (command: Command): void => {
  inCase(command)
    .description('score a question four ways, in figures and words, with what would change the ranking')
    .argument(...QUESTION_OR_FILE)
    .option('--analyst <name>', 'only the matrix of this analyst')
    .action(async (start: string, options: InCase & { readonly analyst?: string }) => {
      const { scoreQuestion } = await import('../../app/judge-weigh.ts');
      const found = await scoreQuestion(options.case, start, options.analyst);
      if (options.json) {
        print(JSON.stringify({ question: found.entry.question.id, analysts: found.weighed }, null, 2));
        return;
      }
      const { scoreText } = await import('../judge-score-text.ts');
      for (const line of scoreText(found)) print(line);
    });
};

const compare = (command: Command): void => {
  inCase(command)
    .description('put the analysts’ matrices side by side: where they differ, and what that does to the ranking')
    .argument(...QUESTION_OR_FILE)
    .action(async (start: string, { case: folder, json }: InCase) => {
      const { compareQuestion } = await import('../../app/judge-weigh.ts');
      const compared = await compareQuestion(folder, start);
      if (json) {
        print(JSON.stringify({ question: compared.entry.question.id, ...compared.comparison }, null, 2));
        return;
      }
      const { comparisonText } = await import('../judge-score-text.ts');
      for (const line of comparisonText(compared)) print(line);
    });
};

const DEFAULT_LIMIT = 5;

const count = (words: string): number => {
  const value = Number(words);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('give a whole number above 0.');
  return value;
};

const suggest = (command: Command): void => {
  inCase(command)
    .description('offer claims of the case that bear on a hypothesis, with the reason; nothing is rated or added')
    .argument(...QUESTION_ARGUMENT)
    .argument('[hypothesis]', 'one of its hypotheses, such as H2; all of them unless given')
    .option('--limit <n>', 'how many for each hypothesis', count, DEFAULT_LIMIT)
    .action(async (start: string, hypothesis: string | undefined, options: InCase & { readonly limit: number }) => {
      const { suggestFor } = await import('../../app/judge-suggest.ts');
      const found = await suggestFor(options.case, start, hypothesis, options.limit);
      if (options.json) {
        print(JSON.stringify(found, null, 2));
        return;
      }
      const { suggestionText } = await import('../judge-suggest-text.ts');
      for (const line of suggestionText(found)) print(line);
    });
};

const report = (command: Command): void => {
  inCase(command)
    .description('write the whole weighing as a page (fit to print) and as Markdown')
    .argument(...QUESTION_OR_FILE)
    .option('--out <folder>', 'where to write it', 'out/judgement')
    .option('--analyst <name>', 'only the matrix of this analyst')
    .action(async (start: string, options: InCase & { readonly out: string; readonly analyst?: string }) => {
      const { reportQuestion } = await import('../../app/judge-report.ts');
      const files = await reportQuestion(options.case, start, options.out, options.analyst);
      if (options.json) print(JSON.stringify({ files }, null, 2));
      else for (const file of files) print(file);
    });
};

export const WEIGH_PARTS = { score, compare, suggest, report };
