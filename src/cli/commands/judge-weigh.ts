import type { Command } from 'commander';
import { print } from '../terminal.ts';
import { type InCase, inCase, QUESTION_OR_FILE } from './judge-options.ts';

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
      const { entry, comparison } = await compareQuestion(folder, start);
      if (json) {
        print(JSON.stringify({ question: entry.question.id, ...comparison }, null, 2));
        return;
      }
      const { comparisonText } = await import('../judge-score-text.ts');
      for (const line of comparisonText(entry.question, comparison)) print(line);
    });
};

export const WEIGH_PARTS = { score, compare };
