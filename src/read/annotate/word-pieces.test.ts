import { describe, expect, it } from 'vitest';
import { WordPieces } from './word-pieces.ts';

/** A vocabulary with the pieces at known rows, the rest of the 103 fixed rows filled up. */
const vocabulary = [
  ...Array.from({ length: 103 }, (_, row) => `[${row}]`),
  'un',
  '##do',
  '##ing',
  'cafe',
  '.',
  's',
  'u',
  '京',
].join('\n');
const pieces = new WordPieces(vocabulary);
const names = (form: string): string[] => pieces.piecesOf(form).map((row) => vocabulary.split('\n')[row]!);

describe('WordPieces', () => {
  it.each([
    ['undoing', ['un', '##do', '##ing']],
    ['UNDOING', ['un', '##do', '##ing']],
    ['Café', ['cafe']],
    ['U.S.', ['u', '.', 's', '.']],
    ['un\u00addo', ['un', '##do']],
    ['京京', ['京', '京']],
    ['xyz', ['[100]']],
    ['\0', ['[100]']],
    ['\ud800', ['[100]']],
    ['', ['[100]']],
  ])('%j', (form, expected) => {
    expect(names(form)).toEqual(expected);
  });

  it('gives a long word ten pieces at most', () => {
    expect(pieces.piecesOf('.'.repeat(5_000))).toEqual(Array(10).fill(107));
  });
});
