import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { WatchfloorError } from '../model/index.ts';

export type LintInput = { readonly source: string; readonly error?: WatchfloorError };

const LINTED = new Set(['.md', '.markdown', '.txt', '.text', '.html', '.htm']);
const IGNORED = new Set(['node_modules', '.git']);

const isIgnored = (path: string): boolean => path.split(/[/\\]/).some((part) => IGNORED.has(part));

/** Every text behind the inputs: those of a folder by name, with what lies below it. */
export async function* lintInputs(inputs: readonly string[]): AsyncGenerator<LintInput> {
  for (const input of inputs) {
    if (input === '-' || /^https?:\/\//i.test(input)) {
      yield { source: input };
      continue;
    }
    try {
      if (!(await stat(input)).isDirectory()) {
        yield { source: input };
        continue;
      }
      const names = (await readdir(input, { recursive: true })).filter((name) => !isIgnored(name)).sort();
      for (const name of names) if (LINTED.has(extname(name).toLowerCase())) yield { source: join(input, name) };
    } catch (cause) {
      const error = new WatchfloorError(
        'lint.file-missing',
        `There is no such file or folder, or it cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
        { file: input },
        { cause },
      );
      yield { source: input, error };
    }
  }
}
