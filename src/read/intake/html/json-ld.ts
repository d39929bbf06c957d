import type { DocumentKind } from '../../../model/index.ts';
import type { Page } from './dom.ts';

/** What schema.org data in a page says of its article. */
export interface ArticleData {
  readonly headline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly kind: DocumentKind | null;
  readonly behindPaywall: boolean;
}

type Node = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|PressRelease)$/;
const MAX_DEPTH = 6;
const MAX_NODES = 500;

const KINDS: Readonly<Record<string, DocumentKind>> = {
  OpinionNewsArticle: 'opinion',
  AnalysisNewsArticle: 'analysis',
  BackgroundNewsArticle: 'analysis',
  ReportageNewsArticle: 'report',
  Report: 'report',
  PressRelease: 'statement',
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const typesOf = (node: Node): readonly string[] =>
  listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#]/, ''));

/** Every object in the data, the outer ones first. */
const nodesOf = (data: unknown, depth = 0, found: Node[] = []): readonly Node[] => {
  if (depth > MAX_DEPTH || found.length > MAX_NODES) return found;
  if (Array.isArray(data)) for (const item of data) nodesOf(item, depth + 1, found);
  else if (isNode(data)) {
    found.push(data);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart'])
      nodesOf(data[key], depth + 1, found);
  }
  return found;
};

const parseLoosely = (source: string): unknown => {
  const json = source.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
    '',
  );
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    // Broken structured data is common and no reason to refuse a page: the other sources of metadata remain.
    return undefined;
  }
};

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (isNode(value)) return textOf(value['name'] ?? value['@value']);
  return null;
};

const namesOf = (value: unknown, byId: ReadonlyMap<string, Node>): string | null => {
  const names = listOf(value)
    .map((item) =>
      isNode(item) && item['name'] === undefined && typeof item['@id'] === 'string'
        ? (byId.get(item['@id']) ?? item)
        : item,
    )
    .map(textOf)
    .filter((name) => name !== null && name.trim() !== '' && !/^https?:/i.test(name));
  return names.length === 0 ? null : [...new Set(names)].join(', ');
};

/** The data of the page's article; all null where the page has none. */
export const articleData = (page: Page): ArticleData => {
  const sources = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const nodes = sources.flatMap((script) => nodesOf(parseLoosely(script.textContent ?? '')));
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' && node['name'] ? [[node['@id'], node] as const] : [])),
  );
  const article = nodes.find((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type))) ?? {};
  const kind = typesOf(article)
    .map((type) => KINDS[type])
    .find((found) => found !== undefined);
  const free = article['isAccessibleForFree'];
  return {
    headline: textOf(article['headline']) ?? textOf(article['name']),
    published: textOf(article['datePublished']),
    modified: textOf(article['dateModified']),
    author: namesOf(article['author'] ?? article['creator'], byId),
    publisher: namesOf(article['publisher'], byId),
    section: textOf(listOf(article['articleSection'])[0]),
    kind: kind ?? null,
    behindPaywall: free === false || (typeof free === 'string' && free.toLowerCase() === 'false'),
  };
};
