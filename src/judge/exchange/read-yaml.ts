import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { WatchfloorError } from '../../model/index.ts';
import type { Path } from '../question/problem.ts';
import { checkForm } from './check-form.ts';
import type { ReadQuestion } from './question-file.ts';

const MAX_CHARACTERS = 4 * 1024 * 1024;
const MAX_NESTING = 32;
const MAX_ALIASES = 100;

/** Brackets nested beyond what any question needs would keep a YAML reader busy for hours. */
const nesting = (text: string): number => {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if ((character === ']' || character === '}') && depth > 0) depth--;
  }
  return most;
};

/** `{`, `[` and `- ` in prose are counted too: only many more of them than a question nests are refused. */
const guard = (text: string, file: string): void => {
  const refuse = (what: string): never => {
    throw new WatchfloorError('judge.not-a-question-file', `The file ${what}; no question is like that.`, { file });
  };
  if (text.length > MAX_CHARACTERS) refuse('is larger than 4 MB');
  if (nesting(text) > MAX_NESTING) refuse(`nests deeper than ${MAX_NESTING} levels`);
  if (/(?:- ?){40}/.test(text)) refuse('nests dashes without end');
};

/**
 * Reads a question in YAML. Whatever is wrong with the question is returned, all of it, with line and column.
 *
 * @param file its name, for the places of problems
 * @throws WatchfloorError `judge.not-a-question-file` where it is no YAML at all
 */
export const readQuestionYaml = (text: string, file: string): ReadQuestion => {
  guard(text, file);
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refuse = (message: string, offset: number, cause?: unknown): never => {
    const { line, column } = place(offset);
    throw new WatchfloorError(
      'judge.not-a-question-file',
      `This is not YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`,
      { file, line, column },
      { cause },
    );
  };
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', prettyErrors: false });
  const [error] = document.errors;
  if (error) refuse(error.message, error.pos[0], error);

  /** The nearest part of the path that stands in the file; a key where it is the value that is missing or a map. */
  const locate = (path: Path) => {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const key = String(path[length - 1]);
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
        const value = pair?.value;
        if (isScalar(value) && value.value !== null && value.range) return place(value.range[0]);
        if (isNode(pair?.key) && pair.key.range) return place(pair.key.range[0]);
      }
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return place(isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0);
  };

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    return refuse(cause instanceof Error ? cause.message : String(cause), 0, cause);
  }
  return checkForm(value, locate);
};
