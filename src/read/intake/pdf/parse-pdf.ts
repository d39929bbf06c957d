import { getDocumentProxy } from 'unpdf';
import { WatchfloorError } from '../../../model/index.ts';
import type { Draft } from '../draft.ts';
import { articleOf, mergeArticle } from '../format/plain-text.ts';
import { tidy } from '../format/tidy.ts';
import { LIMITS } from '../limits.ts';
import { type Line, linesOf, paragraphsOf, type TextRun } from './lines.ts';
import { withoutRunningHeads } from './running-heads.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const open = async (bytes: Uint8Array, label: string): Promise<Pdf> => {
  try {
    // No code of the file is compiled, nothing is fetched, fonts are not drawn.
    return await getDocumentProxy(bytes, {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (cause) {
    const { name, message } = cause as Error;
    if (name !== 'PasswordException') throw damaged(message, label, cause);
    const locked = 'The PDF is locked by a password; give an unlocked copy.';
    throw new WatchfloorError('intake.malformed', locked, { file: label }, { cause });
  }
};

const damaged = (message: string, label: string, cause: unknown): WatchfloorError =>
  new WatchfloorError(
    'intake.malformed',
    `The PDF is damaged (${message.replace(/\.$/, '')}); fetch it again.`,
    { file: label },
    { cause },
  );

const linesOfPage = async (pdf: Pdf, number: number): Promise<readonly Line[]> => {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  const runs = items.flatMap((item): readonly TextRun[] =>
    'str' in item
      ? [
          {
            text: tidy(item.str),
            x: item.transform[4] as number,
            y: item.transform[5] as number,
            width: item.width,
            height: item.height,
            endsLine: item.hasEOL,
          },
        ]
      : [],
  );
  return linesOf(runs);
};

/** `D:20240618093000+09'00'` of a PDF as ISO 8601. */
const pdfDate = (value: unknown): string | null => {
  const found = /^D?:?(\d{4})(\d{2})(\d{2})/.exec(String(value ?? ''));
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
};

/** Titles that programs write by themselves and that name no text. */
const NO_TITLE = /^(?:untitled|microsoft word|document\d*|slide \d+)|\.(?:docx?|pdf|indd|qxd|tex|pptx?)$/i;

const metadataOf = async (pdf: Pdf): Promise<Omit<Draft, 'text'>> => {
  const { info } = await pdf.getMetadata();
  const fields = info as Readonly<Record<string, unknown>>;
  const title = typeof fields['Title'] === 'string' ? fields['Title'].trim() : '';
  const author = typeof fields['Author'] === 'string' ? fields['Author'].trim() : '';
  const created = pdfDate(fields['CreationDate']);
  return {
    title: title === '' || NO_TITLE.test(title) ? null : title,
    byline: author === '' ? null : author,
    published: created,
    notes:
      created === null
        ? []
        : [`Date taken from the creation date of the PDF (${created}), which may not be that of publication.`],
  };
};

/**
 * A PDF as a draft. Columns come in the order in which the file draws them; text in pictures is not read.
 *
 * @param progress called after each page
 * @throws WatchfloorError `intake.malformed`, `intake.too-large`
 */
export const parsePdf = async (bytes: Uint8Array, label: string, progress: () => void): Promise<Draft> => {
  const pdf = await open(bytes, label);
  if (pdf.numPages > LIMITS.pdfPages)
    throw new WatchfloorError('intake.too-large', `The PDF has more than ${LIMITS.pdfPages} pages; split it.`, {
      file: label,
    });
  const metadata = await metadataOf(pdf);
  const { lines, unread } = await readPages(pdf, label, progress);
  const { pages, removed } = withoutRunningHeads(lines);
  const paragraphs = joinPages(pages.map(paragraphsOf)).map((text) => ({ text, gap: true }));
  const draft = mergeArticle(metadata, articleOf(paragraphs, metadata.title ?? null));
  return { ...draft, removed: [...removed, ...(draft.removed ?? [])], notes: [...(draft.notes ?? []), ...unread] };
};

/** The lines of all pages. A damaged page among others is left out with a note; when none can be read, the PDF is damaged. */
const readPages = async (
  pdf: Pdf,
  label: string,
  progress: () => void,
): Promise<{ readonly lines: readonly (readonly Line[])[]; readonly unread: readonly string[] }> => {
  const lines: (readonly Line[])[] = [];
  const unread: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      lines.push(await linesOfPage(pdf, number));
    } catch (cause) {
      const { message } = cause as Error;
      unread.push(`Page ${number} is damaged and was left out (${message.replace(/\.$/, '')}).`);
      if (unread.length === pdf.numPages) throw damaged(message, label, cause);
    }
    progress();
  }
  return { lines, unread };
};

/** A paragraph that a page breaks mid-sentence goes on at the head of the next. */
const joinPages = (pages: readonly (readonly string[])[]): readonly string[] => {
  const paragraphs: string[] = [];
  for (const [first, ...rest] of pages) {
    if (first === undefined) continue;
    const last = paragraphs.at(-1);
    if (last !== undefined && /[\p{Ll},]$/u.test(last) && /^\p{Ll}/u.test(first))
      paragraphs[paragraphs.length - 1] = `${last} ${first}`;
    else paragraphs.push(first);
    paragraphs.push(...rest);
  }
  return paragraphs;
};
