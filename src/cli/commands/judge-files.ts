import type { Command } from 'commander';
import { note, print } from '../terminal.ts';
import { type ByHand, byHand, hand, type InCase, inCase, QUESTION_ARGUMENT, reportProblems } from './judge-options.ts';

const importFrom = (command: Command): void => {
  byHand(command)
    .description('bring question files into the case; each whole or not at all')
    .argument('<file...>', 'YAML or CSV; `judge export` shows the form')
    .action(async (files: string[], options: ByHand) => {
      const { importQuestion } = await import('../../app/judge-exchange.ts');
      const done: object[] = [];
      for (const file of files) {
        const { problems, question, edits } = await importQuestion(options.case, file, hand(options));
        const failed = reportProblems(file, problems);
        if (failed) process.exitCode = 1;
        done.push({ file, question: question ?? null, edits: edits.map(({ text }) => text), problems });
        if (options.json) continue;
        if (failed) note(`watchfloor: ${file}: nothing of it was written.`);
        else
          print(
            `${question}: ${edits.length === 0 ? 'all of it is in the case already' : `${edits.length} ${edits.length === 1 ? 'change' : 'changes'}`}`,
          );
      }
      if (options.json) print(JSON.stringify(done, null, 2));
    });
};

const exportTo = (command: Command): void => {
  inCase(command)
    .description('write a question with its matrices as YAML or CSV, to standard output or a file')
    .argument(...QUESTION_ARGUMENT)
    .option('--out <file>', 'file to write; its ending chooses the form')
    .option('--csv', 'CSV on standard output')
    .action(async (question: string, options: InCase & { readonly out?: string; readonly csv?: boolean }) => {
      const { exportQuestion, exportQuestionTo } = await import('../../app/judge-exchange.ts');
      if (options.out !== undefined) {
        await exportQuestionTo(options.case, question, options.out);
        note(`wrote ${options.out}`);
      } else process.stdout.write(await exportQuestion(options.case, question, options.csv ? 'csv' : 'yaml'));
    });
};

const check = (command: Command): void => {
  command
    .description('check a question file: every mistake with line and column; with --case its quotes too')
    .argument('<file>', 'YAML or CSV')
    .option('--case <dir>', 'look its quotes up in the documents of this case')
    .option('--json', 'print the problems as JSON')
    .action(async (file: string, { case: folder, json }: { readonly case?: string; readonly json?: boolean }) => {
      const { checkQuestionFile } = await import('../../app/judge-exchange.ts');
      const problems = await checkQuestionFile(file, folder);
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      if (json) print(JSON.stringify(problems, null, 2));
      else {
        reportProblems(file, problems);
        print(`${errors} errors, ${problems.length - errors} notes`);
      }
      if (errors > 0) process.exitCode = 1;
    });
};

export const FILE_PARTS = { import: importFrom, export: exportTo, check };
