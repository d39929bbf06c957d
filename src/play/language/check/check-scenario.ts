import type { Scope } from '../expression/scope.ts';
import type { Typed } from '../expression/typed.ts';
import { FORM_VERSION } from '../form-version.ts';
import type { Model } from '../model.ts';
import { type Locate, type Problem, Problems } from '../problem.ts';
import { checkActors } from './actors.ts';
import { checkCoverage } from './coverage.ts';
import { checkDefinitions, expressionOf } from './expressions.ts';
import { Field } from './field.ts';
import { collectNames } from './names.ts';
import { checkOutcomes, orderOutcomes } from './outcomes.ts';
import { checkCorrelations, checkParameters } from './parameters.ts';
import { checkPossible } from './possible.ts';
import { checkProvenance } from './provenance.ts';
import { checkState } from './state.ts';
import { checkObservables, checkShocks } from './world.ts';

const MAX_TURNS = 1000;
const KEYS = [
  'watchfloor',
  'id',
  'title',
  'horizon',
  'order',
  'parameters',
  'correlations',
  'define',
  'state',
  'actors',
  'shocks',
  'observables',
  'stop',
  'outcomes',
];
const NEEDED = ['watchfloor', 'id', 'horizon', 'state', 'actors', 'outcomes'];

export interface CheckedScenario {
  /** Null when there is any error. */
  readonly model: Model | null;
  /** Errors and warnings, by place. */
  readonly problems: readonly Problem[];
}

/**
 * Checks a scenario of the versioned form by structure and meaning, reporting everything that is wrong in one pass. What could not be understood counts as
 * anything in the checks of what can happen.
 *
 * @param found problems that the reader of the file has seen
 */
export const checkScenario = (
  form: unknown,
  locate: Locate = () => undefined,
  found: readonly Problem[] = [],
): CheckedScenario => {
  const problems = new Problems(locate);
  problems.list.push(...found);
  const root = new Field(form, [], problems);
  if (!root.shape(KEYS, NEEDED)) return { model: null, problems: problems.list };
  const version = root.child('watchfloor');
  if (!version.missing && version.value !== FORM_VERSION)
    version.error(
      'structure',
      `this is version ${String(version.value)} of the form; this program reads version ${FORM_VERSION}.`,
    );
  const model = read(root);
  checkProvenance(root);
  checkPossible(model, problems);
  checkCoverage(model, problems);
  const sorted = problems.list.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { model: problems.failed ? null : model, problems: sorted };
};

const scopeOf = (root: Field, latches: Typed[]): Scope => {
  const names = collectNames(root);
  const none = new Set<string>();
  const flawed = checkDefinitions(root, { ...names, flawed: none, latch: () => 0 });
  const known = new Map<string, number>();
  return {
    ...names,
    flawed,
    latch: (condition) => {
      const key = JSON.stringify(condition, (name, value) => (name === 'site' ? undefined : value));
      const index = known.get(key) ?? latches.push(condition) - 1;
      known.set(key, index);
      return index;
    },
  };
};

const read = (root: Field): Model => {
  const latches: Typed[] = [];
  const scope = scopeOf(root, latches);
  const horizon = root.child('horizon');
  if (!horizon.missing) horizon.shape(['turns', 'step', 'start'], ['turns']);
  const parameters = checkParameters(root);
  const variables = checkState(root, scope, parameters);
  const { actors, lines } = checkActors(root, scope, variables);
  const outcomes = checkOutcomes(root, scope);
  const stop = root.child('stop');
  return {
    id: root.child('id').text() ?? '',
    title: root.child('title').text() ?? root.child('id').text() ?? '',
    about: root.child('about').text(),
    turns: horizon.child('turns').whole(1, MAX_TURNS) ?? 1,
    step: horizon.child('step').text() ?? 'turn',
    start: horizon.child('start').text(),
    order: checkOrder(root.child('order'), scope),
    parameters,
    correlations: checkCorrelations(root, scope.parameters, parameters),
    variables,
    actors,
    lines,
    shocks: checkShocks(root, scope),
    observables: checkObservables(root, scope),
    outcomes,
    outcomeOrder: orderOutcomes(outcomes, root.child('outcomes')),
    stop: stop.missing ? null : expressionOf(stop, scope, 'situation', 'boolean'),
    latches,
  };
};

const checkOrder = (field: Field, scope: Scope): readonly number[] | null => {
  if (field.missing || field.value === 'simultaneous') return null;
  const indices = new Map([...scope.actors].map(([actor, { index }]) => [actor, index]));
  const order = field.list().map((item) => item.reference(indices, 'actor'));
  const missing = [...scope.actors.keys()].filter((_, index) => !order.includes(index));
  if (missing.length > 0) field.error('structure', `order must name every actor once; it lacks ${missing.join(', ')}.`);
  else if (order.length !== indices.size) field.error('structure', 'order names an actor twice.');
  return order.map((index) => index ?? 0);
};
