import { describe, expect, it } from 'vitest';
import type { Document } from '../model/index.ts';
import { LEXICON, readingOf } from './reading.fixture.ts';
import { situate } from './situate.ts';

const kindOf = (text: string, document: Partial<Document> = {}, sure: readonly string[] = []): string => {
  const reading = readingOf({
    id: 'd',
    text,
    document,
    likelihoods: sure.map((phrase) => ({ phrase, about: phrase, low: null, high: null })),
  });
  const [source] = situate([reading], { lexicon: LEXICON }).sources;
  return `${source?.kind}: ${source?.kindReason}`;
};

describe('document kind', () => {
  it('is what the document came with, before all signs, which may bear it out', () => {
    expect(kindOf('In my view it will fail.', { kind: 'report' })).toBe('report: given with the document');
    expect(kindOf('In my view it will fail.', { kind: 'opinion' })).toBe(
      'opinion: given with the document, and borne out: the writer speaks in the first person (“in my view”)',
    );
  });

  it.each([
    ['https://example.org/opinion/what-next', 'opinion', 'opinion'],
    ['https://example.org/world/analysis?page=2', 'analysis', 'analysis'],
    ['https://example.org/press-releases/12', 'statement', 'press-releases'],
    ['https://example.org/interview/minister', 'interview', 'interview'],
  ])('is read from the address %s', (url, kind, section) => {
    expect(kindOf('It rained.', { url })).toBe(`${kind}: inferred: its address has the section “${section}”`);
  });

  it('is not read from a word within an address', () => {
    expect(kindOf('It rained.', { url: 'https://example.org/world/opinionated-commentary-on-rain' })).toBe(
      'report: inferred: no sign of another kind',
    );
  });

  it.each([
    ['Opinion: The price of shells', 'opinion: inferred: its title opens with “Opinion:”'],
    ['Analysis | The price of shells', 'analysis: inferred: its title opens with “Analysis |”'],
    ['Correction: date of the visit', 'correction: inferred: its title opens with “Correction:”'],
    ['Joint statement of the two ministers', 'statement: inferred: its title opens with “Joint statement of”'],
    ['Opinions differ on shells', 'report: inferred: no sign of another kind'],
  ])('is read from the title %s', (title, expected) => {
    expect(kindOf('It rained.', { title })).toBe(expected);
  });

  it('is opinion when the writer assesses in the first person', () => {
    expect(kindOf("Having looked at it, here's my assessment of the plan.")).toBe(
      "opinion: inferred: the writer speaks in the first person (“here's my assessment”)",
    );
  });

  it('is opinion when the writer takes a side more than once, or on a page of opinion', () => {
    expect(kindOf('They arm our foes. They put our homeland at risk.')).toBe(
      'opinion: inferred: takes a side (“our foes”, “our homeland”)',
    );
    expect(kindOf('They arm our foes.')).toBe('report: inferred: no sign of another kind');
    expect(
      kindOf('They arm our foes.', { removed: [{ text: 'GET THE OPINION NEWSLETTER', reason: 'promotion' }] }),
    ).toBe("opinion: inferred: takes a side (“our foes”); the page's furniture names an opinion section");
  });

  it('does not put the words of the quoted into the mouth of the writer', () => {
    expect(kindOf('“I believe that our allies and our troops will win,” the minister said.')).toBe(
      'report: inferred: no sign of another kind',
    );
  });

  it('is analysis when the writer weighs likelihoods throughout', () => {
    expect(
      kindOf('It will probably rain. It may snow. It is unlikely to hail. It is cold.', {}, [
        'probably',
        'may',
        'unlikely',
      ]),
    ).toBe('analysis: inferred: the writer states 3 likelihoods in 4 sentences');
  });

  it('is an interview when lines open with who asks and answers', () => {
    expect(kindOf('Q: Will it rain?\nA: It will.\nQ: When?\nA: Soon.')).toBe(
      'interview: inferred: 4 lines open with who asks or answers',
    );
  });
});
