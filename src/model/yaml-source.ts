import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { didYouMean } from './did-you-mean.ts';
import type { ErrorCode } from './errors/registry.ts';
import { type ErrorPlace, WatchfloorError } from './errors/watchfloor-error.ts';

const MOST_CHARACTERS = 4 * 1024 * 1024;
const MOST_ALIASES = 100;
/** Brackets or dashes nested beyond what any file of ours needs would keep a YAML reader busy for hours. */
const NESTED = /(?:[[{]\s*){33}|(?:- ?){40}/;

export type YamlPath = readonly (string | number)[];

/** A checked YAML file, and where things stand in it. */
export interface YamlSource<Value> {
  readonly value: Value;
  /** An error at the nearest part of the path that stands in the file. */
  fail(message: string, path: YamlPath): WatchfloorError;
}

export interface YamlForm<Value> {
  readonly schema: ZodType<Value>;
  readonly code: ErrorCode;
  /** Keys that may stand at a path, for "did you mean"; none where it is not known. */
  readonly keysAt: (path: YamlPath) => readonly string[];
}

/**
 * Reads YAML and checks its form; the first mistake is thrown with line, column and path.
 *
 * @throws WatchfloorError of the form's code
 */
export const readYaml = <Value>(
  text: string,
  file: string,
  { schema, code, keysAt }: YamlForm<Value>,
): YamlSource<Value> => {
  const lines = new LineCounter();
  const at = (offset: number, path: YamlPath): ErrorPlace => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      ...(path.length > 0 && { path: path.join('.') }),
    };
  };
  if (text.length > MOST_CHARACTERS || NESTED.test(text))
    throw new WatchfloorError(code, 'The file is larger than 4 MB or nested without end.', { file });
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error)
    throw new WatchfloorError(code, `This is not YAML: ${error.message.replace(/\.$/, '')}.`, at(error.pos[0], []));

  const offsetOf = (path: YamlPath, ofKey: boolean): number => {
    for (let length = path.length; length >= 0; length--) {
      const parent = length > 0 ? document.getIn(path.slice(0, length - 1), true) : undefined;
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
        : undefined;
      if (ofKey && length === path.length && isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  };
  const fail = (message: string, path: YamlPath): WatchfloorError =>
    new WatchfloorError(code, message, at(offsetOf(path, false), path));

  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    throw new WatchfloorError(code, 'The file expands its aliases without end.', { file }, { cause });
  }
  const checked = schema.safeParse(plain ?? {});
  if (checked.success) return { value: checked.data, fail };
  const { issues } = checked.error;
  const issue = issues.find(({ code: kind }) => kind === 'unrecognized_keys') ?? issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] as string;
    const known = keysAt(path);
    const message = `There is no key "${key}" here.${didYouMean(key, known) || (known.length > 0 ? ` Known are ${known.join(', ')}.` : '')}`;
    throw new WatchfloorError(code, message, at(offsetOf([...path, key], true), [...path, key]));
  }
  throw fail(sentence(issue?.message ?? 'This is not as it should be', path), path);
};

/** The library's words for a wrong or missing value, made plain; those of a schema stay as they are. */
const sentence = (message: string, path: YamlPath): string => {
  const wrong = /^Invalid input: expected (.+), received (.+)$/.exec(message);
  if (wrong?.[2] === 'undefined') return `The key "${path.at(-1)}" is missing.`;
  if (wrong) return `Here a value of the kind ${wrong[1]} is expected, and not ${wrong[2]}.`;
  return /[.?!]$/.test(message) ? message : `${message}.`;
};
