import { lemmaOf, type Tree, token } from './tree.ts';

export const WEEKDAYS: ReadonlySet<string> = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

const PERIODS: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december today yesterday tomorrow ' +
    'second minute hour day night morning evening afternoon week month year decade century weekend eve time'
  ).split(' '),
);

/** A weekday, month, number or span of time: "called X on Friday" is no "call on". */
export const isTimeWord = (tree: Tree, index: number): boolean =>
  WEEKDAYS.has(lemmaOf(tree, index)) || PERIODS.has(lemmaOf(tree, index)) || token(tree, index).upos === 'NUM';
