import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { normalise } from './normalise.ts';

const groups = parse(readFileSync(new URL('./golden/cases.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

describe('normalise', () => {
  for (const [group, cases] of Object.entries(groups)) {
    it(`says ${group}`, () => {
      const said = Object.fromEntries(Object.keys(cases).map((written) => [written, normalise(written).text]));
      expect(said).toEqual(cases);
    });
  }

  it('has at least 300 golden cases', () => {
    expect(Object.values(groups).reduce((sum, cases) => sum + Object.keys(cases).length, 0)).toBeGreaterThanOrEqual(
      300,
    );
  });

  it('says where quotations begin and end when asked', () => {
    expect(normalise('He called it “closed,” and left.', { sayQuotes: true }).text).toBe(
      'He called it quote, closed, end quote and left.',
    );
    expect(normalise('"No," he said.', { sayQuotes: true }).text).toBe('quote, No, end quote he said.');
  });

  it('reports what it left out', () => {
    expect(normalise('See https://a.org/x and 로동 신문 👍').skipped).toEqual([
      { kind: 'link', text: 'https://a.org/x' },
      { kind: 'script', text: '로동 신문' },
      { kind: 'emoji', text: '👍' },
    ]);
  });

  it.each([
    ['', false],
    ['…', false],
    ['👍👍', false],
    ['Слава Україні!', false],
    ['조선민주주의인민공화국', false],
    ['https://example.org/', false],
    ['Yes 👍', true],
    ['12', true],
  ])('knows whether %j leaves something to say: %s', (text, speaks) => {
    expect(normalise(text).speaks).toBe(speaks);
  });

  it('leaves nothing that a voice could stumble over, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(fc.constantFrom(...Object.values(groups).flatMap(Object.keys))).map((parts) => parts.join(' ')),
        ),
        (text) => {
          expect(normalise(text).text).toMatch(/^[A-Za-z.,;:?!' -]*$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the text', () => {
    const sentence =
      'On June 18, 2024, the U.S. sent 7,000 containers ("152mm shells") worth $1.2bn to St. Petersburg. ';
    const start = process.cpuUsage().user;
    normalise(sentence.repeat(200));
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2_000);
  });
});
