/** A cell that a spreadsheet would take for a formula is led by an apostrophe; figures stay figures. */
const FORMULA = /^[=+\-@\t\r]/;

type Cell = string | number | boolean | null | undefined;

const cell = (value: Cell): string => {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 with a header line, CRLF, UTF-8. Columns are those of the header, in its order. */
export const csv = <Row>(columns: Readonly<Record<string, (row: Row) => Cell>>, rows: readonly Row[]): string =>
  [Object.keys(columns), ...rows.map((row) => Object.values(columns).map((column) => column(row)))]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');

/** Several values in one cell. */
export const listed = (values: readonly string[]): string => values.join('; ');
