import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LINT_RULES, type LintRule, sarif } from '../judge/index.ts';
import { packageVersion } from './engine-version.ts';
import type { LintResult } from './lint.ts';

/** The rules, for those who list or explain them. */
export const lintRules = (): readonly LintRule[] => LINT_RULES;

/** A path as a URI reference: relative ones stay relative, as the readers of SARIF want it. */
const uriOf = (source: string): string => {
  if (/^https?:/i.test(source)) return source;
  if (isAbsolute(source)) return pathToFileURL(source).href;
  return source.split(/[/\\]/).map(encodeURIComponent).join('/');
};

/** A run as SARIF 2.1.0, as text. Inputs that could not be read are not in it. */
export const lintSarif = (results: readonly LintResult[]): string => {
  const files = results.flatMap((result) =>
    result.findings ? [{ uri: uriOf(result.source), hasPlaces: result.hasPlaces, findings: result.findings }] : [],
  );
  return JSON.stringify(sarif(files, packageVersion()), null, 2);
};
