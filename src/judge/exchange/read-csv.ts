import { type CsvError, parse } from 'csv-parse/sync';
import { didYouMean, WatchfloorError } from '../../model/index.ts';
import type { Path, Problems } from '../question/problem.ts';
import { checkForm, FORM_VERSION } from './check-form.ts';
import { CSV_COLUMNS, CSV_ROWS, type CsvColumn, type CsvRow, splitTerms, unguarded } from './csv-form.ts';
import type { ReadQuestion } from './question-file.ts';
import { UNRATED } from './write-csv.ts';

const MAX_CHARACTERS = 4 * 1024 * 1024;

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Cell extends Place {
  readonly value: string;
}
type Complaint = (problems: Problems) => void;

/** Spreadsheets of many countries part cells by semicolons: whichever the header uses. */
const delimiterOf = (text: string): string => {
  const [header = ''] = text.split(/\r?\n/, 1);
  return [',', ';', '\t'].reduce((best, next) => (header.split(next).length > header.split(best).length ? next : best));
};

/** All cells with their places. @throws WatchfloorError `judge.not-a-question-file` */
const tableOf = (text: string, file: string): readonly (readonly Cell[])[] => {
  if (text.length > MAX_CHARACTERS)
    throw new WatchfloorError('judge.not-a-question-file', 'The table is larger than 4 MB; no question is.', { file });
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, { lines, index }): Cell => ({
        value: unguarded(value),
        // The line on which the cell ends is known: what it spans is counted back.
        line: lines - (value.match(/\n/g)?.length ?? 0),
        column: index + 1,
      }),
    }) as unknown as readonly (readonly Cell[])[];
  } catch (cause) {
    const { message, lines } = cause as CsvError & { readonly lines?: number };
    throw new WatchfloorError(
      'judge.not-a-question-file',
      `This is not CSV: ${message.replace(/\.$/, '')}.`,
      { file, ...(lines !== undefined && { line: lines }) },
      { cause },
    );
  }
};

/** Builds the same plain values that YAML gives, and remembers where each came from. */
class Form {
  readonly value: Record<string, unknown> = { watchfloor_question: FORM_VERSION };
  readonly #places = new Map<string, Place>();

  /** Puts a cell at a path; an empty cell leaves no value there, but its place is known. */
  put(path: Path, cell: Cell | undefined, as: (value: string) => unknown = (value) => value): void {
    if (!cell) return;
    this.note(path, cell);
    if (cell.value !== '') this.#set(path, as(cell.value));
  }

  note(path: Path, place: Place): void {
    this.#places.set(path.join('\0'), place);
  }

  /** The place of the path, or of the nearest part around it. */
  locate(path: Path): Place {
    for (let length = path.length; length > 0; length--) {
      const found = this.#places.get(path.slice(0, length).join('\0'));
      if (found) return found;
    }
    return { line: 1, column: 1 };
  }

  list(key: string): unknown[] {
    this.value[key] ??= [];
    return this.value[key] as unknown[];
  }

  #set(path: Path, value: unknown): void {
    let at = this.value as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) {
      // Names come from the file: they must not reach into the prototype.
      at[key] ??= Object.create(null);
      at = at[key] as Record<string | number, unknown>;
    }
    at[path.at(-1) as string | number] = value;
  }
}

const numeric = (value: string): unknown =>
  value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
const yes = (value: string): unknown => (/^(?:yes|true|1|x)$/i.test(value) ? true : value);

/** What the cells of a row are called. */
interface Reader {
  readonly row: readonly Cell[];
  readonly cell: (column: CsvColumn) => Cell | undefined;
  readonly hypotheses: readonly (readonly [id: string, cell: Cell | undefined])[];
}

const EVIDENCE_COLUMNS = [
  'id',
  'text',
  'credibility',
  'relevance',
  'source',
  'source_grade',
  'note',
  'author',
] as const;

const putEvidence = (form: Form, { row, cell }: Reader): void => {
  const path = ['evidence', form.list('evidence').push({}) - 1];
  form.note(path, row[0] as Cell);
  for (const column of EVIDENCE_COLUMNS) form.put([...path, column], cell(column));
  form.put([...path, 'information_grade'], cell('information_grade'), numeric);
  const from = [...path, 'from'];
  for (const column of ['document', 'title', 'claim', 'quote'] as const) form.put([...from, column], cell(column));
  const [start, end] = [cell('start'), cell('end')];
  if (start?.value || end?.value) {
    form.put([...from, 'span'], { ...(start as Cell), value: 'span' }, () => [
      numeric(start?.value ?? ''),
      numeric(end?.value ?? ''),
    ]);
  }
};

const putHypothesis = (form: Form, { row, cell }: Reader): void => {
  const path = ['hypotheses', form.list('hypotheses').push({}) - 1];
  form.note(path, row[0] as Cell);
  for (const column of ['id', 'text', 'note'] as const) form.put([...path, column], cell(column));
  form.put([...path, 'prior'], cell('prior'), numeric);
  form.put([...path, 'rest'], cell('rest'), yes);
  form.put([...path, 'terms'], cell('terms'), splitTerms);
};

