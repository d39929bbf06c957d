import { readFileSync } from 'node:fs';
import { builtModule } from '../../model/index.ts';

/** The tables of `src/listen/data/`, as `build-step.ts` compiles them into one file. */
export interface SpeechData {
  readonly units: Readonly<Record<string, readonly [one: string, several: string]>>;
  readonly currencies: Readonly<Record<string, readonly [one: string, several: string, hundredth?: string]>>;
  readonly abbreviations: {
    readonly always: Readonly<Record<string, string>>;
    readonly 'before-name': Readonly<Record<string, string>>;
    readonly 'before-number': Readonly<Record<string, string>>;
    readonly states: Readonly<Record<string, string>>;
  };
  readonly codes: Readonly<Record<string, string>>;
  /** Names and words, as written, to ARPAbet: phones apart by spaces, words by `/`. */
  readonly pronunciations: Readonly<Record<string, string>>;
}

let loaded: SpeechData | undefined;

export const speechData = (): SpeechData => {
  loaded ??= JSON.parse(
    readFileSync(new URL('./compiled.json', builtModule('./speech-data', import.meta.url)), 'utf8'),
  ) as SpeechData;
  return loaded;
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);

/** A pattern source that matches any of the keys, the longest first. */
export const anyKey = (table: Readonly<Record<string, unknown>>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
