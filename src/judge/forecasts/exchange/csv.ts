import { type CsvError, parse } from 'csv-parse/sync';
import type { ForecastUpdate } from '../../../model/index.ts';
import { didYouMean, WatchfloorError } from '../../../model/index.ts';
import { guarded, joinTerms, splitTerms, unguarded } from '../../exchange/csv-form.ts';
import { type FiledForecast, fromForm, withoutTwins } from './forecast-file.ts';
import { type ForecastForm, originForm } from './form.ts';

/** One row an update; what is said of the question may stand in its first row only. */
const COLUMNS = [
  'id',
  'revision',
  'question',
  'criteria',
  'opens',
  'closes',
  'topics',
  'at',
  'author',
  'probability',
  'note',
  'origin',
  'outcome',
  'resolved',
  'source',
  'resolver',
] as const;
type Column = (typeof COLUMNS)[number];
const OF_QUESTION = [
  'revision',
  'question',
  'criteria',
  'opens',
  'closes',
  'topics',
  'outcome',
  'resolved',
  'source',
  'resolver',
] as const;
/** Columns in which blanks around the value say nothing. */
const TRIMMED = new Set<Column>(['id', 'revision', 'opens', 'closes', 'at', 'probability', 'outcome', 'resolved']);
const NEEDED = ['question', 'criteria', 'opens', 'closes'] as const;
const MOST_CHARACTERS = 64 * 1024 * 1024;

interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

interface Table {
  readonly rows: readonly Row[];
  fail(message: string, line?: number, column?: Column): never;
}

const tableOf = (text: string, file: string): Table => {
  const fail = (message: string, line?: number, column?: Column): never => {
    throw new WatchfloorError('forecast.invalid-file', message, {
      file,
      ...(line !== undefined && { line }),
      ...(column && { path: column }),
    });
  };
  if (text.length > MOST_CHARACTERS) fail('The table is larger than 64 MB.');
  let records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (cause) {
    const { message, lines } = cause as CsvError & { readonly lines?: number };
    throw new WatchfloorError(
      'forecast.invalid-file',
      `This is not CSV: ${message.replace(/\.$/, '')}.`,
      { file, ...(lines !== undefined && { line: lines }) },
      { cause },
    );
  }
  const [head, ...body] = records;
  if (head === undefined) return fail('The table is empty; its first line names the columns.');
  const names = head.record.map((name) => name.trim().toLowerCase());
  for (const name of names)
    if (!COLUMNS.includes(name as Column)) fail(`There is no column “${name}”.${didYouMean(name, COLUMNS)}`, 1);
  for (const name of NEEDED) if (!names.includes(name)) fail(`The column “${name}” is missing.`, 1);
  const rows = body.map(({ record, info }) => {
    // The line on which the row ends is known: what it spans is counted back.
    const line = info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    if (record.length !== names.length)
      fail(`The row has ${record.length} cells, and the table ${names.length} columns.`, line);
    const cells = Object.fromEntries(
      COLUMNS.map((name) => {
        const value = unguarded(record[names.indexOf(name)] ?? '');
        return [name, TRIMMED.has(name) ? value.trim() : value];
      }),
    );
    return { line, cells: cells as Record<Column, string> };
  });
  return { rows, fail };
};

const numberOf = (text: string, { line }: Row, column: Column, { fail }: Table): number => {
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? fail(`“${text}” is no number.`, line, column) : value;
};

const updateOf = (row: Row, table: Table): NonNullable<ForecastForm['updates']>[number] | undefined => {
  const { at, author, probability, note, origin } = row.cells;
  const given = { at, author, probability };
  const missing = Object.entries(given).find(([, cell]) => cell === '')?.[0] as Column | undefined;
  if (missing !== undefined) {
    if (Object.values({ ...given, note, origin }).every((cell) => cell === '')) return undefined;
    return table.fail(
      `The cell “${missing}” is empty: a probability has a date, an author and a number.`,
      row.line,
      missing,
    );
  }
  return {
    at,
    author,
    probability: numberOf(probability, row, 'probability', table),
    ...(note !== '' && { note }),
    ...(origin !== '' && { origin: originOf(origin, row, table) }),
  };
};

const originOf = (text: string, { line }: Row, { fail }: Table): ForecastUpdate['origin'] => {
  try {
    return originForm.parse(JSON.parse(text));
  } catch {
    return fail(
      'The cell “origin” is not as the export writes it; leave it empty for a person’s own judgement.',
      line,
      'origin',
    );
  }
};

