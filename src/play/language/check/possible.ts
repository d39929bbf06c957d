import { intervalOf } from '../expression/interval.ts';
import { type Typed, walk } from '../expression/typed.ts';
import { isUnknown } from '../expression/unknown.ts';
import type { Model } from '../model.ts';
import type { Path, Problems } from '../problem.ts';
import { findReach, type Reach } from './reach.ts';

/** Reports what can never happen, probabilities that are none, divisors that are always 0, and names that nothing uses. */
export const checkPossible = (model: Model, problems: Problems): void => {
  const reach = findReach(model);
  const never = (condition: Typed): boolean => intervalOf(condition, reach.environment)[1] === 0;
  model.actors.forEach((actor, a) => {
    actor.actions.forEach((action, k) => {
      if (reach.actions[a]?.[k]) return;
      const path = ['actors', actor.name, 'actions', action.name];
      const locked = action.unlockedBy.length > 0 && !action.unlockedBy.some((line) => reach.lines[line]);
      const why = locked
        ? `the red lines that unlock it (${action.unlockedBy.map((line) => model.lines[line]?.id).join(', ')}) can never be crossed`
        : 'its requires can never hold';
      problems.error('unreachable', `${actor.name}.${action.name} can never be chosen: ${why}.`, path);
    });
  });
  for (const [index, line] of model.lines.entries())
    if (!reach.lines[index])
      problems.warn('unreachable', `the red line ${line.id} can never be crossed.`, linePath(model, line));
  for (const { name, hit } of model.observables)
    if (never(hit))
      problems.warn('unreachable', `what ${name} would show can never happen.`, ['observables', name, 'hit']);
  for (const { name, when } of model.outcomes)
    if (when && never(when))
      problems.warn('unreachable', `the outcome ${name} can never come about.`, ['outcomes', name]);
  for (const { name, when } of model.shocks)
    if (when && never(when)) problems.warn('unreachable', `the shock ${name} can never happen.`, ['shocks', name]);
  checkProbabilities(model, reach, problems);
  checkDivisors(model, reach, problems);
  // What could not be understood may use anything.
  if (!problems.failed) checkUnused(model, problems);
};

const linePath = (model: Model, line: Model['lines'][number]): Path => [
  'actors',
  model.actors[line.owner]?.name ?? '',
  'redlines',
  model.lines.filter(({ owner }) => owner === line.owner).indexOf(line),
];

const checkProbabilities = (model: Model, reach: Reach, problems: Problems): void => {
  const check = (p: Typed, path: Path): void => {
    if (isUnknown(p)) return;
    const [low, high] = intervalOf(p, reach.environment);
    const range = low === high ? `${low}` : `${low} to ${high}`;
    if (low > 1 || high < 0)
      problems.error('support', `a probability must lie from 0 to 1, but this is ${range}.`, path);
    else if (low < 0 || high > 1)
      problems.warn('support', `this probability may be ${range}; outside 0 to 1 it is clamped.`, path);
  };
  for (const actor of model.actors)
    for (const action of actor.actions)
      for (const [index, { p }] of action.chance.entries())
        check(p, ['actors', actor.name, 'actions', action.name, 'chance', index, 'p']);
  for (const shock of model.shocks) check(shock.p, ['shocks', shock.name, 'p']);
  for (const { name, detect, falseAlarm } of model.observables) {
    check(detect, ['observables', name, 'detect']);
    check(falseAlarm, ['observables', name, 'false_alarm']);
  }
  for (const actor of model.actors) {
    if (isUnknown(actor.precision)) continue;
    const [low, high] = intervalOf(actor.precision, reach.environment);
    if (high < 0)
      problems.error('support', `a precision must not be negative, but this is ${low} to ${high}.`, [
        'actors',
        actor.name,
        'decide',
        'precision',
      ]);
    else if (low < 0)
      problems.warn('support', `this precision may be ${low}; below 0 it counts as 0.`, [
        'actors',
        actor.name,
        'decide',
        'precision',
      ]);
  }
};

/** Every expression of the model with the path it stands at. */
export const expressionsOf = (model: Model): readonly (readonly [Typed, Path])[] => {
  const found: (readonly [Typed, Path])[] = [];
  const add = (node: Typed | null, ...path: (string | number)[]): void => {
    if (node) found.push([node, path]);
  };
  for (const { name, init } of model.variables) add(init, 'state', name, 'init');
  for (const actor of model.actors) {
    const at = ['actors', actor.name];
    add(actor.precision, ...at, 'decide', 'precision');
    add(actor.utility, ...at, 'utility');
    for (const action of actor.actions) {
      const here = [...at, 'actions', action.name];
      add(action.requires, ...here, 'requires');
      for (const effect of action.effects)
        add(effect.amount, ...here, 'effects', model.variables[effect.variable]?.name ?? '');
      action.chance.forEach((branch, index) => {
        add(branch.p, ...here, 'chance', index, 'p');
        for (const effect of branch.effects)
          add(effect.amount, ...here, 'chance', index, 'effects', model.variables[effect.variable]?.name ?? '');
      });
    }
  }
  for (const line of model.lines) {
    const at = linePath(model, line);
    add(line.when, ...at, 'when');
    add(line.audienceCost, ...at, 'audience_cost');
  }
  for (const shock of model.shocks) {
    add(shock.p, 'shocks', shock.name, 'p');
    add(shock.when, 'shocks', shock.name, 'when');
    for (const effect of shock.effects) add(effect.amount, 'shocks', shock.name, 'effects');
  }
  for (const { name, hit, detect, falseAlarm } of model.observables) {
    add(hit, 'observables', name, 'hit');
    add(detect, 'observables', name, 'detect');
    add(falseAlarm, 'observables', name, 'false_alarm');
  }
  for (const latch of model.latches) add(latch, 'outcomes');
  for (const { name, when } of model.outcomes) add(when, 'outcomes', name);
  add(model.stop, 'stop');
  return found;
};

const checkDivisors = (model: Model, reach: Reach, problems: Problems): void => {
  for (const [expression, path] of expressionsOf(model))
    walk(expression, (node) => {
      if (node.kind !== 'arithmetic' || node.op !== '/') return;
      const [low, high] = intervalOf(node.right, reach.environment);
      if (low === 0 && high === 0)
        problems.error('division', `division by zero: the divisor in \`${node.site.text}\` is always 0.`, path);
      else if (low <= 0 && high >= 0)
        problems.warn(
          'division',
          `the divisor in \`${node.site.text}\` can be 0; guard it, for example by max(…, .01).`,
          path,
        );
    });
};

const checkUnused = (model: Model, problems: Problems): void => {
  const parameters = new Set<number>();
  const variables = new Set<number>();
  for (const [expression] of expressionsOf(model))
    walk(expression, (node) => {
      if (node.kind === 'parameter') parameters.add(node.index);
      if (node.kind === 'variable') variables.add(node.index);
    });
  model.parameters.forEach(({ name }, index) => {
    if (!parameters.has(index)) problems.warn('unused', `nothing uses the parameter ${name}.`, ['parameters', name]);
  });
  model.variables.forEach(({ name }, index) => {
    if (!variables.has(index)) problems.warn('unused', `nothing looks at the state variable ${name}.`, ['state', name]);
  });
};
