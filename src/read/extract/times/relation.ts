import type { Interval, TimeRelation } from '../../../model/index.ts';
import { addDays, isoDay, parseIsoDay } from './calendar.ts';

const RELATIONS: readonly (readonly [RegExp, TimeRelation])[] = [
  [/\b(?:by|no later than|not later than)\s(?:the\s)?$/i, 'by'],
  [/\b(?:ever\s)?since\s(?:the\s)?$/i, 'since'],
  [/\b(?:until|till|up to|through)\s(?:the\s)?$|\bfrom\s[^.;]{1,30}\sto\s(?:the\s)?$/i, 'until'],
  [/\b(?:before|ahead of|prior to)\s(?:the\s)?$/i, 'before'],
  [/\bafter\s(?:the\s)?$/i, 'after'],
  [/\b(?:starting|beginning|as of|from)\s(?:on\s|in\s)?(?:the\s)?$/i, 'since'],
];

/** How the words before a time relate what is told to it. */
export const relationBefore = (before: string): TimeRelation | undefined =>
  RELATIONS.find(([pattern]) => pattern.test(before))?.[1];

const shifted = (day: string | null, days: number): string | null => {
  const parsed = parseIsoDay(day);
  return parsed && isoDay(addDays(parsed, days));
};

/** When something is that stands in that relation to the interval: "by March" is any day to its end. */
export const related = ({ from, to }: Interval, relation: TimeRelation | undefined): Interval => {
  switch (relation) {
    case undefined:
      return { from, to };
    case 'by':
    case 'until':
      return { from: null, to };
    case 'since':
      return { from, to: null };
    case 'before':
      return { from: null, to: shifted(from, -1) };
    case 'after':
      return { from: shifted(to, 1), to: null };
  }
};
