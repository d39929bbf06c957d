import type { DocumentKind } from '../../../model/index.ts';
import type { Draft } from '../draft.ts';
import { kindOf } from '../format/front-matter.ts';
import { parseIsoDate } from '../format/iso-date.ts';
import { fold, isoDateIn, writersOf } from '../furniture/index.ts';
import type { Page, PageElement } from './dom.ts';
import { type ArticleData, articleData } from './json-ld.ts';

/** One thing that a page says of itself, and where it says it. */
type Candidate = readonly [from: string, value: string | null | undefined];

interface Settled {
  readonly value: string | null;
  readonly note: string | null;
}

const present = (value: string | null | undefined): string | null => {
  const tidy = value?.replace(/\s+/g, ' ').trim();
  return tidy ? tidy : null;
};

/** The first candidate that says anything; a note where another one says something else. */
const settle = (what: string, candidates: readonly Candidate[], same: (a: string, b: string) => boolean): Settled => {
  const said = candidates.flatMap(([from, value]) => {
    const text = present(value);
    return text === null ? [] : [{ from, text }];
  });
  const [first, ...others] = said;
  if (first === undefined) return { value: null, note: null };
  const rivals = others.filter(({ text }) => !same(first.text, text));
  const list = [first, ...rivals].map(({ from, text }) => `${text} (${from})`).join(', ');
  return {
    value: first.text,
    note: rivals.length === 0 ? null : `The page gives more than one ${what}: ${list}; the first is used.`,
  };
};

/** Meta tags by name or property, lower-case; the first of each wins. */
const metaTags = (page: Page): ReadonlyMap<string, string> => {
  const tags = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content');
    if (name !== null && content !== null && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content);
  }
  return tags;
};

const META_PUBLISHED = [
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'article.published',
  'originalpublicationdate',
];
const META_MODIFIED = ['datemodified', 'last-modified', 'lastmod', 'dcterms.modified', 'article.updated', 'revised'];
const META_AUTHOR = [
  'author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'twitter:creator:name',
];
const META_PUBLISHER = [
  'publisher',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_publisher',
  'copyright',
];

/** A date in one of the forms that pages use, as ISO 8601; null for what is none. */
export const pageDate = (value: string | null | undefined): string | null => {
  const text = present(value);
  if (text === null) return null;
  const iso =
    parseIsoDate(text) ?? parseIsoDate(text.replace(/(T\d{2}:\d{2}(?::\d{2})?).*?([+-]\d{2}:?\d{2}|Z)$/i, '$1$2'));
  if (iso !== null) return iso;
  // RFC 2822, as some meta tags have it. Its zone is explicit, so the machine's own zone cannot enter.
  if (/^(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC?|[+-]\d{4})$/.test(text)) {
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return new Date(time).toISOString().replace('.000Z', 'Z');
  }
  if (/^\d{8}$/.test(text)) return parseIsoDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return isoDateIn(text);
};

