import type { ScenarioForm } from './form.ts';
import { FORM_VERSION } from './form-version.ts';

type ParametersForm = NonNullable<ScenarioForm['parameters']>;
type StateForm = ScenarioForm['state'];
type ActorForm = ScenarioForm['actors'][string];
type ActionForm = ActorForm['actions'][string];
type RedlineForm = NonNullable<ActorForm['redlines']>[number];
type ObservableForm = NonNullable<ScenarioForm['observables']>[string];
type ShockForm = NonNullable<ScenarioForm['shocks']>[string];
type Amount = string | number;
type TypedEffects<V extends string> = { readonly [K in V]?: Amount };

interface TypedAction<V extends string> extends Omit<ActionForm, 'effects' | 'chance'> {
  effects?: TypedEffects<V>;
  chance?: { p: Amount; effects: TypedEffects<V> }[];
}

interface TypedActor<P extends string, V extends string, A extends string>
  extends Omit<ActorForm, 'actions' | 'beliefs' | 'sees' | 'redlines'> {
  beliefs?: { readonly [K in P | V]?: string };
  sees?: { readonly [K in V]?: { noise: number; drift?: number } };
  redlines?: (Omit<RedlineForm, 'unlocks'> & { unlocks?: A[] })[];
  actions: { readonly [K in A]: TypedAction<V> };
}

interface TypedScenario<P extends string, V extends string, R extends string> {
  id: string;
  title?: string;
  judgement?: string;
  about?: string;
  horizon: ScenarioForm['horizon'];
  order?: NoInfer<R>[];
  parameters?: { readonly [K in P]: ParametersForm[string] };
  correlations?: { pair: [NoInfer<P>, NoInfer<P>]; spearman: number; judgement?: string }[];
  define?: Record<string, Amount>;
  state: { readonly [K in V]: Omit<StateForm[string], 'seen_by'> & { seen_by?: NoInfer<R>[] } };
  actors: { readonly [K in R]: TypedActor<NoInfer<P>, NoInfer<V>, string> };
  shocks?: Record<string, Omit<ShockForm, 'effects'> & { effects: TypedEffects<NoInfer<V>> }>;
  observables?: Record<string, Omit<ObservableForm, 'seen_by'> & { seen_by?: NoInfer<R>[] }>;
  stop?: string;
  outcomes: Record<string, string>;
}

/** One actor, with the names of its actions checked where its red lines unlock them. */
export const actor = <A extends string>(form: TypedActor<string, string, A>): TypedActor<string, string, A> => form;

/**
 * A scenario written in TypeScript: parameters, state variables and actors are checked by the compiler wherever they are referred to by name;
 * expressions are strings, checked by `checkScenario` like those of a YAML file. The result is the same versioned form.
 *
 * @example
 * const duel = scenario({ id: 'duel', horizon: { turns: 1 }, state: { peace: { range: [0, 1], init: 1 } }, … });
 */
export const scenario = <P extends string, V extends string, R extends string>(
  form: TypedScenario<P, V, R>,
): ScenarioForm => ({
  watchfloor: FORM_VERSION,
  ...(form as Omit<ScenarioForm, 'watchfloor'>),
});
