import type { Judgements } from '../brief/index.ts';
import type { Forecast } from '../model/index.ts';
import type { Input } from '../read/index.ts';
import { isCase } from './documents.ts';

/** Kind of the records of a case that hold forecasts. */
const FORECAST = 'forecast';

/** The questions of a case that somebody has rated, and how its forecasts have fared. */
export const caseJudgements = async (folder: string): Promise<Judgements> => {
  const [{ readBook }, { calibrationSoFar }] = await Promise.all([
    import('./judge-book.ts'),
    import('../judge/index.ts'),
  ]);
  return readBook(folder, async (book, { records }) => {
    const questions = (await book.list()).map(({ question, matrices }) => ({
      question,
      assessments: matrices.map(({ assessment }) => assessment).filter(({ cells }) => Object.keys(cells).length > 0),
    }));
    const forecasts = (await records.list(FORECAST)).map(({ value }) => value as Forecast);
    return {
      questions: questions.filter(({ assessments }) => assessments.length > 0),
      ...(forecasts.length > 0 && { calibration: calibrationSoFar(forecasts) }),
    };
  });
};

/** What is judged in the cases among inputs; of forecasts the record of the first case that keeps some. */
export const judgementsOfInputs = async (inputs: readonly (Input | string)[]): Promise<Judgements | undefined> => {
  const found: Judgements[] = [];
  for (const input of inputs) if (await isCase(input)) found.push(await caseJudgements(input as string));
  const calibration = found.find((one) => one.calibration)?.calibration;
  return found.length === 0
    ? undefined
    : { questions: found.flatMap(({ questions }) => questions), ...(calibration && { calibration }) };
};
