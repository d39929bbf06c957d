import { availableParallelism } from 'node:os';
import type { OwnLexicon } from '../lexicon/index.ts';
import { type Document, type Reading, stableId, WatchfloorError } from '../model/index.ts';
import {
  createReaderCrew,
  type Explanation,
  type Input,
  type IntakeOptions,
  type IntakeResult,
  inOrder,
  intake,
  type ReaderCrew,
  recordInputs,
} from '../read/index.ts';

export type { Explanation } from '../read/index.ts';

export interface ReadOptions extends IntakeOptions {
  /** Stop after intake: the readings hold the document alone. */
  readonly documentOnly?: boolean;
  /** Tell for each datum which rule or head made it. */
  readonly explain?: boolean;
  /** The analyst's own lexicon. */
  readonly own?: OwnLexicon;
}

/** What became of one input; exactly one of `reading` and `error` is there. */
export type ReadResult = { readonly source: string; readonly id: string | null } & (
  | { readonly reading: Reading; readonly explanations?: readonly Explanation[]; readonly error?: undefined }
  | { readonly reading?: undefined; readonly error: WatchfloorError }
);

/** The id of a document that nobody named: made from its text. */
export const documentId = (document: Document): string => stableId('doc', document.sha256);

/** Documents in the reader's hands: enough to keep every thread busy, few enough to bound what waits in memory. */
const DOCUMENTS_AT_ONCE = 2 * availableParallelism();

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

/** Reads inputs and yields the results in their order. A bad input gives its error in its place and the rest goes on. */
export const readInputs = (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> => readDocuments(intake(inputs, options), options);

/**
 * The same of documents that were taken in already. The reader's network is loaded only when the first document is there; where there is much to read, several documents are read at once.
 */
export async function* readDocuments(
  documents: AsyncIterable<IntakeResult>,
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  let crew: Promise<ReaderCrew> | undefined;
  const readOne = async ({ source, id, ok, error }: IntakeResult): Promise<ReadResult> => {
    if (error) return { source, id, error };
    const name = id ?? documentId(ok);
    if (options.documentOnly) {
      return { source, id: name, reading: { reading: 1, id: name, document: ok, ...SENTENCES_NONE } };
    }
    crew ??= createReaderCrew({ ...(options.own && { lexicon: options.own }) });
    try {
      const reader = await crew;
      if (options.explain) return { source, id: name, ...(await reader.explain(ok, name)) };
      return { source, id: name, reading: await reader.read(ok, name) };
    } catch (cause) {
      return { source, id: name, error: cause instanceof WatchfloorError ? cause : readerFailed(source, cause) };
    }
  };
  try {
    yield* inOrder(documents, DOCUMENTS_AT_ONCE, readOne);
  } finally {
    await (await crew)?.close();
  }
}

const readerFailed = (source: string, cause: unknown): WatchfloorError => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new WatchfloorError(
    'internal.unexpected',
    `The reader failed: ${message}; please report it.`,
    { file: source },
    { cause },
  );
};

/** One JSON line a record, in the same order: a Reading (with `explanations` where asked for), or `{"id", "error": {"code", "message"}}` in its place. */
export async function* readLines(lines: AsyncIterable<string>, options: ReadOptions = {}): AsyncGenerator<string> {
  for await (const result of readInputs(recordInputs(lines), options)) {
    const { id, reading, error } = result;
    if (error) yield JSON.stringify({ id, error: { code: error.code, message: error.message } });
    else if (options.documentOnly) yield JSON.stringify({ reading: 1, id, document: reading.document });
    else yield JSON.stringify(result.explanations ? { ...reading, explanations: result.explanations } : reading);
  }
}
