// Run by `npm run build` from dist/: every data file to JSON, and the lexicon compiled into one file that loads fast.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { compileLexicon } from './compile.ts';
import { LEXICON_FILES, readLexiconSource } from './source/index.ts';

const folder = fileURLToPath(new URL('./data/', import.meta.url));
const compiledFrom = new Set<string>(LEXICON_FILES);

const parsed = new Map<string, unknown>();
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.yaml')) continue;
  const name = file.slice(0, -'.yaml'.length);
  parsed.set(name, parse(readFileSync(join(folder, file), 'utf8')));
  rmSync(join(folder, file));
}

const write = (name: string, value: unknown): void => {
  const file = join(folder, `${name}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(value));
  renameSync(`${file}.part`, file);
};

for (const [name, value] of parsed) if (!compiledFrom.has(name)) write(name, value);
write('lexicon.compiled', compileLexicon(readLexiconSource(<T>(name: string) => parsed.get(name) as T)));
