import type { Interval, Span, Time } from '../../../model/index.ts';
import type { AnnotatedSentence, Annotation } from '../../annotate/annotation.ts';
import { type DayRange, isoDay, parseIsoDay } from './calendar.ts';
import { directionAt, isGeneralAt } from './direction.ts';
import { explicitDayRules } from './explicit-days.ts';
import { monthAndYearRules } from './months-and-years.ts';
import { namedPeriodRules } from './named-periods.ts';
import { relationBefore } from './relation.ts';
import { relativeRules } from './relative.ts';
import type { Resolved, TimeRule } from './time-rule.ts';

/** In order of preference among matches that begin at the same place and are equally long. */
const RULES: readonly TimeRule[] = [...namedPeriodRules, ...explicitDayRules, ...relativeRules, ...monthAndYearRules];

const CONTEXT_LENGTH = 48;

interface Candidate extends Span {
  readonly rule: TimeRule;
  readonly match: RegExpExecArray;
}

const LEADING_PREPOSITION = /^(?:on|in|over|within|during)\s+/i;

const NAMES_MONTH_AND_YEAR = /[A-Z][a-z]{2}.*\d{4}|\d{4}-\d{2}/;

const candidates = (text: string): Candidate[] =>
  RULES.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].map((match) => ({
      rule,
      match: match as RegExpExecArray,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );

/** Leftmost first, then longest; a later rule of the list gives way to an earlier one. */
const inOrder = (a: Candidate, b: Candidate): number =>
  a.start - b.start || b.end - a.end || RULES.indexOf(a.rule) - RULES.indexOf(b.rule);

const toInterval = ({ first, last }: NonNullable<Resolved>): Interval => ({
  from: first && isoDay(first),
  to: last && isoDay(last),
});

/** "Aug." bears its full stop, "May." and "July." end a sentence. */
const ABBREVIATED = /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/i;

const trimmed = (candidate: Candidate): Span => {
  const lead = LEADING_PREPOSITION.exec(candidate.match[0])?.[0].length ?? 0;
  const trailing = /\.$/.test(candidate.match[0]) && !ABBREVIATED.test(candidate.match[0]) ? 1 : 0;
  return { start: candidate.start + lead, end: candidate.end - trailing };
};

/** Which sentence holds an offset; sentences are in order and apart. */
const sentenceFinder = (sentences: readonly AnnotatedSentence[]) => {
  let index = 0;
  return (offset: number): AnnotatedSentence | undefined => {
    while (index < sentences.length - 1 && (sentences[index] as AnnotatedSentence).end <= offset) index++;
    return sentences[index];
  };
};

export interface FoundTime extends Time {
  /** Name of the rule that made it. */
  readonly rule: string;
}

/**
 * Every time expression that the text dates: days, months, years, seasons, centuries and what is told relative to the
 * day of publication or to the time told before. An interval covers the words alone ("by March" is March); what stands
 * before them is in `relation`. Expressions that nothing dates (a weekday without a day of publication) are left out.
 */
export const findTimes = (annotation: Annotation, published: string | null): readonly FoundTime[] => {
  const { text, sentences } = annotation;
  const reference = parseIsoDay(published);
  const sentenceAt = sentenceFinder(sentences);
  const found: FoundTime[] = [];
  let anchor: DayRange | null = null;
  let anchorEnd = 0;
  let anchorNamed = false;
  let free = 0;
  for (const candidate of candidates(text).sort(inOrder)) {
    if (candidate.start < free) continue;
    const span = trimmed(candidate);
    const sentence = sentenceAt(candidate.start);
    const resolved = candidate.rule.resolve(candidate.match, {
      reference,
      anchor,
      storyGoesOn: anchorNamed && !text.slice(anchorEnd, candidate.start).includes('\n'),
      direction: directionAt(sentence, candidate.start),
      general: isGeneralAt(sentence, candidate.start),
      before: text.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start),
      after: text.slice(candidate.end, candidate.end + CONTEXT_LENGTH),
    });
    if (!resolved) continue;
    free = candidate.end;
    const relation = relationBefore(text.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start));
    found.push({ span, ...toInterval(resolved), ...(relation && { relation }), rule: candidate.rule.name });
    if (resolved.first && resolved.last) {
      anchor = { first: resolved.first, last: resolved.last };
      anchorEnd = candidate.end;
      anchorNamed = resolved.first.year === resolved.last.year && NAMES_MONTH_AND_YEAR.test(candidate.match[0]);
    }
  }
  return found;
};