/** The rows of one question: what each says of it must agree. */
const formOf = (rows: readonly [Row, ...Row[]], table: Table): ForecastForm => {
  const [first] = rows;
  const told = Object.fromEntries(
    OF_QUESTION.map((column) => {
      const saying = rows.filter(({ cells }) => cells[column] !== '');
      const other = saying.find(({ cells }) => cells[column] !== saying[0]?.cells[column]);
      if (other)
        table.fail(`This row says something else in “${column}” than line ${saying[0]?.line}.`, other.line, column);
      return [column, saying[0]?.cells[column] ?? ''];
    }),
  ) as Record<(typeof OF_QUESTION)[number], string>;
  for (const column of NEEDED)
    if (told[column] === '') table.fail(`The cell “${column}” is empty.`, first.line, column);
  const { revision, question, criteria, opens, closes, topics, outcome, resolved, source, resolver } = told;
  const settled = { outcome, resolved, source, resolver };
  const lacking = Object.entries(settled).find(([, cell]) => cell === '')?.[0] as Column | undefined;
  const isSettled = Object.values(settled).some((cell) => cell !== '');
  if (isSettled && lacking)
    table.fail(
      `The cell “${lacking}” is empty: a resolution has an outcome, a date, a source and who resolved it.`,
      first.line,
      lacking,
    );
  return {
    ...(first.cells.id !== '' && { id: first.cells.id }),
    ...(revision !== '' && { revision: numberOf(revision, first, 'revision', table) }),
    question,
    criteria,
    opens,
    closes,
    topics: splitTerms(topics).map((topic) => topic.trim()),
    updates: rows.flatMap((row) => updateOf(row, table) ?? []),
    ...(isSettled && {
      resolution: { outcome: outcome as 'yes', at: resolved, source, by: resolver },
    }),
  };
};

const COLUMN_OF: Readonly<Record<string, Column>> = { 'resolution.at': 'resolved', 'resolution.by': 'resolver' };

/**
 * Reads forecasts from CSV, a row a probability.
 *
 * @throws WatchfloorError of the `forecast.*` codes with file, line and column name
 */
export const readForecastsCsv = (text: string, file: string): readonly FiledForecast[] => {
  const table = tableOf(text, file);
  const questions = new Map<string, [Row, ...Row[]]>();
  for (const row of table.rows) {
    const { id, question, opens } = row.cells;
    const key = id === '' ? `${question}\0${opens}` : id;
    if (key === '\0') table.fail('The row has neither an id nor a question.', row.line, 'id');
    const rows = questions.get(key);
    if (rows) rows.push(row);
    else questions.set(key, [row]);
  }
  const filed = [...questions.values()].map((rows) => {
    try {
      return fromForm(formOf(rows, table), '');
    } catch (error) {
      if (!(error instanceof WatchfloorError) || error.place.file !== undefined) throw error;
      const { path = '' } = error.place;
      const update = /^updates\.(\d+)\.(.+)$/.exec(path);
      const spoken = rows.filter((row) => updateOf(row, table) !== undefined);
      const { line } = (update ? spoken[Number(update[1])] : rows[0]) ?? rows[0];
      const column = update?.[2] ?? COLUMN_OF[path] ?? path.replace('resolution.', '');
      throw new WatchfloorError(error.code, error.message, { file, line, path: column }, { cause: error });
    }
  });
  return withoutTwins(filed, file);
};

const cell = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Forecasts as CSV (RFC 4180) that `readForecastsCsv` reads back to the letter. */
export const writeForecastsCsv = (filed: readonly FiledForecast[]): string => {
  const rows = filed.flatMap(({ forecast, revision }) => {
    const { id, question, criteria, opens, closes, topics, updates, resolution } = forecast;
    const told = {
      id,
      revision: revision === undefined ? '' : String(revision),
      question,
      criteria,
      opens,
      closes,
      topics: joinTerms(topics),
      ...(resolution && {
        outcome: resolution.outcome,
        resolved: resolution.at,
        source: resolution.source,
        resolver: resolution.by,
      }),
    };
    const said = updates.map(({ at, author, probability, note = '', origin }) => ({
      at,
      author,
      probability: String(probability),
      note,
      origin: origin.kind === 'person' ? '' : JSON.stringify(origin),
    }));
    return (said.length > 0 ? said : [{}]).map(
      (update, index): Partial<Record<Column, string>> => ({
        ...(index === 0 ? told : { id }),
        ...update,
      }),
    );
  });
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? '')).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
};
