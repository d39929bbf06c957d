import type { Distribution } from '../../sampling/distribution.ts';
import type { Scope } from '../expression/scope.ts';
import type { Typed } from '../expression/typed.ts';
import { UNKNOWN_CONDITION } from '../expression/unknown.ts';
import type { Action, Actor, RedLine, Variable } from '../model.ts';
import { didYouMean } from '../suggest.ts';
import { checkChance, checkEffects } from './effects.ts';
import { distributionOf, expressionOf } from './expressions.ts';
import type { Field } from './field.ts';

/** The engine keeps each choice as a byte. */
const MAX_ACTIONS = 250;
const ONE: Typed = { kind: 'number', value: 1 };
const ZERO: Typed = { kind: 'number', value: 0 };

export interface CheckedActors {
  readonly actors: readonly Actor[];
  readonly lines: readonly RedLine[];
}

export const checkActors = (root: Field, scope: Scope, variables: readonly Variable[]): CheckedActors => {
  const entries = root.child('actors').entries('actors');
  if (entries.length === 0) root.child('actors').error('structure', 'the scenario needs at least one actor.');
  const lines = entries.flatMap(([name, entry]) => checkLines(name, entry, scope));
  return {
    lines,
    actors: entries.map(([name, entry], index) => checkActor(name, index, entry, scope, variables, lines)),
  };
};

const checkLines = (actor: string, entry: Field, scope: Scope): readonly RedLine[] => {
  const own = scope.actors.get(actor);
  return entry
    .child('redlines')
    .list()
    .flatMap((line) => {
      if (!line.shape(['id', 'when', 'unlocks', 'audience_cost'], ['id', 'when'])) return [];
      const id = line.child('id').text();
      const when = line.child('when').missing
        ? UNKNOWN_CONDITION
        : expressionOf(line.child('when'), scope, 'situation', 'boolean');
      const cost = line.child('audience_cost');
      const unlocks = line
        .child('unlocks')
        .list()
        .map((item) => item.reference(own?.actions ?? new Map(), `action of ${actor}`))
        .filter((action) => action !== null);
      const audienceCost = cost.missing ? null : expressionOf(cost, scope, 'situation', 'number');
      return id === null || !own ? [] : [{ id, owner: own.index, when, audienceCost, unlocks }];
    });
};

const checkActor = (
  name: string,
  index: number,
  entry: Field,
  scope: Scope,
  variables: readonly Variable[],
  lines: readonly RedLine[],
): Actor => {
  entry.shape(
    ['title', 'decide', 'beliefs', 'sees', 'utility', 'redlines', 'actions'],
    ['decide', 'utility', 'actions'],
  );
  const decide = entry.child('decide');
  if (!decide.missing) decide.shape(['rule', 'precision', 'lookahead']);
  const rule = decide.child('rule').text() ?? 'logit';
  if (rule !== 'logit' && rule !== 'best')
    decide
      .child('rule')
      .error('unknown-name', `unknown rule ${rule}.${didYouMean(rule, ['logit', 'best']) || ' Known: logit, best.'}`);
  const precision = decide.child('precision');
  if (rule === 'logit' && precision.missing && !decide.missing)
    decide.error(
      'structure',
      `${decide.label}: logit choice needs a precision (0: at random; the greater, the nearer to always the best).`,
    );
  const actions = entry
    .child('actions')
    .entries('actions')
    .map(([action, field], at) =>
      checkAction(
        action,
        field,
        scope,
        lines.flatMap((line, l) => (line.owner === index && line.unlocks.includes(at) ? [l] : [])),
      ),
    );
  if (actions.length === 0) entry.child('actions').error('structure', `${entry.label} needs at least one action.`);
  else if (actions.length > MAX_ACTIONS)
    entry
      .child('actions')
      .error('structure', `${entry.label} has ${actions.length} actions; it can have ${MAX_ACTIONS}.`);
  else if (!actions.some(({ requires, unlockedBy }) => requires === null && unlockedBy.length === 0))
    entry
      .child('actions')
      .error(
        'structure',
        `${entry.label} needs one action without requires, such as hold: {}, or it may be left without any.`,
      );
  return {
    name,
    title: entry.child('title').text() ?? name,
    rule: rule === 'best' ? 'best' : 'logit',
    precision: precision.missing ? ONE : expressionOf(precision, scope, 'parameters', 'number'),
    lookahead: (decide.child('lookahead').whole(0, 2) ?? 0) as 0 | 1 | 2,
    utility: entry.child('utility').missing ? ZERO : expressionOf(entry.child('utility'), scope, 'situation', 'number'),
    actions,
    ...checkBeliefs(index, entry, scope, variables),
  };
};

