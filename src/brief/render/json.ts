import type { Situation } from '../../model/index.ts';
import type { BriefContent } from '../compose/content.ts';

/** Everything: what the brief says and the whole situation behind it. All spans are offsets into the texts of `brief.annex`. */
export const renderJson = (content: BriefContent, situation: Situation): string =>
  `${JSON.stringify({ watchfloor: 1, brief: content, situation })}\n`;
