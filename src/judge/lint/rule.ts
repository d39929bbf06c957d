import type { EstimativeScale } from '../../lexicon/index.ts';
import type { Prose, Span } from '../../model/index.ts';
import type { LintSentence } from './sentence.ts';

export const LINT_LEVELS = ['note', 'warning', 'error'] as const;
/** How much it matters: a note may be left standing, a warning should not, an error misleads the reader. */
export type LintLevel = (typeof LINT_LEVELS)[number];

/** A replacement that leaves the meaning as it was, so that `--fix` may make it. */
export interface LintFix {
  readonly span: Span;
  readonly text: string;
}

/** What a rule says of a place. */
export interface Remark {
  /** Offsets into the file, as all spans of a `Prose`. */
  readonly span: Span;
  /** What is wrong here, a sentence. */
  readonly why: string;
  /** What to write, a sentence. */
  readonly remedy: string;
  /** Made together or not at all. */
  readonly fix?: readonly LintFix[];
}

/** A loaded word, as data. */
export interface LoadedWord {
  /** Forms of the word or phrase. */
  readonly words: readonly string[];
  readonly instead: string;
  /** Words before or behind it that make it a plain term: "sanctions regime". */
  readonly notBefore?: readonly string[];
  readonly notAfter?: readonly string[];
}

export interface LintContext {
  readonly prose: Prose;
  readonly sentences: readonly LintSentence[];
  /** The scale that the text has to keep to; any single one where undefined. */
  readonly scale: EstimativeScale | undefined;
  /** All scales whose words are known. */
  readonly scales: readonly EstimativeScale[];
  readonly loadedWords: readonly LoadedWord[];
}

/** A short text, Markdown, that a rule is shown by. */
export interface RuleExample {
  readonly bad: string;
  readonly good: string;
}

export interface LintRule {
  readonly id: string;
  readonly level: LintLevel;
  /** What it looks for, in a line. */
  readonly summary: string;
  /** Why an editor minds, with the source of the convention where there is one. */
  readonly reason: string;
  /** What it leaves alone on purpose, or cannot see. */
  readonly limits: string;
  readonly fixable: boolean;
  readonly example: RuleExample;
  readonly check: (context: LintContext) => readonly Remark[];
}
