import { Readability } from '@mozilla/readability';
import { parseHTML as buildPage } from 'linkedom';
import type { RemovedText } from '../../../model/index.ts';
import type { Draft } from '../draft.ts';
import { endsSentence, findFurniture, fold, isProse } from '../furniture/index.ts';
import { blocksOf, type PageBlock } from './blocks.ts';
import type { Page, PageElement } from './dom.ts';
import { guardShape } from './guard.ts';
import { metadataOf } from './metadata.ts';

const MIN_ARTICLE_CHARACTERS = 140;

const pageOf = (html: string): Page => {
  // linkedom takes the first element for the root: a fragment needs a frame.
  const framed = /<(?:html|body)\b/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return buildPage(framed).document as unknown as Page;
};

/** What Readability takes for the article, in blocks; none where it finds no article. It rearranges the page. */
const readabilityBlocks = (page: Page): readonly PageBlock[] => {
  const reader = new Readability<PageElement>(page as never, {
    charThreshold: MIN_ARTICLE_CHARACTERS,
    disableJSONLD: true,
    serializer: (node: unknown) => node as PageElement,
  });
  const content = reader.parse()?.content;
  return content ? blocksOf(content) : [];
};

const squeeze = (text: string): string => text.replace(/\s+/g, '');
/** A block this long is recognised inside a longer one. */
const TELLING_CHARACTERS = 40;

/** Which of a page's blocks Readability kept. Texts are compared, as it builds elements of its own. */
const keptByReadability = (blocks: readonly PageBlock[], kept: readonly PageBlock[]): readonly boolean[] => {
  const texts = new Set(kept.map(({ text }) => squeeze(text)));
  const whole = squeeze(kept.map(({ text }) => text).join(''));
  const long = [...texts].filter((text) => text.length >= TELLING_CHARACTERS);
  return blocks.map(({ text }) => {
    const squeezed = squeeze(text);
    if (texts.has(squeezed)) return true;
    if (squeezed.length < TELLING_CHARACTERS) return false;
    return whole.includes(squeezed) || long.some((part) => squeezed.includes(part));
  });
};

const MAX_LINK_SHARE = 0.4;
const ARTICLE_TAGS = new Set(['p', 'blockquote', 'li', 'pre', 'tr', 'dd', 'dt', 'h2', 'h3', 'h4']);

/** Readability drops paragraphs now and then; between the first and the last it kept, plain text is the article's. */
const belongs = (block: PageBlock): boolean =>
  (block.linkShare ?? 0) <= MAX_LINK_SHARE && (isProse(block.text) || ARTICLE_TAGS.has(block.tag));

/** Between the headline and what Readability kept: a standfirst, a summary in points. */
const isIntroduction = (block: PageBlock, next: PageBlock | undefined): boolean =>
  belongs(block) &&
  (block.lead || endsSentence(block.text) || (block.heading && next !== undefined && isIntroduction(next, undefined)));

/** What mark-up calls a banner or a promotion is none when it holds so much of what Readability found. */
const MAX_LANDMARK_SHARE = 0.2;

/** Drops the reasons that the mark-up gives where they would cost the article itself. */
const withoutFalseLandmarks = (blocks: readonly PageBlock[], kept: readonly boolean[]): readonly PageBlock[] => {
  const characters = new Map<string | undefined, number>();
  let all = 0;
  for (const [index, { text, landmark }] of blocks.entries()) {
    if (!kept[index]) continue;
    all += text.length;
    characters.set(landmark, (characters.get(landmark) ?? 0) + text.length);
  }
  const [from, to] = [kept.indexOf(true), kept.lastIndexOf(true)];
  return blocks.map((block, index) => {
    const { landmark, ...plain } = block;
    const isFalse = landmark !== undefined && (characters.get(landmark) ?? 0) > all * MAX_LANDMARK_SHARE;
    return isFalse && index >= from && index <= to ? plain : block;
  });
};

/** Which blocks may be the article's: what Readability kept, what it dropped between, and what introduces it. */
const candidates = (
  blocks: readonly PageBlock[],
  kept: readonly boolean[],
  title: string | null,
): readonly boolean[] => {
  const [from, to] = [kept.indexOf(true), kept.lastIndexOf(true)];
  const titleAt = blocks.findIndex(({ text, heading }) => heading && fold(text) === title);
  return blocks.map(
    (block, index) =>
      from === -1 ||
      kept[index] === true ||
      (index > from && index < to && belongs(block)) ||
      (titleAt !== -1 && index > titleAt && index < from && isIntroduction(block, blocks[index + 1])),
  );
};

/** A page as a draft: metadata, the article's text, and what was set aside. Pure; runs in a worker that can be killed. */
export const parseHtml = (html: string, label: string, address: string | null): Draft => {
  guardShape(html, label);
  const page = pageOf(html);
  const metadata = metadataOf(page, address);
  const found = blocksOf(page.body);
  const kept = keptByReadability(found, readabilityBlocks(page));
  const blocks = withoutFalseLandmarks(found, kept);
  const title = metadata.title ? fold(metadata.title) : null;
  const inside = candidates(blocks, kept, title);
  // Position and repetition are those within the article; the rest of the page is only named.
  const within = findFurniture(blocks.filter((_, index) => inside[index])).values();
  const overall = findFurniture(blocks);
  const article: PageBlock[] = [];
  const removed: RemovedText[] = [];
  for (const [index, block] of blocks.entries()) {
    const reason = inside[index] ? (within.next().value ?? null) : (overall[index] ?? 'outside the article');
    if (fold(block.text) === title && (block.heading || article.length === 0)) continue;
    if (reason === null) article.push(block);
    else removed.push({ text: block.text, reason });
  }
  const text = article.map(joined).join('').trim();
  return { ...metadata, text, removed };
};

const SAME_LIST = new Set(['li', 'tr', 'dt', 'dd']);

/** Paragraphs apart by a blank line, the items of a list by a line end. */
const joined = (block: PageBlock, index: number, all: readonly PageBlock[]): string => {
  const before = all[index - 1];
  if (before === undefined) return block.text;
  return `${SAME_LIST.has(block.tag) && before.tag === block.tag ? '\n' : '\n\n'}${block.text}`;
};
