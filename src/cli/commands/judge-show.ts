import type { Command } from 'commander';
import { colour, print } from '../terminal.ts';
import { type InCase, inCase, QUESTION_ARGUMENT, QUESTION_OR_FILE } from './judge-options.ts';

const list = (command: Command): void => {
  inCase(command)
    .description('list the questions of a case')
    .action(async ({ case: folder, json }: InCase) => {
      const { listQuestions } = await import('../../app/judge-questions.ts');
      const entries = await listQuestions(folder);
      if (json) {
        print(JSON.stringify(entries, null, 2));
        return;
      }
      if (entries.length === 0) print('no question yet; `watchfloor judge init` makes one');
      for (const { question, matrices } of entries) {
        const { id, text, hypotheses, evidence } = question;
        const analysts = matrices.map(({ assessment }) => assessment.analyst).join(', ') || 'nobody yet';
        print(`${colour.bold(id)}  ${text}`);
        print(colour.dim(`  ${hypotheses.length} hypotheses, ${evidence.length} items; rated by ${analysts}`));
      }
    });
};

const show = (command: Command): void => {
  inCase(command)
    .description('show a question: its hypotheses, its evidence with the words it rests on, and every matrix')
    .argument(...QUESTION_OR_FILE)
    .action(async (start: string, { case: folder, json }: InCase) => {
      const { openQuestion } = await import('../../app/judge-questions.ts');
      const entry = await openQuestion(folder, start);
      if (json) {
        print(JSON.stringify(entry, null, 2));
        return;
      }
      const { questionText } = await import('../judge-text.ts');
      for (const line of questionText(entry)) print(line);
    });
};

const history = (command: Command): void => {
  inCase(command)
    .description('show who changed what in a question, the first change first')
    .argument(...QUESTION_ARGUMENT)
    .action(async (start: string, { case: folder, json }: InCase) => {
      const { questionHistory } = await import('../../app/judge-questions.ts');
      const changes = await questionHistory(folder, start);
      if (json) {
        print(JSON.stringify(changes, null, 2));
        return;
      }
      for (const { author, now, revision, analyst, edits } of changes) {
        const what = analyst === null ? `question, revision ${revision}` : `matrix of ${analyst}, revision ${revision}`;
        print(`${colour.bold(now.slice(0, 16).replace('T', ' '))}  ${author}  ${colour.dim(what)}`);
        for (const { text } of edits) print(`  ${text}`);
      }
    });
};

export const SHOW_PARTS = { list, show, history };
