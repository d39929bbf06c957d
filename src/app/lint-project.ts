import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createLinter, type FailOn, type Linter, type LintSettings, readLintProject } from '../judge/index.ts';
import { WatchfloorError } from '../model/index.ts';
import { openScale } from './scale.ts';

const PROJECT_FILE = 'watchfloor.yaml';

const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new WatchfloorError(
      'lint.file-missing',
      `The project file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`,
      { file },
      { cause: error },
    );
  }
};

/** The nearest project file in a folder or above it. */
const findProject = async (folder: string): Promise<{ readonly file: string; readonly text: string } | undefined> => {
  const file = join(folder, PROJECT_FILE);
  const text = await readIfThere(file);
  if (text !== undefined) return { file, text };
  const above = dirname(folder);
  return above === folder ? undefined : findProject(above);
};

export interface LinterRequest {
  /** A project file in place of the nearest `watchfloor.yaml`. */
  readonly config?: string;
  /** A scale in place of the project's. */
  readonly scale?: string;
  /** Folder from which a project file is looked for. */
  readonly folder: string;
}

/**
 * A linter as the project wants it.
 *
 * @throws WatchfloorError `lint.bad-project-file`, `lint.unknown-rule`, `lint.file-missing`, `scale.unknown`, `scale.invalid`
 */
export const openLinter = async ({
  config,
  scale,
  folder,
}: LinterRequest): Promise<{ readonly linter: Linter; readonly failOn: FailOn }> => {
  const given = config === undefined ? undefined : { file: config, text: await readIfThere(config) };
  if (given && given.text === undefined)
    throw new WatchfloorError('lint.file-missing', 'There is no such project file.', { file: given.file });
  const found = given ?? (await findProject(resolve(folder)));
  const {
    scale: own,
    failOn = 'warning',
    ...settings
  } = found
    ? await readLintProject(found.text as string, found.file)
    : ({} as Awaited<ReturnType<typeof readLintProject>>);
  const wanted = scale ?? own;
  const chosen =
    wanted === undefined ? undefined : await openScale(wanted, scale === undefined ? found?.file : undefined);
  const all: LintSettings = { ...settings, ...(chosen && { scale: chosen }) };
  return { linter: createLinter(all), failOn };
};
