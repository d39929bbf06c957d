import type { Nodes, Parents } from 'mdast';
import {
  type Prose,
  type ProseBlock,
  type ProseBlockKind,
  type ProseComment,
  type Span,
  WatchfloorError,
} from '../../model/index.ts';
import { blankedExcept, blockOf, unwrapped } from './blanked.ts';
import { frontMatterSpans } from './front-matter-spans.ts';
import { quotationsIn } from './quotations.ts';

interface Found {
  /** Stretches of running text, and the blocks that they make up. */
  readonly kept: Span[];
  readonly blocks: { readonly kind: ProseBlockKind; readonly span: Span }[];
  readonly quoted: Span[];
  readonly references: Span[];
  readonly comments: ProseComment[];
}

const spanOf = (node: Nodes, offset: number): Span => ({
  start: offset + (node.position?.start.offset ?? 0),
  end: offset + (node.position?.end.offset ?? 0),
});

const COMMENT = /^\s*<!--([\s\S]*?)-->\s*$/;
/** A row of a table, which is no running text. */
const TABLE_ROW = /^[ \t]*\|/;

const walkInline = (node: Nodes, offset: number, found: Found): void => {
  switch (node.type) {
    case 'text':
      found.kept.push(spanOf(node, offset));
      return;
    case 'link':
    case 'linkReference':
    case 'footnoteReference':
      found.references.push(spanOf(node, offset));
      break;
    case 'html':
      comment(node.value, spanOf(node, offset), found);
      return;
    default:
  }
  if ('children' in node) for (const child of node.children) walkInline(child, offset, found);
};

const comment = (value: string, span: Span, found: Found): void => {
  const inner = COMMENT.exec(value)?.[1];
  if (inner !== undefined) found.comments.push({ span, text: inner.trim() });
};

const walkBlocks = (parent: Parents, source: string, offset: number, inList: boolean, found: Found): void => {
  for (const node of parent.children) {
    const span = spanOf(node, offset);
    switch (node.type) {
      case 'heading':
      case 'paragraph': {
        if (TABLE_ROW.test(source.slice(span.start, span.end))) break;
        const kind =
          node.type === 'paragraph' ? (inList ? 'item' : 'paragraph') : node.depth === 1 ? 'title' : 'heading';
        found.blocks.push({ kind, span });
        for (const child of node.children) walkInline(child, offset, found);
        break;
      }
      case 'blockquote':
        found.quoted.push(span);
        break;
      case 'html':
        comment(node.value, span, found);
        break;
      default:
        if ('children' in node) walkBlocks(node, source, offset, inList || node.type === 'listItem', found);
    }
  }
};

/** A line that opens as many lists and quotations: reading it takes time that grows with the square of the depth. */
const DEEP = /^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){60}/m;
const FOOTNOTE = /\[\^[^\]\s]+\]/g;

/**
 * The running text of a Markdown file (CommonMark) in its own offsets: headings, paragraphs and list items; no code,
 * tables, raw HTML or block quotations.
 *
 * @throws WatchfloorError `intake.bad-front-matter`, `intake.bad-date`, `intake.too-deep`
 */
export const markdownProse = async (source: string, label: string): Promise<Prose> => {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  const { body, title, published } = await frontMatterSpans(source, label);
  const found: Found = { kept: title ? [title] : [], blocks: [], quoted: [], references: [], comments: [] };
  if (title) found.blocks.push({ kind: 'title', span: title });
  if (DEEP.test(source))
    throw new WatchfloorError(
      'intake.too-deep',
      'The lists and quotations of this Markdown nest deeper than any text needs; save it as plain text and give that.',
      { file: label },
    );
  walkBlocks(fromMarkdown(source.slice(body)), source, body, false, found);
  const spans = found.blocks.map(({ span }) => span);
  const text = unwrapped(blankedExcept(source, found.kept), spans).replace(FOOTNOTE, (mark) => ' '.repeat(mark.length));
  const blocks = found.blocks.flatMap(({ kind, span }): readonly ProseBlock[] => {
    const block = blockOf(text, kind, span);
    return block ? [block] : [];
  });
  const footnotes = [...source.matchAll(FOOTNOTE)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return {
    text,
    blocks,
    quotations: [...found.quoted, ...blocks.flatMap(({ span }) => quotationsIn(text, span))].sort(
      (a, b) => a.start - b.start,
    ),
    references: [...found.references, ...footnotes],
    comments: found.comments,
    published,
  };
};
