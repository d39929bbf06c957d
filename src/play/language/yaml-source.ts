import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { WatchfloorError } from '../../model/index.ts';
import { hideCallCommas, restoreCommas } from './call-commas.ts';
import { formatPath, type Locate, type Path, type Problem } from './problem.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_NODES = 100_000;
const MAX_DEPTH = 64;

/** Where a value stands in the text, and where the values inside it stand. */
interface Position {
  readonly start: number;
  /** Characters between `start` and the value's first character: the quote. */
  readonly lead: number;
  readonly parts: ReadonlyMap<string | number, Position>;
}

export interface SourceTree {
  readonly value: unknown;
  readonly locate: Locate;
  /** Keys that stand twice in one mapping, of which the last counts. */
  readonly problems: readonly Problem[];
}

/**
 * Refuses text that no scenario needs and that a YAML reader would choke on, by one look at the characters: size, and flow brackets,
 * sequence dashes or indents nested beyond reason. Brackets inside quotes count too, which costs nothing at this limit.
 */
const guard = (text: string, file: string): void => {
  if (text.length > MAX_BYTES)
    throw new WatchfloorError('play.too-large', `The scenario is larger than ${MAX_BYTES / 1024 / 1024} MB.`, { file });
  let depth = 0;
  let line = 1;
  let dashes = 0;
  const indents: number[] = [];
  const indent = /^ *(?=[^ \r\n#])/gm;
  for (let match = indent.exec(text); match && indents.length <= MAX_DEPTH; match = indent.exec(text)) {
    const [{ length }] = match;
    while (indents.length > 0 && (indents.at(-1) as number) >= length) indents.pop();
    indents.push(length);
    // An empty match does not move on by itself.
    indent.lastIndex = match.index + length + 1;
  }
  if (indents.length > MAX_DEPTH)
    throw new WatchfloorError(
      'play.too-deep',
      `The scenario nests deeper than ${MAX_DEPTH} levels; no part of one needs more than eight.`,
      { file, line: text.slice(0, indent.lastIndex).split('\n').length },
    );
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      line++;
      dashes = 0;
    } else if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    else if ((code === 45 || code === 63) && (text.charCodeAt(i + 1) === 32 || text.charCodeAt(i + 1) === 45)) dashes++;
    if (depth > MAX_DEPTH || dashes > 1000)
      throw new WatchfloorError(
        'play.too-deep',
        `The scenario nests deeper than ${MAX_DEPTH} levels; no part of one needs more than eight.`,
        { file, line },
      );
  }
};

/** Turns YAML nodes into plain values, keeping positions, with a budget that no anchor bomb fits into. */
class Converter {
  private readonly twice: { readonly path: Path; readonly start: number }[] = [];
  private nodes = 0;
  private readonly file: string;
  private readonly anchors: ReadonlyMap<string, Node>;
  private readonly lines: LineCounter;

  constructor(file: string, anchors: ReadonlyMap<string, Node>, lines: LineCounter) {
    this.file = file;
    this.anchors = anchors;
    this.lines = lines;
  }

  private place(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }

  problems(): readonly Problem[] {
    return this.twice.map(({ path, start }) => ({
      severity: 'error',
      rule: 'duplicate-name',
      message: `${formatPath(path)} stands twice; one of them needs another name, or must go.`,
      path: formatPath(path),
      ...this.place(start),
    }));
  }

