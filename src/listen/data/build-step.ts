// Compiles the YAML tables of this folder into one JSON file beside them, so that listening need not parse YAML.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const PRONUNCIATIONS = ['people', 'places', 'organisations', 'equipment', 'words'] as const;

const table = (name: string): Readonly<Record<string, unknown>> =>
  parse(readFileSync(new URL(`./${name}.yaml`, import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>;

const compiled = {
  units: table('units'),
  currencies: table('currencies'),
  abbreviations: table('abbreviations'),
  codes: table('codes'),
  pronunciations: Object.assign({}, ...PRONUNCIATIONS.map(table)) as Readonly<Record<string, unknown>>,
};

writeFileSync(new URL('./compiled.json', import.meta.url), JSON.stringify(compiled));
