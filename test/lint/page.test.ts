import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lintPage } from '../../scripts/lint-page.ts';
import { LINT_RULE_IDS } from '../../src/judge/index.ts';

const page = readFileSync(new URL('../../docs/lint.md', import.meta.url), 'utf8');

it('has every rule, as the registry has it', () => {
  expect(page).toBe(lintPage(page));
  expect([...page.matchAll(/^### `([a-z-]+)`$/gm)].map((match) => match[1])).toEqual(LINT_RULE_IDS);
});
