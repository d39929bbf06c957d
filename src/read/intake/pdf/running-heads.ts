import type { RemovedText } from '../../../model/index.ts';
import type { Line } from './lines.ts';

/** Lines this near to the top or the bottom of a page may be running heads. */
const EDGE_LINES = 2;
const MIN_PAGES = 3;
/** A running head stands on at least this share of the pages (left and right pages may have different ones). */
const PAGE_SHARE = 0.4;

/** Numbers vary from page to page: "Page 3 of 12". */
const pattern = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

const isPageNumber = (text: string): boolean =>
  /^[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?[-–—\s]*$/i.test(text);

const edgeIndexes = (lines: readonly Line[]): readonly number[] =>
  lines.map((_, index) => index).filter((index) => index < EDGE_LINES || index >= lines.length - EDGE_LINES);

/** Takes page numbers, and what most pages repeat at their head or foot, out of the pages. */
export const withoutRunningHeads = (
  pages: readonly (readonly Line[])[],
): { readonly pages: readonly (readonly Line[])[]; readonly removed: readonly RemovedText[] } => {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const here = new Set(edgeIndexes(lines).map((index) => pattern(lines[index]!.text)));
    for (const text of here) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const repeats = (text: string): boolean =>
    pages.length >= MIN_PAGES && (counts.get(pattern(text)) ?? 0) >= Math.max(MIN_PAGES, pages.length * PAGE_SHARE);
  const removed: RemovedText[] = [];
  const kept = pages.map((lines) => {
    const edges = new Set(edgeIndexes(lines));
    return lines.filter(({ text }, index) => {
      if (!edges.has(index)) return true;
      const reason = isPageNumber(text) ? 'page number' : repeats(text) ? 'running head or foot' : null;
      if (reason !== null) removed.push({ text, reason });
      return reason === null;
    });
  });
  return { pages: kept, removed };
};
