import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelFolder } from './annotate/model-folder.ts';

const LETTERS = 12;
/** What makes a reading of a document: rules, data of the lexicon, and the network below. */
const RULES = ['./annotate/', './extract/', '../lexicon/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const MODEL_FILE = /\.(?:onnx|json|txt)$/;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => /\.(?:[jt]s|json|yaml)$/.test(path) && !/\.(?:test|fixture|d)\.[jt]s$/.test(path))
    .sort();

let known: string | undefined;

/**
 * A short hash of everything that decides what a reading says: the reader's rules, the shipped lexicon and the network.
 * Readings that were made under another one are out of date. A missing folder of the network counts as an empty one.
 */
export const readerFingerprint = (): string => {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  const add = (name: string, path: string): void => {
    const bytes = readFileSync(path);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  };
  for (const folder of RULES) for (const path of filesIn(folder)) add(path.slice(folder.length), path);
  const model = modelFolder();
  const files = existsSync(model) ? readdirSync(model).filter((name) => MODEL_FILE.test(name)) : [];
  for (const name of files.sort()) add(name, join(model, name));
  known = hash.digest('hex').slice(0, LETTERS);
  return known;
};
