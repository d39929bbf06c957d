import { type Typed, walk } from '../language/expression/typed.ts';
import type { Model } from '../language/model.ts';

/** An observable that can teach an actor something about a parameter. */
export interface BeliefLink {
  readonly actor: number;
  /** Index into the actor's `parameterBeliefs`. */
  readonly belief: number;
  readonly observable: number;
  /** Actors whose choice the hit asks about; their choice probabilities are averaged over. */
  readonly choosers: readonly number[];
}

/** With more actors in one hit than this, their joint choices are too many: such a signal teaches nothing. */
const MAX_CHOOSERS = 2;

const mentions = (node: Typed | null, parameter: number): boolean => {
  let found = false;
  if (node)
    walk(node, (part) => {
      if (part.kind === 'parameter' && part.index === parameter) found = true;
    });
  return found;
};

/** Everything that an actor's choice depends on. */
const decisionExpressions = (model: Model, index: number): readonly (Typed | null)[] => {
  const actor = model.actors[index] as Model['actors'][number];
  return [
    actor.utility,
    actor.precision,
    ...actor.actions.flatMap(({ requires, effects, chance }) => [
      requires,
      ...effects.map(({ amount }) => amount),
      ...chance.flatMap(({ p, effects: more }) => [p, ...more.map(({ amount }) => amount)]),
    ]),
    ...model.lines.flatMap(({ when, audienceCost }) => [when, audienceCost]),
  ];
};

const choosersOf = (hit: Typed): readonly number[] => {
  const choosers = new Set<number>();
  walk(hit, (part) => {
    if (part.kind === 'did') choosers.add(part.actor);
  });
  return [...choosers].sort((a, b) => a - b);
};

/** Every way in which a signal can move a belief; pairs whose likelihood would be flat are left out. */
export const beliefLinks = (model: Model): readonly BeliefLink[] =>
  model.actors.flatMap((actor, index) =>
    actor.parameterBeliefs.flatMap(({ parameter }, belief) =>
      model.observables.flatMap(({ hit, detect, falseAlarm, seenBy }, observable): BeliefLink[] => {
        const choosers = choosersOf(hit);
        if (!seenBy[index] || choosers.length > MAX_CHOOSERS) return [];
        const relevant =
          [hit, detect, falseAlarm].some((node) => mentions(node, parameter)) ||
          choosers.some((chooser) => decisionExpressions(model, chooser).some((node) => mentions(node, parameter)));
        return relevant ? [{ actor: index, belief, observable, choosers }] : [];
      }),
    ),
  );
