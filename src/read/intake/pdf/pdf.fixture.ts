/** Builds small PDFs by hand, so that no binary file is kept. One string an object, numbered from 1. */
export const pdfOf = (objects: readonly string[]): Uint8Array => {
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(
    `${body}${xref}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  );
};

const stream = (content: string, entries = ''): string =>
  `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;

export interface PdfLine {
  readonly text: string;
  readonly y: number;
  readonly size?: number;
}

/** Pages of lines at heights in points, in one standard font. */
export const textPdf = (pages: readonly (readonly PdfLine[])[]): Uint8Array => {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  for (const [index, lines] of pages.entries()) {
    const content = lines
      .map(({ text, y, size = 10 }) => `BT /X ${size} Tf 50 ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${5 + index * 2} 0 R/Resources<</Font<</X 3 0 R>>>>>>`,
      stream(content),
    );
  }
  return pdfOf(objects);
};

const FORMS = 40;
const FORM = '/Type/XObject/Subtype/Form/BBox[0 0 600 800]';
const TWICE = '/F Do /F Do';

/** Forms each of which draws the next one twice: 2^40 steps to do in a file of some kilobytes. */
export const loopingPdf = (): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>',
    stream(TWICE),
    ...Array.from({ length: FORMS }, (_, index) =>
      stream(TWICE, `${FORM}/Resources<</XObject<</F ${index + 6} 0 R>>>>`),
    ),
    // The innermost must draw something: pdf.js remembers forms that are empty.
    stream('BT /X 9 Tf (x) Tj ET', FORM),
  ]);
