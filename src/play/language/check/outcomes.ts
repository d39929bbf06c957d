import type { Scope } from '../expression/scope.ts';
import { walk } from '../expression/typed.ts';
import type { Outcome } from '../model.ts';
import { expressionOf } from './expressions.ts';
import type { Field } from './field.ts';

const OTHERWISE = 'otherwise';
/** The engine keeps which of them hold as the bits of one number. */
const MAX_OUTCOMES = 31;

export const checkOutcomes = (root: Field, scope: Scope): readonly Outcome[] => {
  const field = root.child('outcomes');
  const entries = field.entries('conditions');
  if (entries.length < 2) field.error('structure', 'the scenario needs at least two outcomes.');
  if (entries.length > MAX_OUTCOMES)
    field.error('structure', `the scenario has ${entries.length} outcomes; it can have ${MAX_OUTCOMES}.`);
  const outcomes = entries.map(([name, entry]) => ({
    name,
    when: entry.value === OTHERWISE ? null : expressionOf(entry, scope, 'outcome', 'boolean'),
  }));
  const rest = entries.filter(([, entry]) => entry.value === OTHERWISE);
  for (const [name, entry] of rest.slice(1))
    entry.error('outcome-overlap', `${name}: only one outcome can be \`otherwise\`.`);
  return outcomes;
};

const references = (outcome: Outcome): ReadonlySet<number> => {
  const used = new Set<number>();
  if (outcome.when)
    walk(outcome.when, (node) => {
      if (node.kind === 'outcome') used.add(node.index);
    });
  return used;
};

/** Indices such that every outcome comes after those it refers to. Circles, and references to `otherwise`, are reported. */
export const orderOutcomes = (outcomes: readonly Outcome[], field: Field): readonly number[] => {
  const order: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const visit = (index: number, trail: readonly number[]): void => {
    if (state.get(index) === 'done') return;
    const outcome = outcomes[index] as Outcome;
    if (state.get(index) === 'open') {
      const names = [...trail.slice(trail.indexOf(index)), index].map((i) => outcomes[i]?.name).join(' → ');
      field.child(outcome.name).error('cycle', `${names} is a circle: an outcome cannot refer to itself.`);
      return;
    }
    state.set(index, 'open');
    for (const used of references(outcome)) {
      if (outcomes[used]?.when === null)
        field
          .child(outcome.name)
          .error('cycle', `${outcome.name} refers to ${outcomes[used]?.name}, which is everything else.`);
      else visit(used, [...trail, index]);
    }
    state.set(index, 'done');
    order.push(index);
  };
  outcomes.forEach((outcome, index) => {
    if (outcome.when !== null) visit(index, []);
  });
  outcomes.forEach((outcome, index) => {
    if (outcome.when === null) order.push(index);
  });
  return order;
};
