import type { PassagePart } from '../case-store.ts';

/** Characters that no text has, put around hits by SQLite and taken out here. */
export const HIT_START = '\u0002';
export const HIT_END = '\u0003';

/** A snippet with its marks as parts. Line ends become blanks: a passage is one line. */
export const passageOf = (snippet: string): readonly PassagePart[] =>
  snippet
    .replace(/\s+/g, ' ')
    .split(HIT_START)
    .flatMap((piece, index): readonly PassagePart[] => {
      if (index === 0) return [{ text: piece, hit: false }];
      const end = piece.indexOf(HIT_END);
      if (end === -1) return [{ text: piece, hit: false }];
      return [
        { text: piece.slice(0, end), hit: true },
        { text: piece.slice(end + 1), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
