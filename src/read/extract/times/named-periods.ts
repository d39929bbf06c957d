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
  // The fifth to the fifteenth century.
  ['[Tt]he\\s+Middle\\s+Ages', '0400-01-01', '1499-12-31'],
  ['[Tt]he\\s+Crusades', '1095-01-01', '1291-12-31'],
  ["[Tt]he\\s+Thirty\\s+Years[’']\\s+War", '1618-01-01', '1648-12-31'],
  ['[Tt]he\\s+American\\s+Revolution(?:ary\\s+War)?', '1775-01-01', '1783-12-31'],
  ['[Tt]he\\s+French\\s+Revolution', '1789-01-01', '1799-12-31'],
  ['[Tt]he\\s+Napoleonic\\s+Wars', '1803-01-01', '1815-12-31'],
  ['[Tt]he\\s+Crimean\\s+War', '1853-01-01', '1856-12-31'],
  ['[Tt]he\\s+American\\s+Civil\\s+War', '1861-04-12', '1865-05-26'],
  ['[Tt]he\\s+Russo-Japanese\\s+War', '1904-02-08', '1905-09-05'],
  ['[Tt]he\\s+Great\\s+Depression', '1929-01-01', '1939-12-31'],
  ['[Tt]he\\s+Spanish\\s+Civil\\s+War', '1936-07-17', '1939-04-01'],
  ['[Tt]he\\s+Cold\\s+War', '1947-01-01', '1991-12-26'],
  ['[Tt]he\\s+Vietnam\\s+War', '1955-11-01', '1975-04-30'],
  ['[Tt]he\\s+Bosnian\\s+War', '1992-04-06', '1995-12-14'],
];

/** "World War III" names no past war; a name that goes on is another name. */
const NO_LONGER_NAME = '\\b(?!I|-like|-style|-era\\s+[a-z]+\\s+from)';

export const namedPeriodRules: readonly TimeRule[] = PERIODS.map(([pattern, from, to]) => ({
  name: 'named-period',
  pattern: new RegExp(`\\b${pattern}${NO_LONGER_NAME}`, 'g'),
  resolve: () => ({ first: parseIsoDay(from), last: parseIsoDay(to) }),
}));
