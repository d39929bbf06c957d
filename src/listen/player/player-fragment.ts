import { readFileSync } from 'node:fs';
import { builtModule, escapeHtml, stableId } from '../../model/index.ts';
import type { Chapter } from '../caption/chapters.ts';
import type { Cue } from '../narrate/record.ts';
import { scriptJson } from './html.ts';

export interface PlayerContent {
  readonly title: string;
  readonly author: string | null;
  readonly cues: readonly Cue[];
  readonly chapters: readonly Chapter[];
  /** Address of the MP3: a path beside the page, or a `data:` address with the sound itself. */
  readonly audio: string;
}

/** The parts of a player, to be put into a page in the house style: the markup where the bar shall stand, the others once. */
export interface PlayerFragment {
  readonly html: string;
  readonly css: string;
  readonly script: string;
}

const asset = (name: string): string =>
  readFileSync(new URL(name, builtModule('./player-fragment', import.meta.url)), 'utf8');

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

const chapterItem = ({ title, start }: Chapter): string =>
  `<li><button type="button">${escapeHtml(title)}<span>${clock(start)}</span></button></li>`;

/**
 * A player for a page that shows the spoken text itself: sentences are found by their words inside `within`, or else
 * by where they are shown, and become clickable; those already marked with `data-cue` (their number) are taken as they are.
 *
 * @param within CSS selector of the element that holds the text
 * @param skip CSS selectors of what in there is not spoken: notes, navigation, reference marks
 */
export const playerFragment = (
  content: PlayerContent,
  within: string,
  skip: readonly string[] = [],
): PlayerFragment => {
  const { title, author, cues, chapters, audio } = content;
  const data = {
    id: stableId('listen', title, ...cues.map(({ text, start }) => `${start}${text}`)),
    title,
    author,
    within,
    skip,
    cues: cues.map(({ start, end, text, shownAt }) => ({
      start: milliseconds(start),
      end: milliseconds(end),
      text,
      ...(shownAt === undefined ? {} : { at: shownAt }),
    })),
    chapters: chapters.map((chapter) => ({
      title: chapter.title,
      start: milliseconds(chapter.start),
      end: milliseconds(chapter.end),
    })),
  };
  const html = `<section class="listen-player" aria-label="Listen to this text">
<audio controls preload="metadata" src="${escapeHtml(audio)}"></audio>
<div class="listen-bar" role="group" aria-label="Player" hidden>
<button type="button" class="listen-play" aria-label="Play">Play</button>
<button type="button" class="listen-back" aria-label="−15 s, back 15 seconds">−15 s</button>
<button type="button" class="listen-forward" aria-label="+15 s, forward 15 seconds">+15 s</button>
<input type="range" class="listen-seek" min="0" max="1" step="1" value="0" aria-label="Position">
<span class="listen-time" aria-hidden="true">0:00</span>
<label><span class="listen-quiet">Speed</span><select class="listen-speed">${SPEEDS.map(
    (speed) => `<option value="${speed}">${speed} ×</option>`,
  ).join('')}</select></label>
<details class="listen-chapters"${chapters.length > 1 ? '' : ' hidden'}><summary>Chapters</summary><ol>${chapters
    .map(chapterItem)
    .join('')}</ol></details>
<button type="button" class="listen-follow" hidden>Follow the voice</button>
<p class="listen-keys" hidden>Space plays and pauses · ← → jump 15 s · j k next and previous sentence · n p next and previous chapter · &lt; &gt; slower and faster · c chapters · f follow · ? this line</p>
<span class="listen-status listen-quiet" role="status"></span>
</div>
<script type="application/json" class="listen-data">${scriptJson(data)}</script>
</section>`;
  return { html, css: asset('./player.css'), script: asset('./player.js') };
};
