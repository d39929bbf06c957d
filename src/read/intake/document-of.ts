import { basename } from 'node:path';
import { type Document, WatchfloorError } from '../../model/index.ts';
import type { Content, Format } from './content.ts';
import { type Draft, toDocument } from './draft.ts';
import type { FetchedPage } from './fetch/fetch-page.ts';
import { decode } from './format/charset.ts';
import { isoDate } from './format/iso-date.ts';
import { sniffFormat } from './format/sniff.ts';
import type { IntakeOptions } from './index.ts';
import type { GivenMetadata, Input } from './input.ts';
import { LIMITS } from './limits.ts';
import { collect, gunzip, isGzip, tooLarge } from './source/bytes.ts';
import { fileError, readPath } from './source/path.ts';

type Readable = Exclude<Input, { kind: 'record' }>;

const BYTES: Readonly<Record<Format, number>> = {
  text: LIMITS.textBytes,
  markdown: LIMITS.textBytes,
  html: LIMITS.htmlBytes,
  pdf: LIMITS.pdfBytes,
};

const unpacked = async (bytes: Uint8Array, label: string): Promise<Uint8Array> =>
  isGzip(bytes) ? gunzip(bytes, label) : bytes;

const contentOf = async (bytes: Uint8Array, label: string, name: string, mediaType?: string): Promise<Content> => {
  const content = await unpacked(bytes, label);
  if (content.byteLength === 0) throw new WatchfloorError('intake.empty', 'Nothing is in it.', { file: label });
  return { bytes: content, label, format: sniffFormat(content, label, name.replace(/\.gz$/i, ''), mediaType) };
};

type FetchPage = (address: string) => Promise<FetchedPage>;

const load = async (
  input: Exclude<Readable, { kind: 'text' | 'html' }>,
  options: IntakeOptions,
  fetchPage: FetchPage,
): Promise<Content> => {
  switch (input.kind) {
    case 'path':
      return contentOf(await readPath(input.path), input.path, basename(input.path));
    case 'stdin': {
      const label = 'standard input';
      try {
        return await contentOf(await collect(options.stdin ?? process.stdin, label), label, '');
      } catch (error) {
        throw fileError(error, label);
      }
    }
    case 'bytes':
      return contentOf(input.bytes, input.name, input.name, input.mediaType);
    case 'address': {
      const page = await fetchPage(input.url);
      const path = new URL(page.url).pathname;
      const content = await contentOf(page.bytes, input.url, basename(path), page.mediaType);
      return { ...content, url: page.url, ...(page.charset === undefined ? {} : { charset: page.charset }) };
    }
  }
};

const parse = async (content: Content): Promise<Draft> => {
  const { bytes, label, format } = content;
  if (bytes.byteLength > BYTES[format]) throw tooLarge(label, BYTES[format]);
  if (format === 'pdf') {
    const { parseInWorker } = await import('./in-worker.ts');
    return parseInWorker('pdf', { bytes }, label, LIMITS.pdfTotalMs);
  }
  const { text, notes } = await decode(bytes, label, format, content.charset);
  const draft = await parseText(format, text, label, content.url);
  return { ...draft, notes: [...notes, ...(draft.notes ?? [])] };
};

const parseText = async (
  format: 'text' | 'markdown' | 'html',
  text: string,
  label: string,
  url?: string,
): Promise<Draft> => {
  switch (format) {
    case 'text': {
      const { parsePlainText } = await import('./format/plain-text.ts');
      return parsePlainText(text, label);
    }
    case 'markdown': {
      const { parseMarkdown } = await import('./format/markdown.ts');
      return parseMarkdown(text, label);
    }
    case 'html': {
      const { parseInWorker } = await import('./in-worker.ts');
      return parseInWorker('html', { html: text, address: url ?? null }, label);
    }
  }
};

const draftOf = async (input: Readable, options: IntakeOptions, fetchPage: FetchPage): Promise<Draft> => {
  if (input.kind === 'text') {
    if (input.text.length > LIMITS.textBytes) throw tooLarge(input.id ?? 'text', LIMITS.textBytes);
    return given({ text: input.text }, input, input.id);
  }
  if (input.kind === 'html') {
    if (input.html.length > LIMITS.htmlBytes) throw tooLarge(input.id ?? 'page', LIMITS.htmlBytes);
    return given(await parseText('html', input.html, input.id ?? 'page', input.url), input, input.id);
  }
  return parse(await load(input, options, fetchPage));
};

/** What the caller states wins over what the page says of itself. */
const given = (draft: Draft, { title, published, url }: GivenMetadata, label?: string): Draft => ({
  ...draft,
  ...(title === undefined ? {} : { title }),
  ...(url === undefined ? {} : { url }),
  ...(published === undefined ? {} : { published: isoDate(published, 'published', label) }),
});

/** @returns a function from one input to its document, which throws WatchfloorError */
export const documentOf = (options: IntakeOptions): ((input: Input) => Promise<Document>) => {
  const fallback = options.published === undefined ? null : isoDate(options.published, '--published');
  // One fetcher a run, so that the robots.txt of a site is asked for once; loaded with the first address only.
  let fetcher: Promise<FetchPage> | undefined;
  const fetchPage: FetchPage = async (address) => {
    fetcher ??= import('./fetch/fetch-page.ts').then(({ pageFetcher }) => pageFetcher(options));
    return (await fetcher)(address);
  };
  return async (input) => {
    if (input.kind === 'record') throw new TypeError('a record is parsed before it comes here');
    const draft = await draftOf(input, options, fetchPage);
    if (draft.text.trim() === '') {
      const label = input.kind === 'path' ? input.path : input.kind === 'address' ? input.url : input.kind;
      throw new WatchfloorError('intake.empty', 'No article text is in it (pictures of text are not read).', {
        file: label,
      });
    }
    if (fallback === null || draft.published) return toDocument(draft);
    return toDocument({
      ...draft,
      published: fallback,
      notes: [...(draft.notes ?? []), `Date of publication as given on the command line: ${fallback}.`],
    });
  };
};
