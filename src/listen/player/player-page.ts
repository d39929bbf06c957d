import { escapeHtml } from '../../model/index.ts';
import { houseStyle } from '../../style/index.ts';
import type { Cue } from '../narrate/record.ts';
import type { SpokenText } from '../spoken-text.ts';
import { type PlayerContent, playerFragment } from './player-fragment.ts';

const marked = (cue: Cue, index: number): string => `<span data-cue="${index}">${escapeHtml(cue.text.trim())}</span>`;

/** The spoken lines as a text to follow: title, headings, paragraphs, each line bearing the number of its cue. */
const textMarkup = (cues: readonly Cue[]): string => {
  const blocks: string[] = [];
  let open: Cue | undefined;
  cues.forEach((cue, index) => {
    const continues = open?.kind === 'sentence' && cue.kind === 'sentence' && open.paragraph === cue.paragraph;
    if (open?.kind === 'sentence' && !continues) blocks.push('</p>');
    switch (cue.kind) {
      case 'title':
        blocks.push(
          index === 0 ? `<h1>${marked(cue, index)}</h1>` : `<p class="listen-source">${marked(cue, index)}</p>`,
        );
        break;
      case 'heading':
        blocks.push(`<h2>${marked(cue, index)}</h2>`);
        break;
      case 'sentence':
        blocks.push(continues ? ' ' : '<p>', marked(cue, index));
        break;
    }
    open = cue;
  });
  if (open?.kind === 'sentence') blocks.push('</p>');
  return blocks.join('');
};

const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url);

const sourceLine = ({ publisher, published, url }: SpokenText): string => {
  const parts = [publisher, published?.slice(0, 10)]
    .filter((part) => part !== null && part !== undefined)
    .map(escapeHtml);
  if (url && isWebAddress(url)) parts.push(`<a href="${escapeHtml(url)}" rel="noopener">original</a>`);
  return parts.length > 0 ? `<p class="listen-source">${parts.join(' · ')}</p>` : '';
};

/** One page that plays from a file: no other file but, where it is linked and not inside, the sound. */
export const playerPage = (text: SpokenText, content: PlayerContent): string => {
  const { html, css, script } = playerFragment(content, '.listen-text');
  return `<!doctype html>
<html lang="${escapeHtml(text.language === 'und' ? 'en' : text.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(text.title)} · listen</title>
<style>${houseStyle()}${css}</style>
</head>
<body class="listen-page">
${html}
<main class="listen-text">${content.cues[0]?.kind === 'title' ? '' : `<h1>${escapeHtml(text.title)}</h1>`}${textMarkup(content.cues)}${sourceLine(text)}</main>
<script>${script}</script>
</body>
</html>
`;
};
