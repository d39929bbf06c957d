import { parse } from 'csv-parse/sync';
import { WatchfloorError } from '../../../model/index.ts';
import { type BargainingActor, checkActors } from './actor.ts';

/** One issue that is bargained over, with the ends of its scale in the units of the table. */
export interface Issue {
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

export interface BargainingTable {
  readonly actors: readonly BargainingActor[];
  readonly issues: readonly Issue[];
}

const CAPABILITY = /^(?:capability|influence|power|resources?|weight)$/i;
const POSITION = /^(.*?)\s*position$/i;
const SALIENCE = /^(.*?)\s*salience$/i;
const FULL_PERCENT = 100;

const fail = (message: string, file: string, line?: number): never => {
  throw new WatchfloorError('play.bad-actors', message, line === undefined ? { file } : { file, line });
};

/**
 * Reads a table of actors: a header with `Actor`, `Capability` (or `Influence`) and, for each issue, `… Position` and
 * `… Salience`; lines above the header, as KTAB writes them, are passed over. Positions that run to 100 beside saliences that
 * do are percentages; otherwise a scale ends at the outermost positions in the table.
 *
 * @throws WatchfloorError `play.bad-actors` with file and line
 */
export const readBargainingTable = (text: string, file = 'actors.csv'): BargainingTable => {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][];
  } catch (cause) {
    return fail(`The table is no CSV: ${(cause as Error).message}.`, file);
  }
  const headerAt = rows.findIndex(
    (row) => row.some((cell) => /^actor|^name$/i.test(cell)) && row.some((cell) => CAPABILITY.test(cell)),
  );
  if (headerAt < 0) return fail('The table has no header with the columns Actor and Capability (or Influence).', file);
  const header = rows[headerAt] as string[];
  const nameColumn = header.findIndex((cell) => /^actor|^name$/i.test(cell));
  const capabilityColumn = header.findIndex((cell) => CAPABILITY.test(cell));
  const issueColumns = header.flatMap((cell, position) => {
    const issue = POSITION.exec(cell);
    if (!issue) return [];
    const name = (issue[1] as string).trim();
    const salience = header.findIndex(
      (other) => SALIENCE.exec(other)?.[1]?.trim().toLowerCase() === name.toLowerCase(),
    );
    if (salience < 0)
      return fail(`The issue "${name || 'Position'}" has no column "${`${name} Salience`.trim()}".`, file);
    return [{ name: name || 'Position', position, salience }];
  });
  if (issueColumns.length === 0) return fail('The table has no Position column.', file);
  const body = rows.slice(headerAt + 1).filter((row) => (row[nameColumn] ?? '') !== '');
  const cell = (row: string[], index: number, column: number): number => {
    const value = Number(row[column]);
    if (row[column] === undefined || row[column] === '' || !Number.isFinite(value)) {
      return fail(
        `Actor ${row[nameColumn]}: "${row[column] ?? ''}" in column ${header[column]} is no number.`,
        file,
        headerAt + index + 2,
      );
    }
    return value;
  };
  const saliences = body.map((row, index) => issueColumns.map(({ salience }) => cell(row, index, salience)));
  const inPercent = saliences.flat().some((value) => value > 1);
  const issues = issueColumns.map(({ name, position }): Issue => {
    const values = body.map((row, index) => cell(row, index, position));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (inPercent && least >= 0 && most <= FULL_PERCENT) return { name, low: 0, high: FULL_PERCENT };
    if (least >= 0 && most <= 1) return { name, low: 0, high: 1 };
    return { name, low: least, high: most };
  });
  const actors = body.map(
    (row, index): BargainingActor => ({
      name: row[nameColumn] as string,
      capability: cell(row, index, capabilityColumn),
      position: issueColumns.map(({ position }, d) => {
        const { low, high } = issues[d] as Issue;
        return high === low ? 0 : (cell(row, index, position) - low) / (high - low);
      }),
      salience: (saliences[index] as number[]).map((value) => (inPercent ? value / FULL_PERCENT : value)),
    }),
  );
  checkActors(actors, file);
  return { actors, issues };
};

/** A share of the scale in the units of the table. */
export const inUnits = ({ low, high }: Issue, share: number): number => low + share * (high - low);
