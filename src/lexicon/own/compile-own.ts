import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { EVENT_TYPES, SECTORS, sha256, WatchfloorError } from '../../model/index.ts';
import type { AttributionLexiconSource } from '../attribution-lexicon.ts';
import { compileLexicon } from '../compile.ts';
import type { EventLexiconSource } from '../event-lexicon.ts';
import { DataError } from '../source/entries.ts';
import { checkWords, ownLikelihoods } from './check-words.ts';
import { didYouMean } from './did-you-mean.ts';
import type { OwnLexicon } from './own-lexicon.ts';
import { type DataPath, itemsOf, ownLexiconSchema } from './sections.ts';
import { KEYS } from './word-sections.ts';

/** A file as text, with the line and column of everything in it. */
class Source {
  readonly #lines = new LineCounter();
  readonly document: Document;

  constructor(
    text: string,
    readonly file: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const [error] = this.document.errors;
    if (error !== undefined) throw this.error(`is no valid YAML: ${error.message}`, [], error.pos[0]);
  }

  /** @param path of the mistake; the nearest part of it that stands in the file gives line and column */
  error(message: string, path: DataPath, offset = this.#offset(path)): WatchfloorError {
    const { line, col } = this.#lines.linePos(offset);
    const where = path.length === 0 ? 'The lexicon' : `The entry ${path.join(' › ')} of the lexicon`;
    return new WatchfloorError('read.lexicon-invalid', `${where} ${message}${/[?.]$/.test(message) ? '' : '.'}`, {
      file: this.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      ...(path.length === 0 ? {} : { path: path.join('.') }),
    });
  }

  /** Where the key stands that a path ends with. */
  keyOffset(path: DataPath): number {
    const parent = this.document.getIn(path.slice(0, -1), true);
    const name = String(path[path.length - 1]);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === name)
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : this.#offset(path);
  }

  #offset(path: DataPath): number {
    for (let length = path.length; length >= 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }
}

const FINGERPRINT_LETTERS = 12;
const SECTIONS = Object.keys(ownLexiconSchema.shape);

/** Checks and compiles the text of an analyst's lexicon. */
export const compileOwnLexicon = (text: string, file: string): OwnLexicon => {
  const source = new Source(text, file);
  const value: unknown = source.document.toJS() ?? {};
  const checked = ownLexiconSchema.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const path = (issue?.path ?? []).map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue?.code === 'unrecognized_keys') {
      const key = issue.keys[0] as string;
      const known = knownKeys(path);
      const at = [...path, key];
      throw source.error(`has an unknown key "${key}"${didYouMean(key, known)}`, at, source.keyOffset(at));
    }
    if (issue?.code === 'invalid_key') {
      const reason = issue.issues[0]?.message ?? issue.message;
      const key = String(path.at(-1));
      const known = path[0] === 'events' ? EVENT_TYPES : path[0] === 'organisations' ? SECTORS : [];
      if (known.length > 0)
        throw source.error(`has an unknown key "${key}"${didYouMean(key, known)}`, path, source.keyOffset(path));
      throw source.error(plain(reason), path, source.keyOffset(path));
    }
    throw source.error(plain(issue?.message ?? 'does not have the expected form'), path);
  }
  const parts = itemsOf(checked.data).map(({ path, compile }) => {
    try {
      return compile();
    } catch (error) {
      if (error instanceof DataError) throw source.error(`cannot be used: ${error.message}`, path);
      throw error;
    }
  });
  checkWords(checked.data, (message, path) => source.error(message, path));
  const { classes, nominalisations, events, cues } = checked.data;
  return {
    names: compileLexicon({
      entries: parts.flatMap(({ entries }) => entries ?? []),
      offices: parts.flatMap(({ offices }) => offices ?? []),
      equipment: parts.flatMap(({ equipment }) => equipment ?? []),
    }),
    events: plainData<EventLexiconSource>({ classes, nominalisations, events }),
    attribution: plainData<AttributionLexiconSource>({ cues }),
    likelihoods: ownLikelihoods(checked.data),
    fingerprint: sha256(text).slice(0, FINGERPRINT_LETTERS),
  };
};

/** Without the keys that hold nothing. */
const plainData = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

/** What may stand beside an unknown key. */
const knownKeys = (path: DataPath): readonly string[] => {
  const [section] = path;
  if (section === undefined) return SECTIONS;
  if (section === 'organisations') return SECTORS;
  if (section === 'events' && path.length === 1) return EVENT_TYPES;
  return KEYS[String(section)] ?? [];
};

const plain = (message: string): string => {
  const text = message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
  return /^is |^has /.test(text) ? text : `is not as it should be: ${text}`;
};
