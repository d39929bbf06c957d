/** Columns of a question in CSV before those of the hypotheses. */
export const CSV_COLUMNS = [
  'row',
  'id',
  'text',
  'analyst',
  'revision',
  'dependence',
  'prior',
  'rest',
  'terms',
  'credibility',
  'relevance',
  'source',
  'source_grade',
  'information_grade',
  'document',
  'title',
  'claim',
  'start',
  'end',
  'quote',
  'note',
  'author',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** What a row is about; `matrix` names an analyst and holds own priors, `rating` and `because` hold a cell a hypothesis. */
export const CSV_ROWS = ['question', 'hypothesis', 'evidence', 'matrix', 'rating', 'because'] as const;
export type CsvRow = (typeof CSV_ROWS)[number];

/** A cell that a spreadsheet would take for a formula, or that looks like one already guarded. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Led by an apostrophe where a spreadsheet would calculate it; `unguarded` takes that away again. */
export const guarded = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);
export const unguarded = (value: string): string =>
  value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;

/** Several terms in one cell, split by semicolons; one inside a term is led by a backslash. */
export const joinTerms = (terms: readonly string[]): string =>
  terms.map((term) => term.replace(/[\\;]/g, '\\$&')).join(';');
export const splitTerms = (cell: string): string[] =>
  (cell.match(/(?:\\.|[^;\\])+/gs) ?? []).map((term) => term.replace(/\\(.)/gs, '$1'));
