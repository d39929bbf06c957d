import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const SOURCE = join(ROOT, 'src');

/** docs/architecture.md: an import goes down or stays in its own folder, never up or across except to a folder's index. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  style: 0,
  lexicon: 1,
  read: 2,
  situation: 2,
  judge: 2,
  play: 2,
  listen: 2,
  watch: 3,
  brief: 3,
  store: 4,
  app: 4,
  cli: 5,
  server: 5,
};
const FACES = new Set(['cli', 'server']);
const FACE_MAY_USE = new Set(['app', 'model']);

interface Import {
  readonly from: string;
  readonly to: string;
}

const sourceFiles = (): string[] =>
  readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const importsOf = (file: string, text: string): Import[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) => ({
    from: relative(SOURCE, file),
    to: relative(SOURCE, resolve(dirname(file), match[1] as string)),
  }));

const folderOf = (path: string): string => path.split('/')[0] as string;

const violation = ({ from, to }: Import): string | undefined => {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source === target || !from.includes('/')) return undefined;
  const [sourceFloor, targetFloor] = [FLOORS[source], FLOORS[target]];
  if (sourceFloor === undefined) return `${from}: the folder ${source}/ stands on no floor`;
  if (targetFloor === undefined) return `${from} imports ${to}, which stands on no floor`;
  if (FACES.has(source) && !FACE_MAY_USE.has(target))
    return `${from} imports ${to}: a face calls app/ and nothing below`;
  // app/ holds one use case a file, loaded one by one so that start-up stays short.
  if (target !== 'model' && target !== 'app' && to.split('/')[1] !== 'index.ts')
    return `${from} imports ${to}: only the index of another folder may be imported`;
  if (source === 'app' && target === 'store') return undefined;
  if (targetFloor >= sourceFloor)
    return `${from} imports ${to}: floor ${sourceFloor} may not import floor ${targetFloor}`;
  return undefined;
};

describe('floors', () => {
  const imports = sourceFiles().flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

  it('finds the imports of the sources', () => {
    expect(imports.length).toBeGreaterThan(10);
  });

  it('lets no import go up or across', () => {
    expect(imports.map(violation).filter(Boolean)).toEqual([]);
  });

  it('would notice each kind of forbidden import', () => {
    expect(violation({ from: 'model/a.ts', to: 'lexicon/index.ts' })).toMatch(/floor 0 may not import floor 1/);
    expect(violation({ from: 'situation/a.ts', to: 'read/index.ts' })).toMatch(/may not import/);
    expect(violation({ from: 'brief/a.ts', to: 'situation/ties.ts' })).toMatch(/only the index/);
    expect(violation({ from: 'cli/a.ts', to: 'read/index.ts' })).toMatch(/a face calls app/);
    expect(violation({ from: 'elsewhere/a.ts', to: 'model/index.ts' })).toMatch(/stands on no floor/);
    expect(violation({ from: 'app/a.ts', to: 'store/index.ts' })).toBeUndefined();
  });
});
