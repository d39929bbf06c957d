import { isProse } from '../furniture/index.ts';
import type { PageElement } from './dom.ts';

const BY_NAME: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer of the page',
  aside: 'beside the article',
  form: 'form',
  button: 'button',
  select: 'form',
  label: 'form',
  dialog: 'dialog',
  figcaption: 'caption',
  menu: 'navigation',
};

const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'header of the page',
  complementary: 'beside the article',
  contentinfo: 'footer of the page',
  search: 'form',
  form: 'form',
  dialog: 'dialog',
  alertdialog: 'dialog',
  toolbar: 'share bar',
  menu: 'navigation',
};

const HINTS: readonly (readonly [words: RegExp, reason: string])[] = [
  [/^(?:share|sharing|social|socials|sharebar|addthis|sharetools)$/, 'share bar'],
  [
    /^(?:related|recommended|recommendations|recirc|recirculation|trending|popular|mostread|most|readnext|taboola|outbrain|teaser|teasers|promo|promos|upnext)$/,
    'links to other articles',
  ],
  [
    /^(?:newsletter|newsletters|subscribe|subscription|signup|paywall|donate|donation|membership|registration|regwall)$/,
    'call to action',
  ],
  [/^(?:ad|ads|advert|adverts|advertisement|advertising|sponsored|sponsor|dfp|adslot)$/, 'advertisement'],
  [/^(?:cookie|cookies|consent|gdpr|onetrust|cmp|privacy)$/, 'cookie, consent or terms text'],
  [/^(?:comments|disqus|commenting|respond)$/, 'comments of readers'],
  [/^(?:breadcrumb|breadcrumbs|pagination|pager|nav|navbar|navigation|menu|skip|toc)$/, 'navigation'],
  [/^(?:caption|captions|credit|credits|imagecaption|figcaption)$/, 'caption'],
  [/^(?:tags|taglist|keywords)$/, 'list of topics'],
  [/^(?:player|audioplayer|videoplayer)$/, 'player'],
  [/^(?:modal|popup|overlay|lightbox|toast|dialog)$/, 'dialog'],
  [/^(?:sidebar|rail|widget|widgets)$/, 'beside the article'],
  [/^(?:byline|bylines|dateline|timestamp|pubdate|readingtime)$/, 'byline or date line'],
];

/** Class words that make a hint say something else: "no-ads", "has-sidebar", "most-important". */
const NEGATED =
  /(?:^|[\s_-])(?:no|has|with|without|is|hide|show)[-_]?(?:ads?|sidebar|menu|nav|comments|related|share)\b/i;

const wordsOfNames = (element: PageElement): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('data-component') ?? ''}`
    .replace(NEGATED, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

const MAX_HINTED_PARAGRAPHS = 3;
const HINTED_CHARACTERS = 1_500;

/** A name says little of an element that holds several paragraphs of prose: it is likelier a wrapper of the article. */
const holdsArticle = (element: PageElement): boolean => {
  let count = 0;
  for (const paragraph of element.querySelectorAll('p')) {
    if (isProse((paragraph.textContent ?? '').trim()) && ++count >= MAX_HINTED_PARAGRAPHS) return true;
  }
  return count === 0 && unlinkedCharacters(element) >= HINTED_CHARACTERS;
};

/** For pages that set their paragraphs in elements without a meaning. */
const unlinkedCharacters = (element: PageElement): number => {
  const characters = (node: PageElement): number => (node.textContent ?? '').replace(/\s+/g, ' ').length;
  let linked = 0;
  for (const link of element.querySelectorAll('a, script, style')) linked += characters(link);
  return characters(element) - linked;
};

const WRAPPERS = new Set(['html', 'body', 'main', 'article']);
const TEXT_ELEMENTS = new Set(['h1', 'h2', 'em', 'strong', 'b', 'i', 'blockquote']);

const isHidden = (element: PageElement): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');

/** Why the text in an element is by its mark-up no part of the article; undefined where nothing says so. */
export const landmarkOf = (element: PageElement): string | undefined => {
  const name = element.localName;
  if (WRAPPERS.has(name)) return undefined;
  if (isHidden(element)) return holdsArticle(element) ? undefined : 'hidden on the page';
  const plain = BY_NAME[name] ?? BY_ROLE[element.getAttribute('role') ?? ''];
  // ASP.NET and some others wrap the whole page in one form; some sites set the article in an aside.
  if (plain !== undefined) return holdsArticle(element) && name !== 'nav' && name !== 'footer' ? undefined : plain;
  if (name === 'header' && !insideArticle(element)) return holdsArticle(element) ? undefined : 'header of the page';
  if (TEXT_ELEMENTS.has(name)) return undefined;
  const words = wordsOfNames(element);
  const hint = HINTS.find(([pattern]) => words.some((word) => pattern.test(word)));
  return hint !== undefined && !holdsArticle(element) ? hint[1] : undefined;
};

const insideArticle = (element: PageElement): boolean => {
  for (let at = element.parentElement; at !== null; at = at.parentElement)
    if (at.localName === 'article' || at.localName === 'main') return true;
  return false;
};
