import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CompiledLexicon, compileLexicon } from './compile.ts';
import { loadData } from './data.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { readLexiconSource } from './source/index.ts';

const COMPILED = new URL('./data/lexicon.compiled.json', import.meta.url);
let base: CompiledLexicon | undefined;
let opened: Lexicon | undefined;

/** The shipped data: one compiled file in the built package, compiled on first use from the sources. */
const baseLexicon = (): CompiledLexicon => {
  base ??= import.meta.url.endsWith('.ts')
    ? compileLexicon(readLexiconSource(loadData))
    : (JSON.parse(readFileSync(fileURLToPath(COMPILED), 'utf8')) as CompiledLexicon);
  return base;
};

/** The lexicon, with the analyst's own entries laid over it where given. */
export const openLexicon = (...own: readonly CompiledLexicon[]): Lexicon => {
  if (own.length > 0) return createLexicon(baseLexicon(), ...own);
  opened ??= createLexicon(baseLexicon());
  return opened;
};
