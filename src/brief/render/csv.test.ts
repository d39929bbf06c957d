import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('writes a header, CRLF, and nothing for what is unknown', () => {
  expect(csv({ a: (row: number) => row, b: () => null, c: () => true }, [-1, 2])).toBe(
    'a,b,c\r\n-1,,true\r\n2,,true\r\n',
  );
});

it('disarms formulas in text but leaves figures alone', () => {
  expect(csv({ t: (row: string) => row, n: () => -3 }, ['=1+1', '@x', 'plain'])).toBe(
    "t,n\r\n'=1+1,-3\r\n'@x,-3\r\nplain,-3\r\n",
  );
});

it('reads back as it was, formulas aside', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string().filter((text) => !/^[=+\-@\t\r]|\r/.test(text)),
        { minLength: 1 },
      ),
      (texts) => {
        const read = parse(csv({ first: (row: string) => row, second: () => 'x' }, texts), { columns: true }) as {
          first: string;
        }[];
        expect(read.map(({ first }) => first)).toEqual(texts);
      },
    ),
  );
});
