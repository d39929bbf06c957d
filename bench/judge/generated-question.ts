import { type Assessment, GRADES, type Question, RATINGS } from '../../src/model/index.ts';

/** Numbers that look scattered and are the same each time. */
const scatter = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

export const generatedQuestion = (items: number, hypotheses: number): Question => {
  const random = scatter(items * 100 + hypotheses);
  return {
    id: 'generated',
    text: 'Which of them?',
    dependence: 0.5,
    hypotheses: Array.from({ length: hypotheses }, (_, index) =>
      index === hypotheses - 1
        ? { id: 'H0', text: 'None of these', rest: true as const }
        : { id: `H${index + 1}`, text: `The one numbered ${index + 1}` },
    ),
    evidence: Array.from({ length: items }, (_, index) => ({
      id: `E${index + 1}`,
      text: `Item ${index + 1}`,
      credibility: GRADES[random(3)] as (typeof GRADES)[number],
      relevance: GRADES[random(3)] as (typeof GRADES)[number],
      ...(random(3) > 0 && { source: `source ${random(6)}` }),
    })),
  };
};

/** Ratings everywhere: NA is left out, so that every row counts. */
export const generatedAssessment = ({ id, evidence, hypotheses }: Question, analyst: number): Assessment => {
  const random = scatter(analyst);
  const words = RATINGS.filter((rating) => rating !== 'NA');
  return {
    question: id,
    analyst: `analyst ${analyst}`,
    cells: Object.fromEntries(
      evidence.map((item) => [
        item.id,
        Object.fromEntries(
          hypotheses.map((one) => [one.id, { rating: words[random(words.length)] as (typeof words)[number] }]),
        ),
      ]),
    ),
  };
};
