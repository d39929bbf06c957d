import type { Span } from '../../model/index.ts';
import { normalise } from '../normalise/normalise.ts';
import type { Skipped } from '../normalise/rule.ts';
import type { Lexicon } from '../pronounce/lexicon.ts';
import { pronounce } from '../pronounce/pronounce.ts';
import type { SpokenSentence, SpokenText } from '../spoken-text.ts';
import type { Utterance } from '../voice/voice.ts';
import { breaths } from './breath.ts';
import { quotedRuns } from './quoted-runs.ts';

export type LineKind = 'title' | 'heading' | 'sentence';

export interface PlannedUtterance {
  readonly utterance: Utterance;
  readonly quoted: boolean;
}

/** What one cue stands for: a sentence or heading, in as many breaths as it takes. */
export interface Line {
  readonly kind: LineKind;
  /** As written. */
  readonly text: string;
  readonly span: Span | null;
  /** Of the spoken sentence: the part of a page that shows it. */
  readonly shownAt?: string;
  /** Counted from 0 over the whole text. */
  readonly section: number;
  readonly paragraph: number;
  readonly utterances: readonly PlannedUtterance[];
  /** Seconds of silence after it, at the voice's own pace. */
  readonly pause: number;
}

export interface Plan {
  readonly lines: readonly Line[];
  /** What was left unsaid, in text order. */
  readonly skipped: readonly Skipped[];
  readonly words: number;
}

export interface PlanOptions {
  readonly lexicon: Lexicon;
  readonly sayQuotes: boolean;
  /** Whether quotations are spoken by a voice of their own. */
  readonly splitQuotes: boolean;
}

/** Seconds. A reader pauses about so long after each; the first sound of the next line is not counted in. */
const PAUSE = { sentence: 0.38, paragraph: 0.75, heading: 0.65, section: 1.2, title: 0.9 } as const;

interface PlainLine extends SpokenSentence {
  readonly kind: LineKind;
  readonly section: number;
  readonly paragraph: number;
  readonly pause: number;
}

const plainLines = ({ title, author, sections }: SpokenText): PlainLine[] => {
  const opening: PlainLine[] = [];
  if (title.trim()) {
    const byline = author ? [{ text: `By ${author}.`, pause: PAUSE.title }] : [];
    const spoken = [{ text: title, pause: author ? PAUSE.sentence : PAUSE.title }, ...byline];
    opening.push(
      ...spoken.map(
        ({ text, pause }): PlainLine => ({ kind: 'title', text, span: null, section: 0, paragraph: 0, pause }),
      ),
    );
  }
  let paragraphs = 0;
  const body = sections.flatMap((section, index) => {
    const lines: PlainLine[] = [];
    if (section.title)
      lines.push({
        kind: 'heading',
        text: section.title,
        span: null,
        section: index,
        paragraph: paragraphs++,
        pause: PAUSE.heading,
      });
    section.paragraphs.forEach((paragraph, at) => {
      const lastParagraph = at === section.paragraphs.length - 1;
      paragraph.forEach((sentence, position) => {
        const lastSentence = position === paragraph.length - 1;
        const pause = !lastSentence ? PAUSE.sentence : lastParagraph ? PAUSE.section : PAUSE.paragraph;
        lines.push({ ...sentence, kind: 'sentence', section: index, paragraph: paragraphs, pause });
      });
      paragraphs++;
    });
    return lines;
  });
  return [...opening, ...body];
};

/** Everything that will be said, before anything is: normalised, pronounced, in breaths. Lines without a word are left out. */
export const planNarration = (text: SpokenText, { lexicon, sayQuotes, splitQuotes }: PlanOptions): Plan => {
  const skipped: Skipped[] = [];
  const lines: Line[] = [];
  let words = 0;
  for (const line of plainLines(text)) {
    const runs = splitQuotes ? quotedRuns(line.text) : [{ text: line.text, quoted: false }];
    const spoken = runs.map((run) => ({ ...normalise(run.text, { sayQuotes, lexicon }), quoted: run.quoted }));
    skipped.push(...spoken.flatMap((run) => run.skipped));
    if (!spoken.some(({ speaks }) => speaks)) continue;
    const utterances = spoken.flatMap((run) =>
      breaths(run.text).map((breath) => ({ utterance: pronounce(breath, lexicon), quoted: run.quoted })),
    );
    words += spoken.reduce((sum, run) => sum + (run.text.match(/[A-Za-z]+(?:'[A-Za-z]+)*/g)?.length ?? 0), 0);
    lines.push({ ...line, utterances });
  }
  return { lines, skipped, words };
};
