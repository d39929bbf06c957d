import { z } from 'zod';
import { didYouMean } from '../../model/index.ts';
import { readYaml } from '../../model/yaml-source.ts';
import type { LintSettings } from './lint.ts';
import { shippedLoadedWords } from './loaded-words.ts';
import { LINT_LEVELS, type LintLevel } from './rule.ts';
import { LINT_RULE_IDS } from './rules/index.ts';

const level = z.enum(['off', ...LINT_LEVELS], 'A rule is set to off, note, warning or error');
const wordForm = z.strictObject({
  words: z.array(z.string().trim().min(1, 'A word is empty')).min(1, 'An entry has at least one word'),
  instead: z.string().min(1, 'An entry says what to write instead'),
});
const lintForm = z.strictObject({
  scale: z.string().min(1, 'A scale has a name').optional(),
  rules: z.record(z.string(), level).optional(),
  words: z.array(wordForm).optional(),
  allow: z.array(z.string().trim().min(1, 'A word is empty')).optional(),
  'fail-on': z.enum([...LINT_LEVELS, 'never'], 'fail-on is note, warning, error or never').optional(),
});
const projectForm = z.strictObject({ lint: lintForm.optional() });

const keysAt = (path: readonly unknown[]): readonly string[] => {
  if (path.length === 0) return Object.keys(projectForm.shape);
  return Object.keys(path[1] === 'words' ? wordForm.shape : lintForm.shape);
};

/** At which level a run has failed; `never` for a run that only informs. */
export type FailOn = LintLevel | 'never';

/** What a project says of the linter. */
export interface LintProject extends Omit<LintSettings, 'scale'> {
  /** Name of a scale, or the path of its file as the project file has it. */
  readonly scale?: string;
  readonly failOn?: FailOn;
}

/**
 * The part `lint` of a project file (`watchfloor.yaml`).
 *
 * @throws WatchfloorError `lint.bad-project-file` with line, column and path; `lint.unknown-rule` likewise
 */
export const readLintProject = (text: string, file: string): LintProject => {
  const { value, fail } = readYaml(text, file, { schema: projectForm, code: 'lint.bad-project-file', keysAt });
  const { scale, rules: levels = {}, words, allow, 'fail-on': failOn } = value.lint ?? {};
  for (const rule of Object.keys(levels))
    if (!LINT_RULE_IDS.includes(rule))
      throw fail(`There is no rule ${rule}.${didYouMean(rule, LINT_RULE_IDS)}`, ['lint', 'rules', rule]);
  const known = new Set(shippedLoadedWords().flatMap((entry) => entry.words.map((word) => word.toLowerCase())));
  (allow ?? []).forEach((word, index) => {
    if (!known.has(word.toLowerCase()))
      throw fail(`“${word}” is no word of the list, so it needs no leave.${didYouMean(word, known)}`, [
        'lint',
        'allow',
        index,
      ]);
  });
  return {
    levels,
    ...(scale && { scale }),
    ...(words && { words }),
    ...(allow && { allowed: new Set(allow.map((word) => word.toLowerCase())) }),
    ...(failOn && { failOn }),
  };
};
