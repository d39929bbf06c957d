import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { WatchfloorError } from '../../model/index.ts';
import { hideCallCommas, restoreCommas } from './call-commas.ts';
import type { Locate, Path } from './problem.ts';

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
}

/**
 * Refuses text that no scenario needs and that a YAML reader would choke on, by one look at the characters: size, and flow brackets or
 * sequence dashes nested beyond reason. Brackets inside quotes count too, which costs nothing at this limit.
 */
const guard = (text: string, file: string): void => {
  if (text.length > MAX_BYTES)
    throw new WatchfloorError('play.too-large', `The scenario is larger than ${MAX_BYTES / 1024 / 1024} MB.`, { file });
  let depth = 0;
  let line = 1;
  let dashes = 0;
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
  private nodes = 0;
  private readonly file: string;
  private readonly anchors: ReadonlyMap<string, Node>;

  constructor(file: string, anchors: ReadonlyMap<string, Node>) {
    this.file = file;
    this.anchors = anchors;
  }

  convert(node: unknown, depth: number, open: readonly string[]): { value: unknown; position: Position } {
    if (++this.nodes > MAX_NODES)
      throw new WatchfloorError(
        'play.too-large',
        `The scenario expands to more than ${MAX_NODES} values; do not nest aliases.`,
        { file: this.file },
      );
    if (depth > MAX_DEPTH)
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
        });
      return this.convert(target, depth, [...open, node.source]);
    }
    const start = (node as Node | null)?.range?.[0] ?? 0;
    const parts = new Map<string | number, Position>();
    if (isMap(node)) {
      const value: Record<string, unknown> = Object.create(null);
      for (const pair of node.items) {
        if (!isPair(pair)) continue;
        const key = restoreCommas(isScalar(pair.key) ? String(pair.key.value) : String(pair.key));
        const inner = this.convert(pair.value, depth + 1, open);
        value[key] = inner.value;
        const keyStart = (pair.key as Node | null)?.range?.[0] ?? start;
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
        const inner = this.convert(item, depth + 1, open);
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
    const { value, position } = new Converter(file, anchors).convert(document.contents, 0, []);
    return { value, locate: locator(position, lineCounter) };
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
