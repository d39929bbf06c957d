import { describe, expect, it } from 'vitest';
import { type Suggestion, suggestEvidence } from '../../src/judge/index.ts';
import type { Evidence, Hypothesis, Question } from '../../src/model/index.ts';
import { situate } from '../../src/situation/index.ts';
import { SMALL_CASE } from '../brief/small-case.fixture.ts';

const SHELLS: Hypothesis = {
  id: 'H1',
  text: 'Moscow mainly wants munitions for the war',
  terms: ['containers', 'shells'],
};
const PRESTIGE: Hypothesis = { id: 'H2', text: 'It hopes for prestige at home' };
const ALLY: Hypothesis = { id: 'H3', text: 'It wants to answer South Korea' };

const questionWith = (evidence: readonly Evidence[] = []): Question => ({
  id: 'q',
  text: 'Why does Moscow court Pyongyang?',
  dependence: 0.5,
  hypotheses: [SHELLS, PRESTIGE, ALLY, { id: 'H0', text: 'None of these', rest: true }],
  evidence,
});

const situation = situate(SMALL_CASE);
const short = (found: readonly Suggestion[]) => found.map(({ quote, stance }) => [quote, stance]);

describe('suggestEvidence', () => {
  it('offers claims that bear on a hypothesis, strongest first, with the reason', () => {
    const found = suggestEvidence(questionWith(), SHELLS, situation);
    expect(short(found)).toEqual([
      [
        'The US State Department said on Friday that North Korea had delivered more than 10,000 containers of munitions to Russia.',
        'said to be so',
      ],
      ['Pyongyang will probably go on selling shells to Russia.', 'announced'],
      [
        "South Korea's defence minister, Shin Won-sik, said on Monday that North Korea has sent about 6,700 containers to Russia.",
        'said to be so',
      ],
      ['North Korea denied on Friday that it sells weapons to Russia.', 'denied'],
      ['If South Korea supplied lethal weapons to Ukraine, Moscow would have a pretext.', 'supposed'],
    ]);
    expect(found[0]?.strength).toBe(1);
    expect(found.map(({ strength }) => strength)).toEqual(
      [...found.map(({ strength }) => strength)].sort((a, b) => b - a),
    );
    expect(found[0]?.reasons).toEqual(['shares “munitions”, “containers”', 'is about North Korea, Russia']);
    expect(found[3]?.reasons).toContain('speaks of arms (“weapons”)');
  });

  it('gives each with its source, the grade that source has, and how sure the text is', () => {
    const graded: Evidence = {
      id: 'E7',
      text: '',
      credibility: 'M',
      relevance: 'M',
      source: 'Shin Won-sik',
      sourceGrade: 'B',
    };
    const found = suggestEvidence(questionWith(), SHELLS, situation, { graded: [graded] });
    expect(found[2]).toMatchObject({
      source: 'Shin Won-sik',
      graded: { grade: 'B', in: 'E7' },
      status: 'occurred',
      document: 'count',
      published: '2024-02-27',
    });
    expect(found[0]?.graded).toBeNull();
    expect(found[3]?.happened).toBeLessThan(0);
  });

  it('leaves out what is evidence already', () => {
    const [first] = suggestEvidence(questionWith(), SHELLS, situation);
    const claim = situation.claims.find(({ id }) => id === first?.claim);
    const item: Evidence = {
      id: 'E1',
      text: '',
      credibility: 'M',
      relevance: 'M',
      ...(claim && { citation: claim.evidence, claim: claim.id }),
    };
    const found = suggestEvidence(questionWith([item]), SHELLS, situation);
    expect(found.map((one) => one.claim)).not.toContain(first?.claim);
    expect(found).toHaveLength(4);
  });

  it('takes actors that the hypothesis adds to the question for a reason, not those of the question', () => {
    const found = suggestEvidence(questionWith(), ALLY, situation);
    expect(found.map(({ quote }) => quote)).toContain('Seoul condemned North Korea.');
    expect(short(found).flat()).not.toContain('Vladimir Putin visited North Korea last week.');
    expect(suggestEvidence(questionWith(), PRESTIGE, situation)).toEqual([]);
  });

  it('quotes the sentence where it is given, and is the same each time', () => {
    const sentence = (citation: { document: string; span: { start: number; end: number } }) => ({
      ...citation,
      quote: `around ${citation.span.start}`,
    });
    const found = suggestEvidence(questionWith(), ALLY, situation, { sentence, limit: 2 });
    expect(found).toHaveLength(2);
    expect(found[0]?.quote).toMatch(/^around \d+$/);
    expect(suggestEvidence(questionWith(), ALLY, situation, { sentence, limit: 2 })).toEqual(found);
  });
});
