import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventType, Span } from '../../src/model/index.ts';

/** One sentence of plover-pairs-dev with the pair it is asked about; spans are UTF-16. */
export interface GoldPair {
  readonly text: string;
  /** Every place where the marking has the source, the first one being the one meant. */
  readonly sources: readonly Span[];
  readonly targets: readonly Span[];
  readonly type: EventType;
}

interface RawPair {
  readonly marked_sentence: string;
  readonly gold_root: EventType;
}

const TAG = /<(\/?)([st])>/g;

/** Takes the marks out of a marked sentence and keeps where they stood. */
export const unmark = (marked: string): { text: string; sources: Span[]; targets: Span[] } => {
  let text = '';
  let from = 0;
  const open: Record<string, number> = {};
  const spans: Record<string, Span[]> = { s: [], t: [] };
  for (const match of marked.matchAll(TAG)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const kind = match[2] as 's' | 't';
    if (match[1] === '') open[kind] = text.length;
    else spans[kind]?.push({ start: open[kind] ?? 0, end: text.length });
  }
  return { text: text + marked.slice(from), sources: spans['s'] as Span[], targets: spans['t'] as Span[] };
};

export const readGoldPairs = (gold: string): readonly GoldPair[] =>
  readFileSync(join(gold, 'events', 'plover-pairs-dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { marked_sentence: marked, gold_root: type } = JSON.parse(line) as RawPair;
      return { ...unmark(marked), type };
    });
