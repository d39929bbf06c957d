import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const loaded = new Map<string, unknown>();

/** The file of a data set in the form this code runs on: YAML beside the sources, JSON in the built package. */
export const dataFile = (name: string): string =>
  fileURLToPath(new URL(`./data/${name}.${FROM_SOURCE ? 'yaml' : 'json'}`, import.meta.url));

/** Data of `src/lexicon/data/NAME.yaml` as written there; parsed once. In the built package it is JSON, and no YAML reader is loaded. */
export const loadData = <T>(name: string): T => {
  if (!loaded.has(name)) {
    const text = readFileSync(dataFile(name), 'utf8');
    loaded.set(name, FROM_SOURCE ? (require('yaml') as typeof import('yaml')).parse(text) : JSON.parse(text));
  }
  return loaded.get(name) as T;
};