const timeElement = (page: Page, modified: boolean): string | null => {
  for (const element of page.querySelectorAll('time')) {
    const mark = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''} ${element.parentElement?.textContent?.slice(0, 40) ?? ''}`;
    if (/modif|updat/i.test(mark) !== modified || insideOther(element)) continue;
    const date = pageDate(element.getAttribute('datetime')) ?? pageDate(element.textContent);
    if (date !== null) return date;
  }
  return null;
};

/** In a list of other articles, or a comment. */
const insideOther = (element: PageElement): boolean => {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (['nav', 'aside', 'footer'].includes(at.localName)) return true;
    if (
      /related|recommend|comment|teaser|trending|popular/i.test(
        `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}`,
      )
    )
      return true;
  }
  return false;
};

const AUTHOR_ELEMENTS =
  '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline__name, .author-name, .byline, .author, .article-author';
const LONGEST_BYLINE = 100;

const authorElement = (page: Page): string | null => {
  for (const element of page.querySelectorAll(AUTHOR_ELEMENTS)) {
    const text = present(element.textContent);
    if (text === null || text.length > LONGEST_BYLINE || insideOther(element)) continue;
    return writersOf(text) ?? text.replace(/^by[:\s]+/i, '');
  }
  return null;
};

const notAddress = (value: string | null | undefined): string | null =>
  value === undefined || value === null || /^https?:|^@|^www\./i.test(value) ? null : value.replace(/^by\s+/i, '');

const pageTitle = (page: Page): string | null => {
  const heading = present(page.querySelector('article h1, main h1')?.textContent) ?? onlyHeading(page);
  const title = present(page.querySelector('title')?.textContent);
  if (title === null || heading === null) return heading ?? withoutSite(title);
  return heading;
};

const onlyHeading = (page: Page): string | null => {
  const headings = [...page.querySelectorAll('h1')];
  return headings.length === 1 ? present(headings[0]?.textContent) : null;
};

/** "Headline | Site" without the site. */
const withoutSite = (title: string | null): string | null => {
  if (title === null) return null;
  const cut = /^(.{15,}?)\s+[|»·–—-]\s+[^|»·–—]{2,40}$/.exec(title)?.[1];
  return cut ?? title;
};

const firstOf = (tags: ReadonlyMap<string, string>, names: readonly string[]): string | undefined => {
  const name = names.find((candidate) => tags.has(candidate));
  return name === undefined ? undefined : tags.get(name);
};

const sameDay = (a: string, b: string): boolean => a.slice(0, 10) === b.slice(0, 10);
const sameWords = (a: string, b: string): boolean => {
  const [x, y] = [fold(a), fold(b)];
  return x.includes(y) || y.includes(x);
};

const SECTIONS: readonly (readonly [word: RegExp, kind: DocumentKind])[] = [
  [/\b(?:opinions?|op-?ed|editorials?|commentary|comment|columns?|viewpoint|voices|perspectives?)\b/i, 'opinion'],
  [/\b(?:analysis|explainers?|in-depth)\b/i, 'analysis'],
  [/\b(?:press-?releases?|statements?|speeches|readouts?)\b/i, 'statement'],
  [/\binterviews?\b/i, 'interview'],
  [/\bcorrections?\b/i, 'correction'],
];

const kindFrom = (data: ArticleData, tags: ReadonlyMap<string, string>, url: string | null): DocumentKind | null => {
  if (data.kind !== null) return data.kind;
  const section = data.section ?? tags.get('article:section') ?? tags.get('section') ?? '';
  const path = url !== null && URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1).join(' ') : '';
  const named = kindOf(section);
  if (named !== null) return named;
  return SECTIONS.find(([word]) => word.test(section) || word.test(path))?.[1] ?? null;
};

/** Who, where, when, and what kind: JSON-LD first, then OpenGraph, meta tags and the page's own elements. */
export const metadataOf = (page: Page, address: string | null): Omit<Draft, 'text'> => {
  const data = articleData(page);
  const tags = metaTags(page);
  const title = settle(
    'title',
    [
      ['JSON-LD', data.headline],
      ['OpenGraph', tags.get('og:title')],
      ['page', pageTitle(page)],
    ],
    sameWords,
  );
  const published = settle(
    'date of publication',
    [
      ['JSON-LD', pageDate(data.published)],
      ['OpenGraph', pageDate(tags.get('article:published_time') ?? tags.get('og:published_time'))],
      ['meta', pageDate(firstOf(tags, META_PUBLISHED))],
      ['time', timeElement(page, false)],
    ],
    sameDay,
  );
  const modified = settle(
    'date of change',
    [
      ['JSON-LD', pageDate(data.modified)],
      ['OpenGraph', pageDate(tags.get('article:modified_time') ?? tags.get('og:updated_time'))],
      ['meta', pageDate(firstOf(tags, META_MODIFIED))],
      ['time', timeElement(page, true)],
    ],
    sameDay,
  );
  const byline = settle(
    'byline',
    [
      ['JSON-LD', data.author],
      ['OpenGraph', notAddress(tags.get('article:author') ?? tags.get('og:article:author'))],
      ['meta', notAddress(firstOf(tags, META_AUTHOR))],
      ['page', authorElement(page)],
    ],
    sameWords,
  );
  const publisher = settle(
    'publisher',
    [
      ['JSON-LD', data.publisher],
      ['OpenGraph', tags.get('og:site_name')],
      ['meta', notAddress(firstOf(tags, META_PUBLISHER))],
    ],
    () => true,
  );
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? tags.get('og:url') ?? null;
  const url = canonical !== null && /^https?:/i.test(canonical) ? canonical : address;
  const notes = [title, published, modified, byline].flatMap(({ note }) => (note === null ? [] : [note]));
  if (data.behindPaywall) notes.push('The page marks the article as not free to read: the text may be cut.');
  return {
    title: title.value,
    byline: byline.value,
    publisher: publisher.value,
    published: published.value,
    modified: modified.value,
    url,
    kind: kindFrom(data, tags, url),
    notes,
  };
};
