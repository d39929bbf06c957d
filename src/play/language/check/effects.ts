import type { Scope } from '../expression/scope.ts';
import { UNKNOWN_NUMBER } from '../expression/unknown.ts';
import type { Branch, Effect } from '../model.ts';
import { didYouMean, nearest } from '../suggest.ts';
import { expressionOf } from './expressions.ts';
import type { Field } from './field.ts';

/** What an effect that could not be understood may do to its variable. */
const ANYTHING = { mode: 'set', amount: UNKNOWN_NUMBER } as const;

/** `{ arms: +0.1, ladder: =crisis }`. */
export const checkEffects = (field: Field, scope: Scope): readonly Effect[] =>
  field.entries('effects').flatMap(([name, entry]) => {
    const variable = scope.variables.get(name);
    if (!variable) {
      entry.error(
        'unknown-name',
        `unknown state variable ${name}.${scope.parameters.has(name) ? ` ${name} is a parameter, which no action can change.` : didYouMean(name, scope.variables.keys())}`,
      );
      const meant = scope.variables.get(nearest(name, scope.variables.keys()) ?? '');
      return meant ? [{ variable: meant.index, ...ANYTHING }] : [];
    }
    return [checkEffect(entry, variable.index, variable.levels, scope)];
  });

const checkEffect = (entry: Field, variable: number, levels: readonly string[] | null, scope: Scope): Effect => {
  const { value } = entry;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') {
    entry.error('type', `${entry.label} must be +amount, -amount or =value.`);
    return { variable, ...ANYTHING };
  }
  const trimmed = text.trimStart();
  const sign = trimmed[0];
  if (sign !== '+' && sign !== '-' && sign !== '=') {
    entry.error('type', `${entry.label}: write +${trimmed} to add or =${trimmed} to set.`);
    return { variable, ...ANYTHING };
  }
  const skip = text.length - trimmed.length + (sign === '-' ? 0 : 1);
  const body = text.slice(skip);
  if (sign === '=' && levels) {
    const index = levels.indexOf(body.trim());
    if (index >= 0) return { variable, mode: 'set', amount: { kind: 'number', value: index } };
    if (/^\s*[A-Za-z_]\w*\s*$/.test(body)) {
      entry.error(
        'unknown-name',
        `${entry.path.at(-1)} has no level ${body.trim()}.${didYouMean(body.trim(), levels)}`,
      );
      return { variable, ...ANYTHING };
    }
  }
  const amount = expressionOf(entry, scope, 'situation', 'number', body, skip);
  if (levels && amount.kind === 'number' && !Number.isInteger(amount.value))
    entry.error('type', `${entry.label}: a ladder moves by whole levels, not ${amount.value}.`);
  return { variable, mode: sign === '=' ? 'set' : 'add', amount };
};

/** The exclusive branches of one chance list. */
export const checkChance = (field: Field, scope: Scope): readonly Branch[] => {
  const branches = field.list().flatMap((entry) => {
    if (!entry.shape(['p', 'effects'], ['p', 'effects'])) return [];
    const p = entry.child('p').missing ? UNKNOWN_NUMBER : expressionOf(entry.child('p'), scope, 'situation', 'number');
    const effects = checkEffects(entry.child('effects'), scope);
    return [{ p, effects }];
  });
  const constant = branches.reduce((sum, { p }) => sum + (p.kind === 'number' ? p.value : 0), 0);
  if (constant > 1 + 1e-9)
    field.error(
      'range',
      `${field.label}: the branches exclude each other, but their probabilities add up to ${Number(constant.toFixed(6))}.`,
    );
  return branches;
};
