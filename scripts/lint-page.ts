// `npx tsx scripts/lint-page.ts` writes the rules into docs/lint.md; a test fails when the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { rulesPage } from '../src/judge/index.ts';

const MARK = '<!-- From here on made from src/judge/lint/rules by scripts/lint-page.ts. -->\n';

/** The page with its last part made anew. */
export const lintPage = (page: string): string => `${page.slice(0, page.indexOf(MARK) + MARK.length)}\n${rulesPage()}`;

if (process.argv[1]?.endsWith('lint-page.ts')) {
  const file = new URL('../docs/lint.md', import.meta.url);
  writeFileSync(file, lintPage(readFileSync(file, 'utf8')));
}
