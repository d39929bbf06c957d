import { type Site, type Typed, walk } from '../language/expression/typed.ts';
import type { Layout } from './layout.ts';

/** Places of divisions, so that a run can say which one failed. */
export class Sites {
  readonly list: Site[] = [];
  private readonly known = new Map<string, number>();

  index(site: Site): number {
    const key = `${site.path}:${site.line}:${site.column}:${site.text}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.list.length);
    return this.list.push(site) - 1;
  }
}

/** How the JavaScript being written refers to things. */
export interface Surroundings {
  readonly layout: Layout;
  readonly sites: Sites;
  readonly slot: (index: number) => string;
}

/** A number as JavaScript source: digits only, whatever the number. */
export const literal = (value: number): string =>
  value < 0 || Object.is(value, -0) ? `(${String(value)})` : String(value);

/**
 * JavaScript source of a checked expression. Nothing of the scenario's text gets into it: only numbers, indices and the operators of this file.
 * Parameters are read from `P`, outcomes from `o0`, `o1` …
 */
export const emit = (node: Typed, at: Surroundings): string => {
  const of = (part: Typed): string => emit(part, at);
  const { layout, slot } = at;
  switch (node.kind) {
    case 'number':
      return literal(node.value);
    case 'boolean':
      return String(node.value);
    case 'variable':
      return slot(layout.variable(node.index));
    case 'parameter':
      return `P[${node.index}]`;
    case 'turn':
      return slot(layout.turn);
    case 'did':
      return `(${slot(layout.last(node.actor))}===${node.action})`;
    case 'crossed':
      return `(${slot(layout.crossed(node.line))}===1)`;
    case 'ever':
      return `(${slot(layout.latch(node.latch))}===1)`;
    case 'outcome':
      return `o${node.index}`;
    case 'negate':
      return `(-${of(node.operand)})`;
    case 'not':
      return `(!${of(node.operand)})`;
    case 'arithmetic':
      if (node.op === '/')
        return node.right.kind === 'number'
          ? `(${of(node.left)}/${of(node.right)})`
          : `divide(${of(node.left)},${of(node.right)},${at.sites.index(node.site)})`;
      return `(${of(node.left)}${node.op}${of(node.right)})`;
    case 'compare': {
      const op = node.op === '==' ? '===' : node.op === '!=' ? '!==' : node.op;
      return `(${of(node.left)}${op}${of(node.right)})`;
    }
    case 'logic':
      return `(${of(node.left)}${node.op === 'and' ? '&&' : '||'}${of(node.right)})`;
    case 'call': {
      const args = node.args.map(of);
      switch (node.fn) {
        case 'min':
        case 'max':
        case 'abs':
          return `Math.${node.fn}(${args.join(',')})`;
        case 'clamp':
          return `Math.min(Math.max(${args[0]},${args[1]}),${args[2]})`;
        case 'if':
          return `(${args[0]}?${args[1]}:${args[2]})`;
      }
    }
  }
};

/** The slots that an expression looks at. */
export const slotsOf = (node: Typed, layout: Layout): ReadonlySet<number> => {
  const slots = new Set<number>();
  walk(node, (part) => {
    if (part.kind === 'variable') slots.add(layout.variable(part.index));
    else if (part.kind === 'turn') slots.add(layout.turn);
    else if (part.kind === 'did') slots.add(layout.last(part.actor));
    else if (part.kind === 'crossed') slots.add(layout.crossed(part.line));
    else if (part.kind === 'ever') slots.add(layout.latch(part.latch));
  });
  return slots;
};

/** The signed terms of a sum, left to right: a utility is added up term by term, so that terms which nothing touched need no second look. */
export const termsOf = (node: Typed, sign: 1 | -1 = 1): readonly { readonly sign: 1 | -1; readonly term: Typed }[] => {
  if (node.kind === 'negate') return termsOf(node.operand, sign === 1 ? -1 : 1);
  if (node.kind === 'arithmetic' && (node.op === '+' || node.op === '-'))
    return [...termsOf(node.left, sign), ...termsOf(node.right, node.op === '+' ? sign : sign === 1 ? -1 : 1)];
  return [{ sign, term: node }];
};
