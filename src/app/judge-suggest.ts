import { type Suggestion, suggestEvidence } from '../judge/index.ts';
import { didYouMean, type Hypothesis, WatchfloorError } from '../model/index.ts';
import { readBook } from './judge-book.ts';
import { caseSituation } from './judge-evidence.ts';

export type { Suggestion } from '../judge/index.ts';

export interface Suggested {
  readonly hypothesis: Hypothesis;
  readonly suggestions: readonly Suggestion[];
}

/**
 * Claims of the case that bear on each hypothesis of a question, or on one of them. Nothing is rated or added.
 *
 * @throws WatchfloorError `judge.no-question`, `judge.unknown-name`
 */
export const suggestFor = async (
  folder: string,
  start: string,
  hypothesis: string | undefined,
  limit: number,
): Promise<readonly Suggested[]> => {
  const { question, graded } = await readBook(folder, async (book) => ({
    question: (await book.get(start)).question,
    graded: (await book.list()).flatMap((entry) => entry.question.evidence),
  }));
  const wanted = question.hypotheses.filter(({ id, rest }) =>
    hypothesis === undefined ? !rest : id.toLowerCase() === hypothesis.toLowerCase(),
  );
  if (wanted.length === 0) {
    const ids = question.hypotheses.map(({ id }) => id);
    throw new WatchfloorError(
      'judge.unknown-name',
      `${question.id} has no hypothesis ${hypothesis}; it has ${ids.join(', ')}.${didYouMean(hypothesis ?? '', ids)}`,
    );
  }
  const { situation, sentence } = await caseSituation(folder);
  return wanted.map((one) => ({
    hypothesis: one,
    suggestions: suggestEvidence(question, one, situation, {
      limit,
      sentence,
      graded: [...question.evidence, ...graded],
    }),
  }));
};
