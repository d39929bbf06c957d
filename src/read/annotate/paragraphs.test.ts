import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

const of = (text: string): string[] => paragraphsOf(text).map(({ start, end }) => text.slice(start, end));

describe('paragraphsOf', () => {
  it.each([
    ['one\n\ntwo', ['one', 'two']],
    ['one\r\n\r\ntwo\r\n', ['one', 'two']],
    ['Headline\nThe story.', ['Headline', 'The story.']],
    ['the line runs\non in lower case', ['the line runs\non in lower case']],
    ['It ends.\nlower case starts a line', ['It ends.', 'lower case starts a line']],
    ['  \t one \u2029 Two ', ['one', 'Two']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'B.', ' ', '\n', '\r\n', '\u2028', '\0', '- x')), (parts) => {
        const text = parts.join('');
        const solid = (part: string): string => part.replace(/[\s\p{Cc}]/gu, '');
        expect(solid(of(text).join(''))).toBe(solid(text));
      }),
    );
  });
});
