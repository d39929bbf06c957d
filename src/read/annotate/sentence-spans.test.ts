import { expect, it } from 'vitest';
import { sentenceSpans } from './sentence-spans.ts';

it('gives the sentences of each paragraph as spans of the text', () => {
  const text = 'Mr. Kim met U.S. envoys. “Talks go on,” he said.\n\nShells: 7,000.';
  expect(sentenceSpans(text).map((spans) => spans.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ['Mr. Kim met U.S. envoys.', '“Talks go on,” he said.'],
    ['Shells: 7,000.'],
  ]);
  expect(sentenceSpans('')).toEqual([]);
});
