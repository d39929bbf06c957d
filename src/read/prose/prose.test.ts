import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Prose, spanText } from '../../model/index.ts';
import { markdownProse, textProse } from './index.ts';

const MARKDOWN = `---
title: "What moves on the rails"
published: 2024-06-25
---

# A **bold** headline

Some *highly* likely words, with \`code likely\` and a [link](https://example.org/likely).[^1]
It goes on in a second line. She said: “Not \`mine\` alone.”

<!-- watchfloor-disable-next-line vague-date -->
- an item that is one
- another

> Quoted words stay as they are.

| a | likely |
|---|---|

\`\`\`
code is likely no prose
\`\`\`
`;

const blocksOf = ({ text, blocks }: Prose): readonly string[] =>
  blocks.map(({ kind, span }) => `${kind}: ${spanText(text, span).replace(/\s+/g, ' ')}`);

describe('markdownProse', () => {
  it('keeps the running text where it stands', async () => {
    const prose = await markdownProse(MARKDOWN, 'x.md');
    expect(prose.text).toHaveLength(MARKDOWN.length);
    expect(blocksOf(prose)).toEqual([
      'title: What moves on the rails',
      'title: A bold headline',
      'paragraph: Some highly likely words, with and a link . It goes on in a second line. She said: “Not alone.”',
      'item: an item that is one',
      'item: another',
    ]);
    expect(prose.published).toBe('2024-06-25');
    expect(prose.comments.map(({ text }) => text)).toEqual(['watchfloor-disable-next-line vague-date']);
    expect(prose.quotations.map((span) => spanText(MARKDOWN, span))).toEqual([
      '“Not `mine` alone.”',
      '> Quoted words stay as they are.',
    ]);
    expect(prose.references.map((span) => spanText(MARKDOWN, span))).toEqual([
      '[link](https://example.org/likely)',
      '[^1]',
    ]);
    expect(prose.blocks[2]?.sentences.map((span) => spanText(MARKDOWN, span).slice(0, 9))).toEqual([
      'Some *hig',
      'It goes o',
      'She said:',
    ]);
  });

  it('says where front matter is wrong', async () => {
    await expect(markdownProse('---\ntitle: [a\n---\nText.', 'x.md')).rejects.toMatchObject({
      code: 'intake.bad-front-matter',
      place: { file: 'x.md' },
    });
  });

  it('gives up on lists that nest without end, with a name for it', async () => {
    await expect(markdownProse(`${'- '.repeat(20_000)}a`, 'x.md')).rejects.toMatchObject({
      code: 'intake.too-deep',
      place: { file: 'x.md' },
    });
  });

  it('holds its invariants on any input: same length, every letter that is kept is the file’s', async () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '*',
      '_',
      '`',
      '[a](b)',
      '> ',
      '# ',
      '- ',
      '\n',
      '\r\n',
      ' ',
      'word.',
      '<!--',
      '-->',
      '|',
      '&amp;',
      '😀',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const source = pieces.join('');
        for (const prose of [await markdownProse(source, 'x'), await textProse(source, 'x')]) {
          expect(prose.text).toHaveLength(source.length);
          for (let at = 0; at < source.length; at++)
            if (!/\s/.test(prose.text[at] as string)) expect(prose.text[at]).toBe(source[at]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('textProse', () => {
  it('leaves page furniture out, takes a headline for the title, joins wrapped lines', async () => {
    const source = [
      'Putin looks east for shells',
      'The first paragraph is a long one and says what the whole is about, which takes it a while to do.',
      'CLICK HERE TO GET THE NEWSLETTER',
      'The second paragraph says “more of it” and ends.',
      '[watchfloor-disable-next-line loaded-word]',
      'The regime answered.',
    ].join('\n');
    const prose = await textProse(source, 'x.txt');
    expect(blocksOf(prose)).toEqual([
      'title: Putin looks east for shells',
      'paragraph: The first paragraph is a long one and says what the whole is about, which takes it a while to do.',
      'paragraph: The second paragraph says “more of it” and ends.',
      'paragraph: The regime answered.',
    ]);
    expect(prose.quotations.map((span) => spanText(source, span))).toEqual(['“more of it”']);
    expect(prose.comments.map(({ text }) => text)).toEqual(['watchfloor-disable-next-line loaded-word']);
  });
});

describe('quotations', () => {
  it.each([
    ['He called it "a plan" and left.', ['"a plan"']],
    ["The Koreans' plans and Putin's own are one.", []],
    ["It was 'a plan' of Putin's.", ["'a plan'"]],
    ['“One “two” three” four', ['“One “two”']],
    ['He said: “It goes on', ['“It goes on']],
    ['A 6\'2" man', []],
    ['«Oui», dit-il.', ['«Oui»']],
  ])('%s', async (source, expected) => {
    const { quotations } = await textProse(source, 'x.txt');
    expect(quotations.map((span) => spanText(source, span))).toEqual(expected);
  });
});
