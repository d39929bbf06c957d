import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorsPage } from '../scripts/errors-page.ts';

it('docs/errors.md says what the registry says (npm run docs:errors)', () => {
  expect(readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8')).toBe(errorsPage());
});
