import { describe, expect, it } from 'vitest';
import { parsePdf } from './parse-pdf.ts';
import { type PdfLine, pdfOf, textPdf } from './pdf.fixture.ts';

const read = (bytes: Uint8Array) => parsePdf(Uint8Array.from(bytes), 'x.pdf', () => undefined);

const page = (number: number, lines: readonly string[]): PdfLine[] => [
  { text: `Example Institute Report ${2020 + number}`, y: 780 },
  ...lines.map((text, index) => ({ text, y: 740 - index * 14 })),
  { text: `Page ${number} of 3`, y: 30 },
];

describe('PDF', () => {
  it('joins lines and broken words, parts paragraphs, and takes a headline by its size', async () => {
    const draft = await read(
      textPdf([
        [
          { text: 'Twelve ships in the harbour', y: 740, size: 18 },
          { text: 'The harbour handled twelve ships on Tuesday, and the nav-', y: 700 },
          { text: 'al staff said that a thirteenth was expected by the end of the', y: 686 },
          { text: 'week.', y: 672 },
          { text: 'Nobody would say what they carried, though the dockers talked of', y: 644 },
          { text: 'crates that were too heavy for their size.', y: 630 },
        ],
      ]),
    );
    expect(draft.title).toBe('Twelve ships in the harbour');
    expect(draft.text).toBe(
      'The harbour handled twelve ships on Tuesday, and the naval staff said that a thirteenth was expected by the end of the week.\n\nNobody would say what they carried, though the dockers talked of crates that were too heavy for their size.',
    );
  });

  it('sets running heads and page numbers aside and joins what a page break parts', async () => {
    const draft = await read(
      textPdf([
        page(1, [
          'The first ship of the convoy came in on Monday night, and the pilots',
          'who met it said afterwards that they had not been told of the',
        ]),
        page(2, ['second, which waited in the roads until the fog had lifted and the', 'tugs were free.']),
        page(3, ['The third ship never came, and its owner will not say where it is.']),
      ]),
    );
    expect(draft.text).toBe(
      'The first ship of the convoy came in on Monday night, and the pilots who met it said afterwards that they had not been told of the second, which waited in the roads until the fog had lifted and the tugs were free.\n\nThe third ship never came, and its owner will not say where it is.',
    );
    expect(draft.removed).toEqual(
      [1, 2, 3].flatMap((number) => [
        { text: `Example Institute Report ${2020 + number}`, reason: 'running head or foot' },
        { text: `Page ${number} of 3`, reason: 'page number' },
      ]),
    );
  });

  it('refuses what is damaged', async () => {
    await expect(read(Buffer.from('%PDF-1.7\nnothing'))).rejects.toEqual(
      expect.objectContaining({ code: 'intake.malformed' }),
    );
  });

  it('refuses a page tree that runs in a circle', async () => {
    const tree = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 3>>']);
    await expect(read(tree)).rejects.toEqual(
      expect.objectContaining({
        code: 'intake.malformed',
        message: 'The PDF is damaged (Pages tree contains circular reference); fetch it again.',
      }),
    );
  });
});
