import { join } from 'node:path';
import { renderReport } from '../brief/index.ts';
import { caseJudgements } from './case-judgements.ts';
import { isQuestionFile } from './judge-exchange.ts';
import { openQuestion } from './judge-questions.ts';
import { ratedMatrices } from './judge-weigh.ts';
import { writeFiles } from './output.ts';

/**
 * Writes the weighing of a question, of a case or a file, as a page and as Markdown; gives their paths, the page first.
 *
 * @throws WatchfloorError `judge.no-question`, `judge.no-ratings`, `judge.invalid-question`, `output.unwritable`
 */
export const reportQuestion = async (
  folder: string,
  start: string,
  out: string,
  analyst?: string,
): Promise<readonly string[]> => {
  const entry = await openQuestion(folder, start);
  const assessments = ratedMatrices(entry, analyst);
  const calibration = isQuestionFile(start) ? undefined : (await caseJudgements(folder)).calibration;
  const files = renderReport({
    questions: [{ question: entry.question, assessments }],
    ...(calibration && { calibration }),
  });
  writeFiles(out, files ?? {});
  return Object.keys(files ?? {}).map((name) => join(out, name));
};
