import { type EstimativeScale, SCALES } from '../../lexicon/index.ts';
import { overlaps, type Prose } from '../../model/index.ts';
import { silences } from './directives.ts';
import { shippedLoadedWords } from './loaded-words.ts';
import { lineStarts, positionAt, type TextPosition } from './position.ts';
import type { LintLevel, LoadedWord, Remark } from './rule.ts';
import { LINT_RULES } from './rules/index.ts';
import { lintSentences } from './sentence.ts';

export interface LintFinding extends Remark {
  readonly rule: string;
  readonly level: LintLevel;
  readonly start: TextPosition;
  readonly end: TextPosition;
  /** The words that the rule points at, as the file has them, blanks joined. */
  readonly excerpt: string;
}

export interface LintSettings {
  /** The scale that texts keep to; any single one where absent. */
  readonly scale?: EstimativeScale;
  /** By rule; `off` leaves a rule out. What is absent has its own level. */
  readonly levels?: Readonly<Record<string, LintLevel | 'off'>>;
  /** Loaded words beside those that are shipped. */
  readonly words?: readonly LoadedWord[];
  /** Shipped loaded words that are allowed, lower case. */
  readonly allowed?: ReadonlySet<string>;
}

const loadedWordsOf = ({ words = [], allowed }: LintSettings): readonly LoadedWord[] => {
  const shipped = shippedLoadedWords();
  if (words.length === 0 && !allowed?.size) return shipped;
  return [
    ...shipped
      .map((entry) => ({ ...entry, words: entry.words.filter((word) => !allowed?.has(word.toLowerCase())) }))
      .filter((entry) => entry.words.length > 0),
    ...words,
  ];
};

/** Compiled once for all texts of a run. */
export interface Linter {
  /**
   * @param source the file that the prose was made from
   * @param file what to call it in errors
   * @returns findings in the order of their places
   * @throws WatchfloorError `lint.unknown-rule` for a comment that names one
   */
  lint(prose: Prose, source: string, file: string): readonly LintFinding[];
}

export const createLinter = (settings: LintSettings = {}): Linter => {
  const { scale, levels = {} } = settings;
  const scales = scale && !SCALES.includes(scale) ? [scale, ...SCALES] : SCALES;
  const loadedWords = loadedWordsOf(settings);
  const rules = LINT_RULES.filter(({ id }) => levels[id] !== 'off');
  return {
    lint(prose, source, file) {
      const isSilent = silences(prose, source, file);
      const context = { prose, sentences: lintSentences(prose), scale, scales, loadedWords };
      const starts = lineStarts(source);
      return rules
        .flatMap((rule) => {
          const level = (levels[rule.id] as LintLevel | undefined) ?? rule.level;
          return withoutOverlaps(rule.check(context)).map((remark) => ({ rule: rule.id, level, remark }));
        })
        .filter(({ rule, remark }) => !isSilent(rule, remark.span.start))
        .sort((a, b) => a.remark.span.start - b.remark.span.start || a.remark.span.end - b.remark.span.end)
        .map(({ rule, level, remark: { fix, ...remark } }) => ({
          ...remark,
          ...(fix && { fix: fix.filter(({ span }) => !isSilent(rule, span.start)) }),
          rule,
          level,
          start: positionAt(starts, remark.span.start),
          end: positionAt(starts, remark.span.end),
          excerpt: source.slice(remark.span.start, remark.span.end).replace(/\s+/g, ' '),
        }));
    },
  };
};

/** One remark of a rule a place: the first and longest. */
const withoutOverlaps = (remarks: readonly Remark[]): readonly Remark[] => {
  const kept: Remark[] = [];
  for (const remark of [...remarks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last.span, remark.span)) kept.push(remark);
  }
  return kept;
};
