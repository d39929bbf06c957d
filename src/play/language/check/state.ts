import { support } from '../../sampling/distribution.ts';
import { intervalOf } from '../expression/interval.ts';
import type { Scope } from '../expression/scope.ts';
import type { Typed } from '../expression/typed.ts';
import { isUnknown, UNKNOWN_NUMBER } from '../expression/unknown.ts';
import type { Parameter, Variable } from '../model.ts';
import { didYouMean } from '../suggest.ts';
import { expressionOf } from './expressions.ts';
import type { Field } from './field.ts';

/** Where the range is not told: any number. */
const ANY_RANGE = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;

export const checkState = (root: Field, scope: Scope, parameters: readonly Parameter[]): readonly Variable[] => {
  const entries = root.child('state').entries('state variables');
  if (entries.length === 0) root.child('state').error('structure', 'the scenario needs at least one state variable.');
  return entries.map(([name, entry]) => checkVariable(name, entry, scope, parameters));
};

const checkVariable = (name: string, entry: Field, scope: Scope, parameters: readonly Parameter[]): Variable => {
  const known = entry.shape(['range', 'ordinal', 'init', 'seen_by'], ['init']);
  const [range, ordinal] = [entry.child('range'), entry.child('ordinal')];
  if (known && range.missing === ordinal.missing)
    entry.error('structure', `${entry.label} needs either range: [low, high] or ordinal: [levels].`);
  const levels = ordinal.missing ? null : checkLevels(ordinal);
  const [low, high] = levels ? [0, levels.length - 1] : checkRange(range);
  const everybody = [...scope.actors.keys()].map(() => true);
  const seenBy = visibility(entry.child('seen_by'), scope, everybody);
  if (levels && seenBy.includes(false))
    entry.child('seen_by').error('belief', `${entry.label}: a ladder cannot be hidden.`);
  const init = levels ? levelInit(entry, levels) : numberInit(entry, scope, parameters, low, high);
  return { name, about: entry.child('about').text(), levels, low, high, init, seenBy };
};

const checkLevels = (ordinal: Field): readonly string[] => {
  const levels = ordinal.list().map((level) => level.text() ?? '');
  if (levels.length < 2) ordinal.error('structure', `${ordinal.label} needs at least two levels, lowest first.`);
  const twice = levels.find((level, index) => levels.indexOf(level) !== index);
  if (twice !== undefined) ordinal.error('duplicate-name', `${ordinal.label} has the level ${twice} twice.`);
  for (const level of levels)
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(level))
      ordinal.error('structure', `${JSON.stringify(level)} cannot be a level: use letters, digits and _.`);
  return levels;
};

const checkRange = (range: Field): readonly [number, number] => {
  if (range.missing) return ANY_RANGE;
  const [low, high] = range.list().map((end) => end.number());
  if (low === undefined || high === undefined || low === null || high === null || low >= high) {
    range.error('range', `${range.label} must be [low, high] with low below high.`);
    return ANY_RANGE;
  }
  return [low, high];
};

const levelInit = (entry: Field, levels: readonly string[]): Typed => {
  const init = entry.child('init');
  const level = init.text();
  if (level === null) return UNKNOWN_NUMBER;
  const index = levels.indexOf(level);
  if (index >= 0) return { kind: 'number', value: index };
  init.error('unknown-name', `${entry.label} has no level ${level}.${didYouMean(level, levels)}`);
  return UNKNOWN_NUMBER;
};

const numberInit = (entry: Field, scope: Scope, parameters: readonly Parameter[], low: number, high: number): Typed => {
  const field = entry.child('init');
  if (field.missing) return UNKNOWN_NUMBER;
  const init = expressionOf(field, scope, 'parameters', 'number');
  if (isUnknown(init)) return init;
  const [least, most] = intervalOf(init, {
    variable: () => [0, 0],
    parameter: (index) => support(parameters[index]?.distribution ?? { kind: 'fixed', value: 0 }),
    turn: [0, 0],
    did: () => [0, 0],
    crossed: () => [0, 0],
    ever: () => [0, 0],
    outcome: () => [0, 0],
  });
  if (least > high || most < low)
    field.error(
      'support',
      `${field.label} is ${least === most ? least : `${least} to ${most}`}, outside the range ${low} to ${high}.`,
    );
  else if (least < low || most > high)
    field.problems.warn(
      'support',
      `${field.label} can be ${least} to ${most} and will be clamped to ${low} to ${high}.`,
      field.path,
    );
  return init;
};

/** `seen_by: [actors]` as one flag an actor; absent means everybody. */
export const visibility = (field: Field, scope: Scope, everybody: readonly boolean[]): readonly boolean[] => {
  if (field.missing) return everybody;
  const indices = new Map([...scope.actors].map(([actor, { index }]) => [actor, index]));
  const seen = new Set(field.list().map((item) => item.reference(indices, 'actor')));
  // A name that is not known may be anybody's: nobody is asked for a belief because of it.
  if (seen.has(null)) return everybody.map(() => true);
  return everybody.map((_, index) => seen.has(index));
};
