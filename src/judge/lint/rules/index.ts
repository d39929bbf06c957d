import type { LintRule } from '../rule.ts';
import { doubleHedge } from './double-hedge.ts';
import { figureWithoutSource } from './figure-without-source.ts';
import { headlineStronger } from './headline-stronger.ts';
import { likelihoodAndConfidence } from './likelihood-and-confidence.ts';
import { loadedWord } from './loaded-word.ts';
import { mixedScales } from './mixed-scales.ts';
import { unnamedSource } from './unnamed-source.ts';
import { vagueDate } from './vague-date.ts';
import { weaselWords } from './weasel-words.ts';
import { wordNumberMismatch } from './word-number-mismatch.ts';

/** Every rule, likelihood first. `docs/lint.md` is made from it. */
export const LINT_RULES: readonly LintRule[] = [
  mixedScales,
  wordNumberMismatch,
  likelihoodAndConfidence,
  weaselWords,
  doubleHedge,
  unnamedSource,
  figureWithoutSource,
  vagueDate,
  loadedWord,
  headlineStronger,
];

export const LINT_RULE_IDS: readonly string[] = LINT_RULES.map(({ id }) => id);
