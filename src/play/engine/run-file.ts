import { WatchfloorError } from '../../model/index.ts';
import type { ScenarioForm } from '../language/form.ts';
import { prepareScenario } from '../language/scenario.ts';
import { ENGINE_VERSION, type Manifest } from './manifest.ts';
import type { Played } from './play.ts';
import type { RunColumns } from './runs.ts';

/**
 * Runs kept as particles, in one self-contained file (format: docs/play.md, *Run files*): eight bytes of magic, the header's length, a JSON header with manifest, scenario and
 * a directory of columns, then the columns, little-endian, each at a multiple of eight bytes.
 */
const MAGIC = 'WFRUNS1\n';
const ALIGN = 8;
const LENGTH_BYTES = 4;

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type ColumnType = keyof typeof TYPES;
type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

interface Header {
  readonly manifest: Manifest;
  readonly form: ScenarioForm;
  readonly file?: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly length: number;
    readonly offset: number;
  }[];
}

const align = (offset: number): number => Math.ceil(offset / ALIGN) * ALIGN;

export const encodeRuns = ({ manifest, scenario, points, runs, columns, histogram }: Played): Uint8Array => {
  const parts: readonly (readonly [string, ColumnType, Column])[] = [
    ['points', 'f64', points],
    ['histogram', 'u32', histogram],
    ['run', 'u32', runs],
    ['ended', 'u16', columns.ended],
    ['since', 'u16', columns.since],
    ['outcome', 'u8', columns.outcome],
    ['choices', 'u8', columns.choices],
    ['signals', 'u8', columns.signals],
  ];
  let offset = 0;
  const directory = parts.map(([name, type, column]) => {
    const entry = { name, type, length: column.length, offset };
    offset = align(offset + column.byteLength);
    return entry;
  });
  const header = new TextEncoder().encode(
    JSON.stringify({
      manifest,
      form: scenario.form,
      ...(scenario.file === undefined ? {} : { file: scenario.file }),
      columns: directory,
    } satisfies Header),
  );
  const start = align(MAGIC.length + LENGTH_BYTES + header.length);
  const bytes = new Uint8Array(start + offset);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + LENGTH_BYTES);
  for (const [index, [, , column]] of parts.entries())
    bytes.set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      start + (directory[index]?.offset ?? 0),
    );
  return bytes;
};

/** @throws WatchfloorError play.bad-run-file */
export const decodeRuns = (content: Uint8Array, file: string): Played => {
  // A Buffer's slice would share memory with whatever else its pool holds.
  const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  const fail = (why: string): never => {
    throw new WatchfloorError('play.bad-run-file', `This is no run file that can be read: ${why}.`, { file });
  };
  if (bytes.length < MAGIC.length + LENGTH_BYTES || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    fail('it does not begin with WFRUNS1');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const header =
    readHeader(bytes.subarray(MAGIC.length + LENGTH_BYTES, MAGIC.length + LENGTH_BYTES + length)) ??
    fail('its header is damaged');
  if (header.manifest.engine !== ENGINE_VERSION)
    fail(`it was made by engine ${header.manifest.engine}, this is ${ENGINE_VERSION}`);
  const start = align(MAGIC.length + LENGTH_BYTES + length);
  const column = (name: string): Column => {
    const entry = header.columns.find((candidate) => candidate.name === name) ?? fail(`it lacks the column ${name}`);
    const Type = TYPES[entry.type];
    const from = start + entry.offset;
    const size = entry.length * Type.BYTES_PER_ELEMENT;
    if (from + size > bytes.length) fail('it is cut off');
    return new Type(bytes.slice(from, from + size).buffer);
  };
  const runs = column('run') as Uint32Array;
  const columns: RunColumns = {
    first: 0,
    count: runs.length,
    outcome: column('outcome') as Uint8Array,
    ended: column('ended') as Uint16Array,
    since: column('since') as Uint16Array,
    choices: column('choices') as Uint8Array,
    signals: column('signals') as Uint8Array,
  };
  const scenario = {
    ...prepareScenario(header.form, {}, header.file === undefined ? {} : { file: header.file }),
    set: header.manifest.set,
  };
  return {
    manifest: header.manifest,
    scenario,
    points: column('points') as Float64Array,
    runs,
    columns,
    histogram: column('histogram') as Uint32Array,
  };
};

const readHeader = (bytes: Uint8Array): Header | null => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Header;
  } catch {
    return null;
  }
};