  convert(node: unknown, path: Path, open: readonly string[]): { value: unknown; position: Position } {
    if (++this.nodes > MAX_NODES)
      throw new WatchfloorError(
        'play.too-large',
        `The scenario expands to more than ${MAX_NODES} values; do not nest aliases.`,
        { file: this.file },
      );
    if (path.length > MAX_DEPTH)
      throw new WatchfloorError(
        'play.too-deep',
        `The scenario nests deeper than ${MAX_DEPTH} levels; no part of one needs more than eight.`,
        { file: this.file },
      );
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (!target || open.includes(node.source))
        throw new WatchfloorError('play.not-yaml', `The alias *${node.source} names nothing that stands before it.`, {
          file: this.file,
          ...this.place(node.range?.[0] ?? 0),
        });
      return this.convert(target, path, [...open, node.source]);
    }
    const start = (node as Node | null)?.range?.[0] ?? 0;
    const parts = new Map<string | number, Position>();
    if (isMap(node)) {
      const value: Record<string, unknown> = Object.create(null);
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const key = restoreCommas(isScalar(pair.key) ? String(pair.key.value) : String(pair.key));
        const keyStart = (pair.key as Node | null)?.range?.[0] ?? start;
        if (Object.hasOwn(value, key)) this.twice.push({ path: [...path, key], start: keyStart });
        const inner = this.convert(pair.value, [...path, key], open);
        value[key] = inner.value;
        parts.set(
          key,
          pair.value === null || (isScalar(pair.value) && pair.value.value === null)
            ? { ...inner.position, start: keyStart }
            : inner.position,
        );
        parts.set(`${key}\u0000key`, { start: keyStart, lead: 0, parts: new Map() });
      }
      return { value, position: { start, lead: 0, parts } };
    }
    if (isSeq(node)) {
      const value = node.items.map((item, index) => {
        const inner = this.convert(item, [...path, index], open);
        parts.set(index, inner.position);
        return inner.value;
      });
      return { value, position: { start, lead: 0, parts } };
    }
    return isScalar(node) ? scalar(node, start) : { value: null, position: { start, lead: 0, parts } };
  }
}

/** `+0.15` is more than a number: its sign says that it is added. It stays text. */
const scalar = (node: Scalar, start: number): { value: unknown; position: Position } => {
  const source = restoreCommas(node.source ?? '');
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' || node.type?.startsWith('BLOCK');
  const plain = typeof node.value === 'string' ? restoreCommas(node.value) : node.value;
  const value = typeof plain === 'number' && source.startsWith('+') ? source : plain;
  return { value, position: { start, lead: quoted ? 1 : 0, parts: new Map() } };
};

/**
 * Reads YAML text into plain values with positions.
 * @throws WatchfloorError play.too-large, play.too-deep, play.not-yaml
 */
export const readYaml = (text: string, file: string): SourceTree => {
  guard(text, file);
  const lineCounter = new LineCounter();
  const anchors = new Map<string, Node>();
  try {
    const document = parseDocument(hideCallCommas(text), {
      lineCounter,
      version: '1.2',
      prettyErrors: false,
      stringKeys: false,
      uniqueKeys: false,
    });
    const [error] = document.errors;
    if (error) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      throw new WatchfloorError(
        'play.not-yaml',
        `This is not YAML: ${restoreCommas(error.message).replace(/\s+/g, ' ')}.`,
        { file, line, column: col },
        { cause: error },
      );
    }
    collectAnchors(document.contents, anchors, 0);
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
      throw new WatchfloorError('play.not-yaml', 'The file is empty; a scenario begins with `watchfloor: 1`.', {
        file,
      });
    const converter = new Converter(file, anchors, lineCounter);
    const { value, position } = converter.convert(document.contents, [], []);
    return { value, locate: locator(position, lineCounter), problems: converter.problems() };
  } catch (error) {
    if (error instanceof RangeError)
      throw new WatchfloorError(
        'play.too-deep',
        `The scenario nests deeper than ${MAX_DEPTH} levels; no part of one needs more than eight.`,
        { file },
        { cause: error },
      );
    throw error;
  }
};

const collectAnchors = (node: unknown, anchors: Map<string, Node>, depth: number): void => {
  if (depth > MAX_DEPTH * 2) return;
  if (isMap(node)) {
    if (node.anchor) anchors.set(node.anchor, node);
    for (const pair of node.items) collectAnchors(pair.value, anchors, depth + 1);
  } else if (isSeq(node)) {
    if (node.anchor) anchors.set(node.anchor, node);
    for (const item of node.items) collectAnchors(item, anchors, depth + 1);
  } else if (isScalar(node) && node.anchor) anchors.set(node.anchor, node);
};

const locator =
  (root: Position, lineCounter: LineCounter): Locate =>
  (path: Path, offset) => {
    let position = root;
    for (const key of path) {
      const inner = position.parts.get(key);
      if (!inner) break;
      position = inner;
    }
    const { line, col } = lineCounter.linePos(position.start + (offset === undefined ? 0 : position.lead + offset));
    return { line, column: col };
  };
