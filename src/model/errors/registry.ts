import { caseErrors } from './case.ts';
import { commonErrors } from './common.ts';
import { forecastErrors } from './forecast.ts';
import { intakeErrors } from './intake.ts';
import { judgeErrors } from './judge.ts';
import { lintErrors } from './lint.ts';
import { listenErrors } from './listen.ts';
import { playErrors } from './play.ts';
import { readErrors } from './read.ts';

/** What the errors page says of a code: when it comes, and what the reader can do. */
export interface ErrorEntry {
  readonly meaning: string;
  readonly remedy: string;
}

/** Every error that Watchfloor raises on purpose. `docs/errors.md` is made from it. */
export const ERRORS = {
  ...commonErrors,
  ...intakeErrors,
  ...readErrors,
  ...caseErrors,
  ...judgeErrors,
  ...forecastErrors,
  ...lintErrors,
  ...playErrors,
  ...listenErrors,
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERRORS;
