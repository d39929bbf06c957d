import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactWords } from './quotation.ts';

it('keeps a short span to the letter, on one line', () => {
  expect(exactWords('He said\n  yes.', { start: 0, end: 14 })).toBe('He said yes.');
});

it('cuts a long span at words around the focus and shows the cuts', () => {
  const text = 'one two three four five six seven eight nine ten';
  const start = text.indexOf('five');
  expect(exactWords(text, { start: 0, end: text.length }, { start, end: start + 4 }, 20)).toBe(
    '… four five six seven …',
  );
});

it('never says a word that the text does not have', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 15, max: 80 }),
      (words, pick, longest) => {
        const text = words.join(' ');
        const at = words.slice(0, pick % words.length).join(' ').length;
        const cut = exactWords(text, { start: 0, end: text.length }, { start: at, end: at + 1 }, longest);
        const kept = cut.replace(/^… | …$/g, '');
        expect(text).toContain(kept);
      },
    ),
  );
});
