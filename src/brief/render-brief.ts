import type { Situation } from '../model/index.ts';
import type { BriefContent } from './compose/content.ts';
import { renderClaimsCsv } from './render/claims-csv.ts';
import { type PagePlayer, renderHtml } from './render/html/page.ts';
import { renderJson } from './render/json.ts';
import { renderLedgerCsv } from './render/ledger-csv.ts';
import { renderMarkdown } from './render/markdown.ts';
import { renderTiesCsv } from './render/ties-csv.ts';
import { renderTiesGexf } from './render/ties-gexf.ts';
import { renderTimelineCsv } from './render/timeline-csv.ts';

/**
 * The files of a brief, by name. Pure strings; writing them is the caller's.
 *
 * @param player puts the spoken brief into the page
 */
export const renderBrief = (
  content: BriefContent,
  situation: Situation,
  player?: PagePlayer,
): Readonly<Record<string, string>> => ({
  'brief.html': renderHtml(content, player),
  'brief.md': renderMarkdown(content),
  'brief.json': renderJson(content, situation),
  'timeline.csv': renderTimelineCsv(situation),
  'ledger.csv': renderLedgerCsv(situation),
  'ties.csv': renderTiesCsv(situation),
  'ties.gexf': renderTiesGexf(situation),
  'claims.csv': renderClaimsCsv(situation),
});
