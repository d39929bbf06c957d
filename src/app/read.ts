import { type Document, type Reading, stableId, WatchfloorError } from '../model/index.ts';
import { createReader, type Input, type IntakeOptions, intake, type Reader, recordInputs } from '../read/index.ts';

export interface ReadOptions extends IntakeOptions {
  /** Stop after intake: the readings hold the document alone. */
  readonly documentOnly?: boolean;
}

/** What became of one input; exactly one of `reading` and `error` is there. */
export type ReadResult = { readonly source: string; readonly id: string | null } & (
  | { readonly reading: Reading; readonly error?: undefined }
  | { readonly reading?: undefined; readonly error: WatchfloorError }
);

/** The id of a document that nobody named: made from its text. */
export const documentId = (document: Document): string => stableId('doc', document.sha256);

const SENTENCES_NONE = {
  sentences: [],
  actors: [],
  events: [],
  attributions: [],
  quantities: [],
  times: [],
  likelihoods: [],
  conditions: [],
};

/**
 * Reads inputs one after the other, in order. A bad input gives its error in its place and the rest goes on.
 * The reader's network is loaded only when the first document is there.
 */
export async function* readInputs(
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  let reader: Reader | undefined;
  try {
    for await (const { source, id, ok, error } of intake(inputs, options)) {
      if (error) {
        yield { source, id, error };
        continue;
      }
      const name = id ?? documentId(ok);
      if (options.documentOnly) {
        yield { source, id: name, reading: { reading: 1, id: name, document: ok, ...SENTENCES_NONE } };
        continue;
      }
      reader ??= await createReader();
      try {
        yield { source, id: name, reading: await reader.read(ok, name) };
      } catch (cause) {
        if (cause instanceof WatchfloorError) yield { source, id: name, error: cause };
        else {
          const message = cause instanceof Error ? cause.message : String(cause);
          yield {
            source,
            id: name,
            error: new WatchfloorError(
              'internal.unexpected',
              `The reader failed: ${message}; please report it.`,
              { file: source },
              { cause },
            ),
          };
        }
      }
    }
  } finally {
    await reader?.close();
  }
}

/** One JSON line a record, in the same order: a Reading, or `{"id", "error": {"code", "message"}}` in its place. */
export async function* readLines(lines: AsyncIterable<string>, options: ReadOptions = {}): AsyncGenerator<string> {
  for await (const { id, reading, error } of readInputs(recordInputs(lines), options)) {
    if (error) yield JSON.stringify({ id, error: { code: error.code, message: error.message } });
    else if (options.documentOnly) yield JSON.stringify({ reading: 1, id, document: reading.document });
    else yield JSON.stringify(reading);
  }
}