/** Where the matrix of an analyst stands; made by its `matrix` row, or by the first of its ratings. */
const matrixPath = (form: Form, { row, cell }: Reader, indices: Map<string, number>): Path => {
  const analyst = cell('analyst')?.value ?? '';
  const known = indices.get(analyst);
  if (known !== undefined) return ['matrices', known];
  const index = form.list('matrices').push({}) - 1;
  indices.set(analyst, index);
  form.note(['matrices', index], row[0] as Cell);
  form.put(['matrices', index, 'analyst'], cell('analyst'));
  return ['matrices', index];
};

const putMatrixRow = (
  kind: 'matrix' | 'rating' | 'because',
  form: Form,
  reader: Reader,
  path: Path,
): readonly Complaint[] => {
  const { cell, hypotheses, row } = reader;
  if (kind === 'matrix') {
    form.put([...path, 'revision'], cell('revision'), numeric);
    form.put([...path, 'note'], cell('note'));
    for (const [id, one] of hypotheses) form.put([...path, 'priors', id], one, numeric);
    return [];
  }
  const item = cell('id')?.value ?? '';
  const ratings = [...path, 'ratings', item];
  form.note(ratings, cell('id') ?? (row[0] as Cell));
  const complaints: Complaint[] = [];
  for (const [id, one] of hypotheses) {
    const at = [...ratings, id];
    if (kind === 'because') {
      form.put([...at, 'because'], one);
      continue;
    }
    form.note(at, one ?? (row.at(-1) as Cell));
    if (one === undefined || one.value.trim() === '')
      complaints.push((problems) =>
        problems.error(
          `${item} has no rating under ${id}: write NA where it does not apply, ${UNRATED} where it is not rated yet.`,
          at,
        ),
      );
    else if (one.value.trim() !== UNRATED) form.put([...at, 'rating'], one, numeric);
  }
  return complaints;
};

/**
 * Reads a question in CSV: a row a hypothesis, an item, and an analyst's ratings of an item, with a column a hypothesis.
 * Whatever is wrong is returned, all of it; columns of problems count cells.
 *
 * @param file its name, for the places of problems
 * @throws WatchfloorError `judge.not-a-question-file` where it is no CSV at all
 */
export const readQuestionCsv = (text: string, file: string): ReadQuestion => {
  const [header = [], ...rows] = tableOf(text, file);
  const names = header.map(({ value }) => value.trim());
  const form = new Form();
  const complaints: Complaint[] = [];
  const complain = (message: string, place: Place, path: Path): void => {
    form.note(path, place);
    complaints.push((problems) => problems.error(message, path));
  };
  const kindOf = (row: readonly Cell[]): string => row[names.indexOf('row')]?.value.trim().toLowerCase() ?? '';
  const ids = rows.filter((row) => kindOf(row) === 'hypothesis').map((row) => row[names.indexOf('id')]?.value ?? '');

  if (!names.includes('row'))
    complain('The header has no column “row”, which says what each row is about.', { line: 1, column: 1 }, ['header']);
  names.forEach((name, index) => {
    const place = header[index] as Cell;
    const known: readonly string[] = [...CSV_COLUMNS, ...ids];
    if (!known.includes(name))
      complain(`No hypothesis and no column is called “${name}”.${didYouMean(name, known)}`, place, ['header', index]);
    else if (names.indexOf(name) < index) complain(`The column “${name}” stands twice.`, place, ['header', index]);
  });

  const indices = new Map<string, number>();
  rows.forEach((row, index) => {
    if (row.length !== names.length)
      complain(
        `This row has ${row.length} cells and the header ${names.length}: ${row.length < names.length ? 'cells are missing' : 'there are cells too many; words with commas go in quotation marks'}.`,
        row[0] as Cell,
        ['row', index],
      );
    const cell = (column: string): Cell | undefined => row[names.indexOf(column)];
    const reader: Reader = { row, cell, hypotheses: ids.map((id) => [id, cell(id)] as const) };
    const kind = kindOf(row);
    const known = CSV_ROWS.find((one): one is CsvRow => one === kind);
    switch (known) {
      case 'question':
        form.put(['id'], cell('id'));
        form.put(['question'], cell('text'));
        form.put(['note'], cell('note'));
        form.put(['revision'], cell('revision'), numeric);
        form.put(['dependence'], cell('dependence'), numeric);
        break;
      case 'hypothesis':
        putHypothesis(form, reader);
        break;
      case 'evidence':
        putEvidence(form, reader);
        break;
      case 'matrix':
      case 'rating':
      case 'because':
        complaints.push(...putMatrixRow(known, form, reader, matrixPath(form, reader, indices)));
        break;
      case undefined:
        if (names.includes('row'))
          complain(
            `“${kind}” is no kind of row: it is one of ${CSV_ROWS.join(', ')}.${didYouMean(kind, CSV_ROWS)}`,
            cell('row') ?? (row[0] as Cell),
            ['row', index, 'row'],
          );
        break;
    }
  });
  return checkForm(
    form.value,
    (path) => form.locate(path),
    (problems) => {
      for (const complaint of complaints) complaint(problems);
    },
  );
};
