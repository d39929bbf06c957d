/** Stands for a comma between brackets while YAML is read: one UTF-16 unit, like the comma, so that no position moves. Private use area. */
const STAND_IN = '\uE000';

const OPENS_QUOTE = /[\s[{,:]/;

/**
 * In YAML, `{ dist: beta(4, 2) }` would end the value at the comma. Scenarios are full of calls, so commas between round brackets are hidden from the YAML reader
 * (outside quotes and comments, line by line) and put back by `restoreCommas`.
 */
export const hideCallCommas = (text: string): string => text.split('\n').map(hideInLine).join('\n');

export const restoreCommas = (text: string): string => text.replaceAll(STAND_IN, ',');

const hideInLine = (line: string): string => {
  if (!line.includes('(') || !line.includes(',')) return line;
  let result = '';
  let depth = 0;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i] as string;
    const before = i === 0 ? ' ' : (line[i - 1] as string);
    if (quote) {
      if (character === quote && !(quote === '"' && before === '\\')) quote = '';
    } else if ((character === '"' || character === "'") && OPENS_QUOTE.test(before)) quote = character;
    else if (character === '#' && /\s/.test(before)) return result + line.slice(i);
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(depth - 1, 0);
    else if (character === '}' || character === ']') depth = 0;
    result += character === ',' && depth > 0 && !quote ? STAND_IN : character;
  }
  return result;
};
