import { WatchfloorError } from '../../model/index.ts';

/** What a caller knows of a document beside its bytes; it wins over what the document says of itself. */
export interface GivenMetadata {
  readonly title?: string;
  /** ISO 8601. */
  readonly published?: string;
  readonly url?: string;
}

/** Anything that intake can turn into documents. `text` is kept to the letter: nothing is taken out or tidied. */
export type Input =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'address'; readonly url: string }
  | ({ readonly kind: 'text'; readonly id?: string; readonly text: string } & GivenMetadata)
  | ({ readonly kind: 'html'; readonly id?: string; readonly html: string } & GivenMetadata)
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      /** File name or address: its ending tells the format where `mediaType` is absent. */
      readonly name: string;
      readonly mediaType?: string;
    }
  /** One line of a JSONL stream; `number` counts from 1. */
  | { readonly kind: 'record'; readonly line: string; readonly number: number };

/** A word of the command line: `-` is standard input, `http://…` an address, anything else a path. */
export const inputOf = (word: string): Input => {
  if (word === '-') return { kind: 'stdin' };
  if (/^https?:\/\//i.test(word)) return { kind: 'address', url: word };
  return { kind: 'path', path: word };
};

/** The lines of a JSONL stream as inputs; blank lines are no records. */
export async function* recordInputs(lines: AsyncIterable<string> | Iterable<string>): AsyncIterable<Input> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== '') yield { kind: 'record', line, number };
  }
}

type RecordInput = Extract<Input, { kind: 'text' | 'html' }>;

const OPTIONAL_FIELDS = ['published', 'url', 'title'] as const;

/**
 * Reads one JSONL record: `{"id", "text" | "html", "published"?, "url"?, "title"?}`; null counts as absent.
 *
 * @returns the id as far as it could be read, and the input or what is wrong with it
 */
export const parseRecord = (
  line: string,
  number: number,
): { readonly id: string | null; readonly parsed: RecordInput | WatchfloorError } => {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (cause) {
    const parsed = bad(number, `the line is no valid JSON (${(cause as Error).message.split('\n')[0]})`);
    return { id: null, parsed };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { id: null, parsed: bad(number, 'the line is no JSON object') };
  const fields = record as Readonly<Record<string, unknown>>;
  const id = typeof fields['id'] === 'number' ? String(fields['id']) : fields['id'];
  if (typeof id !== 'string' || id === '') return { id: null, parsed: bad(number, '`id` is missing or is no string') };
  const metadata: Record<string, string> = {};
  for (const name of OPTIONAL_FIELDS) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return { id, parsed: bad(number, `\`${name}\` is no string`) };
    metadata[name] = value;
  }
  const { text, html } = fields;
  if (typeof text === 'string' && typeof html === 'string')
    return { id, parsed: bad(number, 'both `text` and `html` are given; give one') };
  if (typeof text === 'string') return { id, parsed: { kind: 'text', id, text, ...metadata } };
  if (typeof html === 'string') return { id, parsed: { kind: 'html', id, html, ...metadata } };
  return { id, parsed: bad(number, '`text` or `html` is missing or is no string') };
};

const bad = (number: number, what: string): WatchfloorError =>
  new WatchfloorError('intake.bad-record', `${what[0]?.toUpperCase()}${what.slice(1)}.`, { line: number });
