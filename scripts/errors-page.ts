// `npm run docs:errors` writes docs/errors.md from the registry; a test fails when the page is out of date.
import { writeFileSync } from 'node:fs';
import { ERRORS } from '../src/model/index.ts';

/** The errors page, a section a code, in alphabetical order. */
export const errorsPage = (): string => {
  const sections = Object.entries(ERRORS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { meaning, remedy }]) => `## \`${code}\`\n\n${meaning}\n\nWhat to do: ${remedy}\n`);
  return `# Errors\n\nMade from \`src/model/errors/\` by \`npm run docs:errors\`. Every error that Watchfloor raises on purpose bears one of these codes in parentheses; the exit code is then not 0 (2 for a wrong command line, 1 otherwise).\n\n${sections.join('\n')}`;
};

if (process.argv[1]?.endsWith('errors-page.ts')) {
  writeFileSync(new URL('../docs/errors.md', import.meta.url), errorsPage());
}
