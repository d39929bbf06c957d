import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Linter, LintFinding } from '../judge/index.ts';
import { type Prose, WatchfloorError } from '../model/index.ts';
import { markdownProse, textProse } from '../read/index.ts';
import { lintInputs } from './lint-inputs.ts';
import { writeOutput } from './output.ts';

/** What became of one text; exactly one of `findings` and `error` is there. */
export type LintResult = { readonly source: string } & (
  | {
      readonly findings: readonly LintFinding[];
      /** False where lines and columns are those of the text as read (a page, a PDF), its title being line 1. */
      readonly hasPlaces: boolean;
      readonly fixed: readonly LintFinding[];
      readonly error?: undefined;
    }
  | { readonly findings?: undefined; readonly error: WatchfloorError }
);

export interface LintRequest {
  readonly linter: Linter;
  /** Makes the fixes that change no meaning, in the files. */
  readonly fix?: boolean;
  /** ISO 8601, for texts that say nothing of their date themselves. */
  readonly published?: string;
  readonly stdin?: AsyncIterable<Uint8Array>;
}

const MARKDOWN = new Set(['.md', '.markdown']);
const TEXT = new Set(['.txt', '.text', '']);

interface Opened {
  readonly text: string;
  readonly prose: Prose;
  readonly hasPlaces: boolean;
}

/** The text of a UTF-8 file to the letter; undefined where it is of another encoding. */
const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // Intake finds out which encoding it is.
  }
};

const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new WatchfloorError(
      'lint.file-missing',
      `The file cannot be read (${code ?? 'unknown reason'}); check its path and permissions.`,
      { file },
      { cause },
    );
  }
};

const gathered = async (stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** A page, a PDF, an address, a text of another encoding: as intake reads it, title first. */
const openByIntake = async (source: string, published: string | undefined): Promise<Opened> => {
  const { intake } = await import('../read/index.ts');
  for await (const { ok, error } of intake([source], published === undefined ? {} : { published })) {
    if (error) throw error;
    const text = ok.title === null ? ok.text : `${ok.title}\n\n${ok.text}`;
    const prose = await textProse(text, source);
    return { text, prose: { ...prose, published: ok.published }, hasPlaces: false };
  }
  throw new WatchfloorError('lint.file-missing', 'There is nothing to read here.', { file: source });
};

const open = async (source: string, { published, stdin = process.stdin }: LintRequest): Promise<Opened> => {
  const extension = extname(source).toLowerCase();
  const isAddress = /^https?:\/\//i.test(source);
  if (isAddress || (source !== '-' && !MARKDOWN.has(extension) && !TEXT.has(extension)))
    return openByIntake(source, published);
  const text = utf8(source === '-' ? await gathered(stdin) : await readBytes(source));
  if (text === undefined) {
    if (source !== '-') return openByIntake(source, published);
    throw new WatchfloorError('lint.file-missing', 'Standard input is no UTF-8 text.', { file: 'standard input' });
  }
  const prose = await (source === '-' || MARKDOWN.has(extension) ? markdownProse : textProse)(text, source);
  return { text, prose: { ...prose, published: prose.published ?? published ?? null }, hasPlaces: true };
};

const lintOne = async (source: string, request: LintRequest): Promise<LintResult> => {
  const { linter, fix } = request;
  if (fix && (source === '-' || /^https?:/i.test(source)))
    throw new WatchfloorError('lint.not-fixable', 'Only files on this machine can be fixed; run it without --fix.', {
      file: source,
    });
  const { text, prose, hasPlaces } = await open(source, request);
  const findings = linter.lint(prose, text, source);
  if (!fix || !hasPlaces) return { source, findings, hasPlaces, fixed: [] };
  const { applyFixes } = await import('../judge/index.ts');
  const { text: better, fixed } = applyFixes(text, findings, prose.quotations);
  if (fixed.length > 0) writeOutput(source, better);
  return fixed.length === 0
    ? { source, findings, hasPlaces, fixed }
    : ({ ...(await lintOne(source, { ...request, fix: false })), ...{ fixed } } as LintResult);
};

/**
 * Lints texts: Markdown and plain text with places in the file, everything else as intake reads it. A bad input gives
 * its error in its place, and the rest goes on.
 *
 * @param inputs files, folders (their .md, .txt and .html files), http(s) addresses, `-` for standard input (Markdown)
 */
export async function* lintAll(inputs: readonly string[], request: LintRequest): AsyncGenerator<LintResult> {
  for await (const { source, error } of lintInputs(inputs)) {
    if (error) {
      yield { source, error };
      continue;
    }
    try {
      yield await lintOne(source, request);
    } catch (failure) {
      if (!(failure instanceof WatchfloorError)) throw failure;
      yield { source, error: failure };
    }
  }
}
