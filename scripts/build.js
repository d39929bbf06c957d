// `npm run build`: TypeScript to dist/, then the data files that the code reads beside itself.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src');
const target = join(root, 'dist');
const DATA = /\.(ya?ml|json|css|txt|html|svg|tsv)$/;

rmSync(target, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
if (result.status !== 0) process.exit(result.status ?? 1);

for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !DATA.test(entry.name)) continue;
  const from = join(entry.parentPath, entry.name);
  if (/\/(fixtures|golden)\//.test(from.replaceAll('\\', '/'))) continue;
  cpSync(from, join(target, relative(source, from)), { recursive: true });
}

// A folder may bring its own build step (compiling data, bundling a page): build-step.js beside its code, after tsc.
for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && entry.name === 'build-step.js')
    await import(pathToFileURL(join(entry.parentPath, entry.name)).href);
}
