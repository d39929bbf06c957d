import { type Typed, walk } from './typed.ts';

/** Names no parameter. */
const NO_INDEX = -1;

/**
 * Stands where an expression could not be understood: it may be any number, or hold or not. Checks of meaning go on around it without being misled by it;
 * a scenario that has one is never played.
 */
export const UNKNOWN_NUMBER: Typed = { kind: 'parameter', index: NO_INDEX };
export const UNKNOWN_CONDITION: Typed = {
  kind: 'compare',
  op: '>',
  left: UNKNOWN_NUMBER,
  right: { kind: 'number', value: 0 },
};

export const unknownOf = (wanted: 'number' | 'boolean'): Typed =>
  wanted === 'number' ? UNKNOWN_NUMBER : UNKNOWN_CONDITION;

export const isUnknown = (expression: Typed): boolean => {
  let found = false;
  walk(expression, (node) => {
    if (node.kind === 'parameter' && node.index === NO_INDEX) found = true;
  });
  return found;
};
