import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { WatchfloorError } from '../../model/index.ts';
import { describeError } from '../report-error.ts';
import { colour, note, print } from '../terminal.ts';

interface InCase {
  readonly case: string;
}

const CASE_OPTION = ['--case <dir>', 'folder of the case', '.'] as const;

const dateOf = (published: string | null): string => published?.slice(0, 10) ?? 'no date   ';

const init = (command: Command): void => {
  command
    .description('make a case in a folder')
    .argument('[dir]', 'folder, made where it is missing', '.')
    .option('--name <name>', 'what to call the case; by default the name of the folder')
    .action(async (folder: string, { name }: { readonly name?: string }) => {
      const { initCase } = await import('../../app/case.ts');
      await initCase(folder, name ?? basename(resolve(folder)), new Date().toISOString());
      print(`made a case in ${folder}`);
    });
};

interface AddOptions extends InCase {
  readonly published?: string;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
}

const add = (command: Command): void => {
  command
    .description('read articles and keep them; what is there already stays as it is')
    .argument('<input...>', 'files, folders, http(s) addresses, or - for standard input')
    .option(...CASE_OPTION)
    .option('--published <date>', 'date of publication where the source gives none (ISO 8601)')
    .option('--allow-private', 'fetch from this machine and private networks too')
    .option('--ignore-robots', 'fetch even where robots.txt asks programs not to')
    .action(async (inputs: string[], { case: folder, ...options }: AddOptions) => {
      const { addToCase } = await import('../../app/case.ts');
      const { caseReader } = await import('../../app/case-reader.ts');
      const { ownLexicon } = await import('../../app/own-lexicon.ts');
      const reader = caseReader(await ownLexicon(undefined, [folder]));
      try {
        const additions = addToCase(folder, inputs, { ...options, reader, now: new Date().toISOString() });
        for await (const addition of additions) {
          if (addition.error) {
            note(describeError(addition.error));
            process.exitCode = 1;
          } else {
            const { added, id, title, source } = addition;
            print(`${added ? 'added' : colour.dim('known')}  ${id}  ${title ?? source}`);
          }
        }
      } finally {
        await reader.close();
      }
    });
};

const list = (command: Command): void => {
  command
    .description('list the documents of a case')
    .option(...CASE_OPTION)
    .option('--json', 'print as JSON')
    .action(async ({ case: folder, json }: InCase & { readonly json?: boolean }) => {
      const { listCase } = await import('../../app/case.ts');
      const { info, documents } = await listCase(folder);
      if (json) {
        print(JSON.stringify({ ...info, documents }, null, 2));
        return;
      }
      print(`${colour.bold(info.name)}  ${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`);
      for (const { id, published, title, publisher, source } of documents)
        print(
          [
            colour.dim(id),
            dateOf(published),
            [title ?? source, publisher].filter(Boolean).join(colour.dim(' · ')),
          ].join('  '),
        );
    });
};

const show = (command: Command): void => {
  command
    .description('show one document of a case')
    .argument('<id>', 'its id, or as many of the first letters as tell it apart')
    .option(...CASE_OPTION)
    .option('--json', 'print the document and its reading as JSON')
    .action(async (start: string, { case: folder, json }: InCase & { readonly json?: boolean }) => {
      const { showDocument } = await import('../../app/case.ts');
      const { engineVersion } = await import('../../app/engine-version.ts');
      const { ownLexicon } = await import('../../app/own-lexicon.ts');
      const engine = engineVersion(await ownLexicon(undefined, [folder]));
      const { id, source, added, document, reading } = await showDocument(folder, start, engine);
      if (json) {
        print(JSON.stringify({ id, source, added, document, reading }, null, 2));
        return;
      }
      print(colour.bold(document.title ?? id));
      const { byline, publisher, published, url, kind, language } = document;
      print(colour.dim([id, byline, publisher, published, kind, language, url ?? source].filter(Boolean).join(' · ')));
      for (const remark of document.notes ?? []) print(colour.dim(`note: ${remark}`));
      print();
      print(document.text);
    });
};

const remove = (command: Command): void => {
  command
    .description('remove documents, with their readings')
    .argument('<id...>', 'ids, or as many of their first letters as tell them apart')
    .option(...CASE_OPTION)
    .action(async (starts: string[], { case: folder }: InCase) => {
      const { removeFromCase } = await import('../../app/case.ts');
      for (const id of await removeFromCase(folder, starts)) print(`removed  ${id}`);
    });
};

const exportTo = (command: Command): void => {
  command
    .description('write documents, readings and judgements as JSON lines')
    .requiredOption('--out <dir>', 'folder to make')
    .option(...CASE_OPTION)
    .action(async ({ case: folder, out }: InCase & { readonly out: string }) => {
      const { exportCase } = await import('../../app/export-case.ts');
      const { documents, readings, records, errors } = await exportCase(folder, out);
      for (const error of errors) note(describeError(error));
      if (errors.length > 0) process.exitCode = 1;
      print(`${documents} documents, ${readings} readings, ${records} judgements in ${out}`);
    });
};

const PARTS = { init, add, list, show, remove, export: exportTo };

export const register = (command: Command): void => {
  for (const [name, part] of Object.entries(PARTS)) part(command.command(name));
  command.action(() => {
    throw new WatchfloorError('usage.unknown-option', `Say what to do: ${Object.keys(PARTS).join(', ')}.`);
  });
};
