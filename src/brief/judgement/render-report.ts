import { composeJudgements } from './compose-judgements.ts';
import type { Judgements } from './content.ts';
import { reportMarkdown } from './markdown.ts';
import { LIMITS, reportPage } from './report-page.ts';

/**
 * The weighing of one question, by file name. Pure strings; writing them is the caller's. Null where nobody has rated it.
 */
export const renderReport = (judgements: Judgements): Readonly<Record<string, string>> | null => {
  const { questions, calibration } = composeJudgements(judgements);
  const [judgement] = questions;
  if (!judgement) return null;
  return {
    'judgement.html': reportPage(judgement, calibration),
    'judgement.md': reportMarkdown(judgement, calibration, LIMITS),
  };
};
