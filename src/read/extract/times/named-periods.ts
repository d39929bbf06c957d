import { parseIsoDay } from './calendar.ts';
import type { TimeRule } from './time-rule.ts';

/** Periods that are named rather than dated, with the days that reference works give for them. */
const PERIODS: readonly (readonly [pattern: string, from: string, to: string])[] = [
  ['(?:the\\s+)?(?:First\\s+World\\s+War|World\\s+War\\s+(?:I|One)|WWI|WW1)', '1914-07-28', '1918-11-11'],
  ['(?:the\\s+)?(?:Second\\s+World\\s+War|World\\s+War\\s+(?:II|Two)|WWII|WW2)', '1939-09-01', '1945-09-02'],
  ['[Tt]he\\s+Korean\\s+War', '1950-06-25', '1953-07-27'],
  ['[Tt]he\\s+Cuban\\s+[Mm]issile\\s+[Cc]risis', '1962-10-16', '1962-10-28'],
  ['[Tt]he\\s+Yom\\s+Kippur\\s+War', '1973-10-06', '1973-10-25'],
  ['[Tt]he\\s+Six-Day\\s+War', '1967-06-05', '1967-06-10'],
  ['[Tt]he\\s+Iran-Iraq\\s+War', '1980-09-22', '1988-08-20'],
  ['[Tt]he\\s+(?:Persian\\s+)?Gulf\\s+War', '1990-08-02', '1991-02-28'],
  ['[Tt]he\\s+Falklands\\s+War', '1982-04-02', '1982-06-14'],
  ['(?:9/11|September\\s+11(?:th)?(?=\\s+attacks?)|[Tt]he\\s+9/11\\s+attacks)', '2001-09-11', '2001-09-11'],
  ['[Tt]he\\s+Middle\\s+Ages', '0500-01-01', '1499-12-31'],
];

/** "World War III" names no past war; a name that goes on is another name. */
const NO_LONGER_NAME = '\\b(?!I|-like|-style|-era\\s+[a-z]+\\s+from)';

export const namedPeriodRules: readonly TimeRule[] = PERIODS.map(([pattern, from, to]) => ({
  name: 'named-period',
  pattern: new RegExp(`\\b${pattern}${NO_LONGER_NAME}`, 'g'),
  resolve: () => ({ first: parseIsoDay(from), last: parseIsoDay(to) }),
}));