const checkAction = (name: string, entry: Field, scope: Scope, unlockedBy: readonly number[]): Action => {
  if (entry.missing)
    entry.error('structure', `${entry.label} is empty: write ${name}: {} for an action without effects.`);
  else entry.shape(['title', 'requires', 'effects', 'chance']);
  const requires = entry.child('requires');
  return {
    name,
    title: entry.child('title').text() ?? name.replaceAll('_', ' '),
    requires: requires.missing ? null : expressionOf(requires, scope, 'situation', 'boolean'),
    effects: checkEffects(entry.child('effects'), scope),
    chance: checkChance(entry.child('chance'), scope),
    unlockedBy,
  };
};

type Beliefs = Pick<Actor, 'parameterBeliefs' | 'stateBeliefs'>;

const checkBeliefs = (index: number, entry: Field, scope: Scope, variables: readonly Variable[]): Beliefs => {
  const parameterBeliefs: { parameter: number; prior: Distribution }[] = [];
  const priors = new Map<number, Distribution>();
  for (const [name, field] of entry.child('beliefs').entries('distributions')) {
    const prior = distributionOf(field);
    const parameter = scope.parameters.get(name);
    const variable = scope.variables.get(name);
    if (parameter === undefined && !variable)
      field.error(
        'unknown-name',
        `unknown parameter or state variable ${name}.${didYouMean(name, [...scope.parameters.keys(), ...scope.variables.keys()])}`,
      );
    else if (variable && variables[variable.index]?.seenBy[index])
      field.error(
        'belief',
        `${field.label}: this actor sees ${name} as it is; a belief needs \`seen_by\` at ${name} without this actor.`,
      );
    if (!prior) continue;
    if (parameter !== undefined) parameterBeliefs.push({ parameter, prior });
    else if (variable) priors.set(variable.index, prior);
  }
  const sight = new Map<number, { noise: number; drift: number }>();
  for (const [name, field] of entry.child('sees').entries('readings')) {
    const variable = scope.variables.get(name);
    if (!field.shape(['noise', 'drift'], ['noise'])) continue;
    const [noise, drift] = [field.child('noise').number(0), field.child('drift').number(0)];
    if (!variable)
      field.error('unknown-name', `unknown state variable ${name}.${didYouMean(name, scope.variables.keys())}`);
    else if (variables[variable.index]?.seenBy[index])
      field.error('belief', `${field.label}: this actor sees ${name} as it is already.`);
    else if (noise !== null) sight.set(variable.index, { noise, drift: drift ?? 0 });
  }
  const stateBeliefs: Actor['stateBeliefs'][number][] = [];
  variables.forEach((variable, at) => {
    if (variable.seenBy[index]) return;
    const prior = priors.get(at);
    if (!prior)
      entry.error(
        'belief',
        `${entry.label} cannot see ${variable.name} and needs a belief about it: beliefs: { ${variable.name}: … }.`,
      );
    else
      stateBeliefs.push({ variable: at, prior, noise: sight.get(at)?.noise ?? null, drift: sight.get(at)?.drift ?? 0 });
  });
  return { parameterBeliefs, stateBeliefs };
};
