import type { Token, Tokens } from 'marked';
import type { Draft } from '../draft.ts';
import type { Block } from '../furniture/index.ts';
import { splitFrontMatter } from './front-matter.ts';
import { articleOf, mergeArticle } from './plain-text.ts';
import { tidy } from './tidy.ts';

interface Inline {
  readonly text: string;
  readonly linked: number;
}

const joinInline = (parts: readonly Inline[]): Inline => ({
  text: parts.map(({ text }) => text).join(''),
  linked: parts.reduce((sum, { linked }) => sum + linked, 0),
});

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const unescapeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const inlineOf = (token: Token): Inline => {
  switch (token.type) {
    case 'image':
    case 'html':
      return { text: '', linked: 0 };
    case 'br':
      return { text: '\n', linked: 0 };
    case 'link': {
      const { text } = inlinesOf((token as Tokens.Link).tokens);
      return { text, linked: text.length };
    }
    default: {
      const { tokens, text = '' } = token as Tokens.Generic;
      return tokens ? inlinesOf(tokens) : { text: unescapeEntities(String(text)), linked: 0 };
    }
  }
};

const inlinesOf = (tokens: readonly Token[] = []): Inline => joinInline(tokens.map(inlineOf));

interface MarkdownBlock extends Block {
  readonly gap: boolean;
}

const block = ({ text, linked }: Inline, more: Partial<MarkdownBlock> = {}): readonly MarkdownBlock[] => {
  const tidied = text.replace(/[ \t]*\n[ \t]*/g, ' ').trim();
  return tidied === '' ? [] : [{ text: tidied, linkShare: linked / tidied.length, gap: true, ...more }];
};

const listBlocks = (list: Tokens.List): readonly MarkdownBlock[] =>
  list.items.flatMap((item, index) =>
    blocksOf(item.tokens).map((one, place) => ({ ...one, gap: index + place === 0 })),
  );

const tableBlocks = (table: Tokens.Table): readonly MarkdownBlock[] =>
  [table.header, ...table.rows].flatMap((row, index) =>
    block({ text: row.map((cell) => inlinesOf(cell.tokens).text.trim()).join(' | '), linked: 0 }, { gap: index === 0 }),
  );

const blocksOf = (tokens: readonly Token[]): readonly MarkdownBlock[] =>
  tokens.flatMap((token): readonly MarkdownBlock[] => {
    switch (token.type) {
      case 'heading':
        return block(inlinesOf(token.tokens), { heading: true });
      case 'paragraph':
      case 'text':
        return block(token.tokens ? inlinesOf(token.tokens) : inlineOf(token));
      case 'blockquote':
        return blocksOf(token.tokens ?? []);
      case 'list':
        return listBlocks(token as Tokens.List);
      case 'table':
        return tableBlocks(token as Tokens.Table);
      case 'code':
        return block({ text: String(token['text']), linked: 0 });
      default:
        return [];
    }
  });

/** Markdown: front matter, then the words without their marks; raw HTML in it is dropped. */
export const parseMarkdown = async (source: string, label: string): Promise<Draft> => {
  const { metadata, body } = await splitFrontMatter(source, label);
  const { lexer } = await import('marked');
  const tokens = lexer(tidy(body));
  const first = tokens.find((token) => token.type !== 'space');
  const heading = first?.type === 'heading' && first['depth'] === 1 ? inlinesOf(first.tokens).text.trim() : null;
  const article = articleOf(blocksOf(tokens), metadata.title ?? heading);
  return mergeArticle({ ...metadata, title: metadata.title ?? heading }, article);
};
