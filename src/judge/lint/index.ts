import type { FailOn, LintProject } from './project-file.ts';

export { applyFixes, type Fixed } from './fix.ts';
export { createLinter, type Linter, type LintFinding, type LintSettings } from './lint.ts';
export { LINT_LEVELS, type LintFix, type LintLevel, type LintRule, type LoadedWord, type RuleExample } from './rule.ts';
export { LINT_RULE_IDS, LINT_RULES } from './rules/index.ts';
export { rulesPage } from './rules-page.ts';
export { type LintedFile, sarif } from './sarif.ts';
export type { FailOn, LintProject };

/** The part `lint` of a project file; what checks it is loaded only here. See `project-file.ts`. */
export const readLintProject = async (text: string, file: string): Promise<LintProject> =>
  (await import('./project-file.ts')).readLintProject(text, file);
