import { type Document, type DocumentKind, type RemovedText, sha256 } from '../../model/index.ts';
import { languageOf } from './format/language.ts';

/** A document on its way: what a format's parser found. The rest is settled the same way for all formats. */
export interface Draft {
  readonly text: string;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly modified?: string | null;
  readonly url?: string | null;
  readonly kind?: DocumentKind | null;
  readonly language?: string | null;
  readonly removed?: readonly RemovedText[];
  readonly notes?: readonly string[];
}

const blank = (value: string | null | undefined): string | null => {
  const tidy = value?.replace(/\s+/g, ' ').trim();
  return tidy === undefined || tidy === '' ? null : tidy;
};

/** Only addresses of the web survive: no `javascript:`, `data:` or `file:`. */
const webAddress = (value: string | null | undefined): string | null => {
  const url = blank(value);
  if (url === null || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
};

export const toDocument = async (draft: Draft): Promise<Document> => {
  const modified = blank(draft.modified);
  return {
    text: draft.text,
    title: blank(draft.title),
    byline: blank(draft.byline),
    publisher: blank(draft.publisher),
    published: blank(draft.published),
    url: webAddress(draft.url),
    language: draft.language ?? (await languageOf(draft.text)),
    sha256: sha256(draft.text),
    removed: draft.removed ?? [],
    ...(modified === null ? {} : { modified }),
    ...(draft.kind ? { kind: draft.kind } : {}),
    ...(draft.notes?.length ? { notes: draft.notes } : {}),
  };
};
