import {
  type Comparison,
  compareAssessments,
  comparisonWords,
  type Explanation,
  explain,
  rankedPhrases,
  type Weighing,
  weigh,
} from '../judge/index.ts';
import { type Assessment, didYouMean, WatchfloorError } from '../model/index.ts';
import { openQuestion, type QuestionEntry } from './judge-questions.ts';

/** One analyst's matrix, weighed and put into words. */
export interface Weighed extends Explanation {
  readonly weighing: Weighing;
  /** The likeliest hypothesis first. */
  readonly ranked: ReturnType<typeof rankedPhrases>;
}

export interface WeighedQuestion {
  readonly entry: QuestionEntry;
  readonly weighed: readonly Weighed[];
}

/** @throws WatchfloorError `judge.no-ratings`, `judge.unknown-name` */
export const ratedMatrices = ({ question, matrices }: QuestionEntry, analyst?: string): readonly Assessment[] => {
  const rated = matrices.map(({ assessment }) => assessment).filter(({ cells }) => Object.keys(cells).length > 0);
  if (rated.length === 0)
    throw new WatchfloorError(
      'judge.no-ratings',
      `Nobody has rated ${question.id} yet: \`watchfloor judge rate ${question.id} E1 H1=C …\` begins.`,
    );
  if (analyst === undefined) return rated;
  const names = rated.map((one) => one.analyst);
  const own = rated.filter((one) => one.analyst === analyst);
  if (own.length > 0) return own;
  throw new WatchfloorError(
    'judge.unknown-name',
    `${analyst} has no matrix on ${question.id}; ${names.join(', ')} ${names.length === 1 ? 'has' : 'have'}.${didYouMean(analyst, names)}`,
  );
};

/**
 * The scores of a question, of a case or a file, for each analyst or for one.
 *
 * @throws WatchfloorError `judge.no-question`, `judge.no-ratings`, `judge.unknown-name`, `judge.invalid-question`
 */
export const scoreQuestion = async (folder: string, start: string, analyst?: string): Promise<WeighedQuestion> => {
  const entry = await openQuestion(folder, start);
  const weighed = ratedMatrices(entry, analyst).map((assessment): Weighed => {
    const weighing = weigh(entry.question, assessment);
    return { weighing, ranked: rankedPhrases(weighing), ...explain(weighing, entry.question.dependence) };
  });
  return { entry, weighed };
};

export interface ComparedQuestion {
  readonly entry: QuestionEntry;
  readonly comparison: Comparison;
  readonly words: ReturnType<typeof comparisonWords>;
}

/** Analysts' matrices on one question side by side. @throws WatchfloorError `judge.no-ratings` with fewer than two */
export const compareQuestion = async (folder: string, start: string): Promise<ComparedQuestion> => {
  const entry = await openQuestion(folder, start);
  const assessments = ratedMatrices(entry);
  if (assessments.length < 2)
    throw new WatchfloorError(
      'judge.no-ratings',
      `Only ${assessments[0]?.analyst} has rated ${entry.question.id}: there is nothing to compare with.`,
    );
  const comparison = compareAssessments(entry.question, assessments);
  return { entry, comparison, words: comparisonWords(comparison) };
};
