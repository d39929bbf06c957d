import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Runs from dist/ after tsc: replaces the re-export by what it exports.
const file = fileURLToPath(new URL('./sqlite/kysely.js', import.meta.url));
await build({
  entryPoints: [file],
  outfile: file,
  allowOverwrite: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: true,
  legalComments: 'eof',
  logLevel: 'warning',
});
