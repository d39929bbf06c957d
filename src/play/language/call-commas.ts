/** Stands for a comma between brackets while YAML is read: one UTF-16 unit, like the comma, so that no position moves. Private use area. */
const STAND_IN = '\uE000';

const OPENS_QUOTE = /[\s[{,:]/;

/** A line that begins a new entry: brackets left open before it were prose, not a call. */
const NEW_ENTRY = /^\s*(?:- )?[^\s:,]+:(?:\s|$)/;

/**
 * In YAML, `{ dist: beta(4, 2) }` would end the value at the comma. Scenarios are full of calls, so commas between round brackets are hidden from the YAML reader
 * (outside quotes and comments) and put back by `restoreCommas`. A call may go over several lines, as formatters like to break them.
 */
export const hideCallCommas = (text: string): string => {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => {
      if (depth > 0 && NEW_ENTRY.test(line)) depth = 0;
      if (depth === 0 && !line.includes('(')) return line;
      const [hidden, open] = hideInLine(line, depth);
      depth = open;
      return hidden;
    })
    .join('\n');
};

export const restoreCommas = (text: string): string => text.replaceAll(STAND_IN, ',');

const hideInLine = (line: string, before: number): readonly [hidden: string, depth: number] => {
  let result = '';
  let depth = before;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i] as string;
    const previous = i === 0 ? ' ' : (line[i - 1] as string);
    if (quote) {
      if (character === quote && !(quote === '"' && previous === '\\')) quote = '';
    } else if ((character === '"' || character === "'") && OPENS_QUOTE.test(previous)) quote = character;
    else if (character === '#' && /\s/.test(previous)) return [result + line.slice(i), depth];
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(depth - 1, 0);
    else if (character === '}' || character === ']') depth = 0;
    result += character === ',' && depth > 0 && !quote ? STAND_IN : character;
  }
  return [result, depth];
};
