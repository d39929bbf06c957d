import type { Reference } from '../compose/prose.ts';

/** Characters that Markdown or HTML would read as markup, wherever they stand. */
const SPECIAL = /[\\`*_[\]<>#|~&$]/g;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
const MOST_MARKS = 4;

/** Words that stand in Markdown as they are. */
export const literal = (words: string): string =>
  words
    .replace(CONTROL, '')
    .replace(SPECIAL, (character) => `\\${character}`)
    .replace(/\s+/g, ' ');

export const quoted = (words: string): string => `“${literal(words)}”`;

/** How references are written. */
export type Label = (reference: Reference) => string;

export const marks = (references: readonly Reference[], label: Label): string =>
  references
    .slice(0, MOST_MARKS)
    .map((reference) => `[${label(reference)}](#s${reference.document}-${reference.sentence})`)
    .join(' ');

export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
