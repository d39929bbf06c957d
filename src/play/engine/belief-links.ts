import { evaluate } from '../language/expression/evaluate.ts';
import { type Typed, walk } from '../language/expression/typed.ts';
import type { Model } from '../language/model.ts';

/** An observable that can teach an actor something about a parameter. */
export interface BeliefLink {
  readonly actor: number;
  /** Index into the actor's `parameterBeliefs`. */
  readonly belief: number;
  readonly observable: number;
  /** Actors whose choice the hit asks about; their choice probabilities are averaged over. */
  readonly choosers: readonly {
    readonly chooser: number;
    /** Its choice depends on the parameter that the belief is about. */
    readonly depends: boolean;
  }[];
  /** The hit itself looks at the parameter. */
  readonly hitDepends: boolean;
  /** Where the hit asks about choices alone: the joint options (an index a chooser) for which it holds, whatever the state. */
  readonly hitOptions: Int32Array | null;
  /** The rates of the signal look at the parameter. */
  readonly ratesDepend: boolean;
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

/** Everything that an actor's choice at look-ahead 0 depends on: others' red lines only where its own utility asks about them. */
const decisionExpressions = (model: Model, index: number): readonly (Typed | null)[] => {
  const actor = model.actors[index] as Model['actors'][number];
  const asked = new Set<number>();
  walk(actor.utility, (part) => {
    if (part.kind === 'crossed') asked.add(part.line);
  });
  return [
    actor.utility,
    actor.precision,
    ...actor.actions.flatMap(({ requires, effects, chance }) => [
      requires,
      ...effects.map(({ amount }) => amount),
      ...chance.flatMap(({ p, effects: more }) => [p, ...more.map(({ amount }) => amount)]),
    ]),
    ...model.lines.flatMap(({ owner, when, audienceCost }, line) =>
      owner === index || asked.has(line) ? [when, audienceCost] : [],
    ),
  ];
};

const choosersOf = (hit: Typed): readonly number[] => {
  const choosers = new Set<number>();
  walk(hit, (part) => {
    if (part.kind === 'did') choosers.add(part.actor);
  });
  return [...choosers].sort((a, b) => a - b);
};

const hitOptions = (model: Model, hit: Typed, choosers: readonly number[]): Int32Array | null => {
  let choicesAlone = choosers.length > 0;
  walk(hit, ({ kind }) => {
    if (kind === 'variable' || kind === 'parameter' || kind === 'turn' || kind === 'crossed' || kind === 'ever')
      choicesAlone = false;
  });
  if (!choicesAlone) return null;
  const joint = choosers.reduce<readonly (readonly number[])[]>(
    (before, chooser) =>
      before.flatMap((options) =>
        (model.actors[chooser] as Model['actors'][number]).actions.map((_, k) => [...options, k]),
      ),
    [[]],
  );
  const nothing = (): boolean => false;
  const holding = joint.filter((options) =>
    evaluate(hit, {
      variables: [],
      parameters: [],
      turn: 0,
      did: (actor, action) => options[choosers.indexOf(actor)] === action,
      crossed: nothing,
      ever: nothing,
      outcome: nothing,
    }),
  );
  return Int32Array.from(holding.flat());
};

/** Every way in which a signal can move a belief; pairs whose likelihood would be flat are left out. */
export const beliefLinks = (model: Model): readonly BeliefLink[] =>
  model.actors.flatMap((actor, index) =>
    actor.parameterBeliefs.flatMap(({ parameter }, belief) =>
      model.observables.flatMap(({ hit, detect, falseAlarm, seenBy }, observable): BeliefLink[] => {
        const choosers = choosersOf(hit).map((chooser) => ({
          chooser,
          depends: decisionExpressions(model, chooser).some((node) => mentions(node, parameter)),
        }));
        if (!seenBy[index] || choosers.length > MAX_CHOOSERS) return [];
        const hitDepends = mentions(hit, parameter);
        const ratesDepend = mentions(detect, parameter) || mentions(falseAlarm, parameter);
        const relevant = hitDepends || ratesDepend || choosers.some(({ depends }) => depends);
        return relevant
          ? [
              {
                actor: index,
                belief,
                observable,
                choosers,
                hitDepends,
                ratesDepend,
                hitOptions: hitOptions(
                  model,
                  hit,
                  choosers.map(({ chooser }) => chooser),
                ),
              },
            ]
          : [];
      }),
    ),
  );
