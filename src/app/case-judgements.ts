import type { Judgements } from '../brief/index.ts';
import { calibrationSoFar } from '../judge/index.ts';
import type { Forecast } from '../model/index.ts';
import { readBook } from './judge-book.ts';

/** Kind of the records of a case that hold forecasts. */
const FORECAST = 'forecast';

/** The questions of a case that somebody has rated, and how its forecasts have fared. */
export const caseJudgements = (folder: string): Promise<Judgements> =>
  readBook(folder, async (book, { records }) => {
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
