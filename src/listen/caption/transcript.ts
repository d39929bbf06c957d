import type { Cue } from '../narrate/record.ts';

/** What is heard, to be read: plain text, a paragraph a line, headings alone with a line of air around them. */
export const transcript = (cues: readonly Cue[]): string => {
  const blocks: string[] = [];
  let last: Cue | undefined;
  for (const cue of cues) {
    const text = cue.text.replace(/\s+/g, ' ').trim();
    const sameParagraph = last?.kind === 'sentence' && cue.kind === 'sentence' && last.paragraph === cue.paragraph;
    if (sameParagraph) blocks[blocks.length - 1] += ` ${text}`;
    else blocks.push(text);
    last = cue;
  }
  return `${blocks.join('\n\n')}\n`;
};
