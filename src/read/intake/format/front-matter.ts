import { type DocumentKind, WatchfloorError } from '../../../model/index.ts';
import type { Draft } from '../draft.ts';
import { isoDate } from './iso-date.ts';

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const LONGEST_BLOCK = 20_000;

const KINDS: Readonly<Record<string, DocumentKind>> = {
  report: 'report',
  news: 'report',
  dispatch: 'report',
  opinion: 'opinion',
  'op-ed': 'opinion',
  editorial: 'opinion',
  commentary: 'opinion',
  column: 'opinion',
  analysis: 'analysis',
  statement: 'statement',
  speech: 'statement',
  'press release': 'statement',
  communique: 'statement',
  communiqué: 'statement',
  denial: 'statement',
  correction: 'correction',
  interview: 'interview',
};

/** What a text is, from the word that it or a page uses for it; null for a word that says nothing of the kind. */
export const kindOf = (word: string): DocumentKind | null =>
  KINDS[word.trim().toLowerCase().replaceAll('_', ' ')] ?? null;

export interface FrontMatter {
  readonly metadata: Omit<Draft, 'text'>;
  readonly body: string;
}

type Fields = Readonly<Record<string, unknown>>;

const textOf = (value: unknown, between = ', '): string | null => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return (
      value
        .map((item) => textOf(item))
        .filter((part) => part !== null)
        .join(between) || null
    );
  if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name);
  return null;
};

const first = (fields: Fields, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const text = textOf(fields[name]);
    if (text !== null) return text;
  }
  return null;
};

/**
 * Splits the YAML block off the head of a text. A text that begins with a rule (`---`) but with no mapping behind it
 * has no front matter.
 *
 * @throws WatchfloorError `intake.bad-front-matter`, `intake.bad-date`
 */
export const splitFrontMatter = async (text: string, label: string): Promise<FrontMatter> => {
  const found = FRONT_MATTER.exec(text);
  const block = found?.[1] ?? '';
  if (!found || block.length > LONGEST_BLOCK || !/^[\w-]+\s*:/m.test(block)) return { metadata: {}, body: text };
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(block, { lineCounter, schema: 'core' });
  const problem = document.errors[0];
  if (problem) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    const what = problem.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '');
    throw new WatchfloorError('intake.bad-front-matter', `The front matter is no valid YAML: ${what}.`, {
      file: label,
      line: line + 1,
      column: col,
    });
  }
  const fields: unknown = document.toJS({ maxAliasCount: 10 });
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return { metadata: {}, body: text };
  return { metadata: readFields(fields as Fields, label), body: text.slice(found[0].length) };
};

const readFields = (fields: Fields, label: string): Omit<Draft, 'text'> => {
  const date = (...names: readonly string[]): string | null => {
    const value = first(fields, ...names);
    return value === null ? null : isoDate(value, `front matter, ${names[0]}`, label);
  };
  const kind = first(fields, 'kind', 'type', 'genre');
  const notes = fields['notes'] ?? fields['note'] ?? fields['source_notes'] ?? fields['source notes'];
  const sources = textOf(fields['sources'] ?? fields['source'], '; ');
  return {
    title: first(fields, 'title', 'headline'),
    byline: first(fields, 'byline', 'author', 'authors'),
    publisher: first(fields, 'publisher', 'site', 'outlet'),
    published: date('published', 'date'),
    modified: date('modified', 'updated'),
    url: first(fields, 'url', 'link', 'canonical'),
    kind: kind === null ? null : kindOf(kind),
    language: first(fields, 'language', 'lang'),
    notes: [
      ...(Array.isArray(notes) ? notes.map((note) => textOf(note)) : [textOf(notes)]).filter((note) => note !== null),
      ...(sources === null ? [] : [`Sources named in the front matter: ${sources}`]),
    ],
  };
};
