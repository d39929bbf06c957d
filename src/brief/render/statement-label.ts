import type { StatementRow } from '../compose/content.ts';

const KIND_LABELS = {
  direct: 'own words',
  mixed: 'partly own words',
  indirect: 'as the text puts it',
  view: 'a view that the text gives them',
} as const;

/** Without the word itself, what is denied would read as if it were said. */
export const statementLabel = ({ kind, cue }: StatementRow): string =>
  cue ? `“${cue}”, ${KIND_LABELS[kind]}` : KIND_LABELS[kind];
