import { availableParallelism } from 'node:os';
import { type Document, WatchfloorError } from '../../model/index.ts';
import { inOrder } from '../in-order.ts';
import { documentOf } from './document-of.ts';
import { type Input, inputOf, parseRecord } from './input.ts';
import { expandPath } from './source/path.ts';

export { type Input, recordInputs } from './input.ts';

export interface IntakeOptions {
  /** ISO 8601, for documents that say nothing of their date themselves. */
  readonly published?: string;
  /** Fetch from this machine and private networks too. */
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  /** Where `{ kind: 'stdin' }` reads from; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** What became of one document. Exactly one of `ok` and `error` is there. */
export type IntakeResult = {
  /** What to call the input: path, address, `standard input`, `line 3`. */
  readonly source: string;
  /** Of a record or an input in memory; null elsewhere. */
  readonly id: string | null;
} & (
  | { readonly ok: Document; readonly error?: undefined }
  | { readonly ok?: undefined; readonly error: WatchfloorError }
);

/** One document's worth of work: what `expand` makes of the inputs. */
type Task =
  | { readonly source: string; readonly id: string | null; readonly input: Input }
  | { readonly source: string; readonly id: string | null; readonly error: WatchfloorError };

async function* expand(inputs: AsyncIterable<Input | string> | Iterable<Input | string>): AsyncGenerator<Task> {
  for await (const given of inputs) {
    const input = typeof given === 'string' ? inputOf(given) : given;
    switch (input.kind) {
      case 'path':
        for await (const { path, ...found } of expandPath(input.path))
          yield 'error' in found
            ? { source: path, id: null, error: found.error }
            : { source: path, id: null, input: { kind: 'path', path } };
        break;
      case 'record': {
        const { id, parsed } = parseRecord(input.line, input.number);
        const source = `line ${input.number}`;
        yield parsed instanceof WatchfloorError ? { source, id, error: parsed } : { source, id, input: parsed };
        break;
      }
      case 'stdin':
        yield { source: 'standard input', id: null, input };
        break;
      case 'address':
        yield { source: input.url, id: null, input };
        break;
      case 'bytes':
        yield { source: input.name, id: null, input };
        break;
      case 'text':
      case 'html':
        yield { source: input.id ?? input.url ?? input.title ?? 'text in memory', id: input.id ?? null, input };
        break;
    }
  }
}

/**
 * Reads inputs into documents, several at once, results in the order of the inputs (a folder gives its files by name).
 * A bad input gives its error in its place and the rest goes on; nothing is thrown for an input.
 *
 * @example
 * for await (const { source, ok, error } of intake(['article.html', 'https://example.org/report']))
 *   console.log(source, ok?.title ?? error?.code);
 *
 * @throws WatchfloorError `intake.bad-date` for `options.published`
 */
export const intake = (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: IntakeOptions = {},
): AsyncGenerator<IntakeResult> => {
  const settle = documentOf(options);
  return inOrder(expand(inputs), availableParallelism(), async (task): Promise<IntakeResult> => {
    const { source, id } = task;
    if ('error' in task) return { source, id, error: task.error };
    try {
      return { source, id, ok: await settle(task.input) };
    } catch (error) {
      return { source, id, error: asWatchfloorError(error, source) };
    }
  });
};

const asWatchfloorError = (error: unknown, source: string): WatchfloorError => {
  if (error instanceof WatchfloorError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new WatchfloorError(
    'internal.unexpected',
    `Unexpected failure while reading (${message}); please report it.`,
    { file: source },
    { cause: error },
  );
};
