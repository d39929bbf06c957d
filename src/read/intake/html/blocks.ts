import { tidy } from '../format/tidy.ts';
import { type Block, endsSentence } from '../furniture/index.ts';
import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { landmarkOf } from './landmarks.ts';

export interface PageBlock extends Block {
  /** Name of the nearest block element: `p`, `li`, `h2` … */
  readonly tag: string;
  readonly heading: boolean;
  /** Named as what stands between headline and text: standfirst, summary. */
  readonly lead: boolean;
}

/** Where in the page the walk is. */
interface Place {
  readonly tag: string;
  readonly landmark: string | undefined;
  readonly lead: boolean;
  readonly inLink: boolean;
}

const SKIPPED = new Set(
  'script style noscript template iframe object embed svg math canvas audio video head title meta link input textarea map datalist'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul button select label option'.split(
    ' ',
  ),
);
const BLOCK_INSIDE_CELL = 'p, div, table, h1, h2, h3, h4, ul, ol, section, article';
const LONGEST_CELL = 300;

/** A row of data, as opposed to a table that lays out a page. */
const isDataRow = (row: PageElement): boolean =>
  row.querySelector(BLOCK_INSIDE_CELL) === null &&
  [...row.childNodes].every((cell) => (cell.textContent ?? '').trim().length <= LONGEST_CELL);

const SIDE_BY_SIDE = new Set(['a', 'span', 'button', 'time']);

const LEAD_NAME =
  /(?:^|[\s_-])(?:subtitle|sub-?head(?:line)?|standfirst|dek|lede|lead|summary|abstract|intro)(?:$|[\s_-])/i;

const WRAP_COLUMN = 50;

/** A long line that stops mid-sentence was broken to fit, as mail on old pages is; any other `<br>` parts two lines. */
const isWrappedLine = (text: string): boolean => {
  const line = text.slice(text.lastIndexOf('\n') + 1).trim();
  return line.length >= WRAP_COLUMN && !endsSentence(line);
};

/** The text of a page in blocks, in order, each with its share of links and what its mark-up says of its place. */
export const blocksOf = (root: PageElement): readonly PageBlock[] => {
  const blocks: PageBlock[] = [];
  let [text, linked] = ['', 0];

  const flush = ({ tag, landmark, lead }: Place): void => {
    // Only in <pre> does a blank line of the source part paragraphs.
    const parts = tag === 'pre' ? tidy(text).split(/\n\s*\n/) : [tidy(text)];
    for (const part of parts) {
      const tidied = part.replace(/\s+/g, ' ').trim();
      if (tidied === '') continue;
      const linkShare = Math.min(1, linked / tidied.length);
      const heading = /^h[1-6]$/.test(tag);
      blocks.push({ text: tidied, tag, heading, lead, linkShare, ...(landmark === undefined ? {} : { landmark }) });
    }
    [text, linked] = ['', 0];
  };

  const visit = (node: PageNode, place: Place): void => {
    if (isText(node)) {
      const content = node.textContent ?? '';
      text += content;
      if (place.inLink) linked += content.replace(/\s+/g, ' ').length;
      return;
    }
    if (!isElement(node) || SKIPPED.has(node.localName)) return;
    const name = node.localName;
    if (name === 'br') {
      if (isWrappedLine(text)) text += '\n';
      else flush(place);
      return;
    }
    const landmark = place.landmark ?? landmarkOf(node);
    const isBlock = BLOCKS.has(name) || landmark !== place.landmark;
    if (isBlock) flush(place);
    const here: Place = {
      tag: isBlock ? name : place.tag,
      landmark,
      lead: place.lead || LEAD_NAME.test(node.getAttribute('class') ?? ''),
      inLink: place.inLink || name === 'a',
    };
    if (name === 'tr' && isDataRow(node)) {
      const cells = [...node.childNodes].filter(isElement).map((cell) => (cell.textContent ?? '').trim());
      text = cells.filter((cell) => cell !== '').join(' | ');
    } else {
      let before: PageNode | undefined;
      for (const child of node.childNodes) {
        // Links and spans side by side are held apart by the style sheet; their texts would run together.
        if (before && isElement(before) && isElement(child) && SIDE_BY_SIDE.has(child.localName)) {
          if (before.localName === child.localName && /\w{2}$/.test(text)) text += ' ';
        }
        visit(child, here);
        before = child;
      }
    }
    if (isBlock) flush(here);
  };

  const start: Place = { tag: root.localName, landmark: undefined, lead: false, inLink: false };
  visit(root, start);
  flush(start);
  return blocks;
};
