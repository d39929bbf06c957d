import { tidy } from '../format/tidy.ts';
import { type Block, endsSentence } from '../furniture/index.ts';
import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { landmarkOf } from './landmarks.ts';

export interface PageBlock extends Block {
  /** Name of the nearest block element: `p`, `li`, `h2` … */
  readonly tag: string;
  readonly heading: boolean;
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

/** The text of a page in blocks, in order, each with its share of links and what its mark-up says of its place. */
export const blocksOf = (root: PageElement): readonly PageBlock[] => {
  const blocks: PageBlock[] = [];
  let [text, linked] = ['', 0];

  const flush = (tag: string, landmark: string | undefined): void => {
    const tidied = tidy(text).replace(/\s+/g, ' ').trim();
    if (tidied !== '') {
      const linkShare = Math.min(1, linked / tidied.length);
      const heading = /^h[1-6]$/.test(tag);
      blocks.push({ text: tidied, tag, heading, linkShare, ...(landmark === undefined ? {} : { landmark }) });
    }
    [text, linked] = ['', 0];
  };

  const visit = (node: PageNode, tag: string, landmark: string | undefined, inLink: boolean): void => {
    if (isText(node)) {
      const content = node.textContent ?? '';
      text += content;
      if (inLink) linked += content.replace(/\s+/g, ' ').length;
      return;
    }
    if (!isElement(node) || SKIPPED.has(node.localName)) return;
    const name = node.localName;
    if (name === 'br') {
      if (endsSentence(text) || /\n\s*$/.test(text)) flush(tag, landmark);
      else text += '\n';
      return;
    }
    const here = landmark ?? landmarkOf(node);
    const isRow = name === 'tr' && node.querySelector(BLOCK_INSIDE_CELL) === null;
    const isBlock = BLOCKS.has(name) || here !== landmark;
    if (isBlock) flush(tag, landmark);
    if (isRow) {
      const cells = [...node.childNodes].filter(isElement).map((cell) => (cell.textContent ?? '').trim());
      text = cells.filter((cell) => cell !== '').join(' | ');
      flush('tr', here);
      return;
    }
    for (const child of node.childNodes) visit(child, isBlock ? name : tag, here, inLink || name === 'a');
    if (isBlock) flush(name, here);
  };

  visit(root, root.localName, undefined, false);
  flush(root.localName, undefined);
  return blocks;
};
