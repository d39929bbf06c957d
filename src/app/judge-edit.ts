import {
  newAssessment,
  newQuestion,
  withChangedEvidence,
  withHypothesis,
  withOwnPriors,
  withoutPart,
  withPriors,
  withRatings,
} from '../judge/index.ts';
import { type Assessment, type Evidence, type Hypothesis, type Question, WatchfloorError } from '../model/index.ts';
import { type Hand, isSame, type QuestionBook, type QuestionEntry, writeBook } from './judge-book.ts';

export interface NewQuestion {
  readonly id: string;
  readonly text: string;
  readonly hypotheses: readonly string[];
}

/** Asks a question in a case. @throws WatchfloorError `judge.question-exists`, `judge.bad-value`, and the `case.*` codes */
export const initQuestion = (folder: string, { id, text, hypotheses }: NewQuestion, hand: Hand): Promise<Question> =>
  writeBook(folder, async (book) => {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id) || id in Object.prototype)
      throw new WatchfloorError(
        'judge.bad-value',
        `“${id}” is no id: use letters, digits, dots, hyphens and underscores, such as moscow-pyongyang.`,
      );
    if (await book.has(id))
      throw new WatchfloorError('judge.question-exists', `The case has a question ${id} already.`, { file: folder });
    const question = newQuestion(id, text, hypotheses);
    await book.putQuestion(question, await book.questionRevision(id), hand);
    return question;
  });

/** Changes the question itself; gives it as it is now. */
const changeQuestion = (
  folder: string,
  start: string,
  hand: Hand,
  change: (question: Question) => Question,
): Promise<Question> =>
  writeBook(folder, async (book) => {
    const { question, revision } = await book.get(start);
    const changed = change(question);
    if (!isSame(question, changed)) await book.putQuestion(changed, revision, hand);
    return changed;
  });

/** Changes the matrix of one analyst; gives it as it is now. */
const changeMatrix = (
  folder: string,
  start: string,
  hand: Hand,
  change: (question: Question, assessment: Assessment) => Assessment,
): Promise<Assessment> =>
  writeBook(folder, async (book) => {
    const { question, matrices } = await book.get(start);
    const analyst = hand.author;
    const own = matrices.find(({ assessment }) => assessment.analyst === analyst)?.assessment;
    const assessment = own ?? newAssessment(question.id, analyst);
    const changed = change(question, assessment);
    if (!isSame(own, changed)) await book.putMatrix(changed, await book.matrixRevision(question.id, analyst), hand);
    return changed;
  });

export const addHypothesis = (
  folder: string,
  start: string,
  hypothesis: Omit<Hypothesis, 'id'>,
  hand: Hand,
): Promise<Question> => changeQuestion(folder, start, hand, (question) => withHypothesis(question, hypothesis));

/** Grades, notes and sources of an item that is there. */
export const changeEvidence = (
  folder: string,
  start: string,
  id: string,
  changes: Partial<Omit<Evidence, 'id'>>,
  hand: Hand,
): Promise<Question> => changeQuestion(folder, start, hand, (question) => withChangedEvidence(question, id, changes));

/** Takes hypotheses or items out; the history keeps them. */
export const removeParts = (folder: string, start: string, ids: readonly string[], hand: Hand): Promise<Question> =>
  changeQuestion(folder, start, hand, (question) => ids.reduce(withoutPart, question));

/** How far items of one source repeat each other, 0 … 1. */
export const setDependence = (folder: string, start: string, dependence: number, hand: Hand): Promise<Question> =>
  changeQuestion(folder, start, hand, (question) => ({ ...question, dependence }));

/** Priors of the question, or with `own` of the hand's own matrix. */
export const setPriors = async (
  folder: string,
  start: string,
  priors: Readonly<Record<string, number>>,
  own: boolean,
  hand: Hand,
): Promise<void> => {
  if (own) await changeMatrix(folder, start, hand, (question, matrix) => withOwnPriors(question, matrix, priors));
  else await changeQuestion(folder, start, hand, (question) => withPriors(question, priors));
};

export interface RatingChange {
  readonly evidence: string;
  /** Hypothesis → rating as written. */
  readonly ratings: Readonly<Record<string, string>>;
  readonly because?: string;
}

/** Rates an item in the hand's own matrix, which is made where there is none. */
export const rate = (
  folder: string,
  start: string,
  { evidence, ratings, because }: RatingChange,
  hand: Hand,
): Promise<Assessment> =>
  changeMatrix(folder, start, hand, (question, assessment) =>
    withRatings(question, assessment, evidence, ratings, because),
  );

export const withdrawQuestion = (folder: string, start: string, hand: Hand): Promise<string> =>
  writeBook(folder, async (book: QuestionBook) => {
    const entry: QuestionEntry = await book.get(start);
    await book.withdraw(entry, hand);
    return entry.question.id;
  });
