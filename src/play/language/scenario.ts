import { sha256, WatchfloorError } from '../../model/index.ts';
import { checkScenario } from './check/check-scenario.ts';
import type { ScenarioForm } from './form.ts';
import { requireModel } from './load.ts';
import type { Model } from './model.ts';
import type { Locate, Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';
import { readYaml } from './yaml-source.ts';

/** A scenario ready to play: its form, what it means, and its fingerprint. */
export interface Scenario {
  readonly form: ScenarioForm;
  readonly model: Model;
  readonly warnings: readonly Problem[];
  /** SHA-256 of the form, changes included. */
  readonly hash: string;
  /** What was changed against the file: name → value as written. */
  readonly set: Readonly<Record<string, string>>;
  /** Its file, where it came from one, and where in it each part stands. */
  readonly file?: string;
  readonly locate?: Locate;
}

/** Plays a part of a scenario: what fails then is told with its place in the scenario's file. */
export const placed = async <T>({ file, locate }: Scenario, work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WatchfloorError) || file === undefined || error.place.file !== undefined) throw error;
    const { path, line } = error.place;
    const found = line === undefined && path !== undefined ? locate?.(path.split('.')) : undefined;
    if (path === undefined) throw error;
    throw new WatchfloorError(error.code, error.message, { file, ...error.place, ...found }, { cause: error });
  }
};

interface Origin {
  readonly file?: string;
  readonly locate?: Locate;
  /** What the reader of the file has seen. */
  readonly problems?: readonly Problem[];
}

/**
 * A scenario from its form, with parameters or initial values changed.
 *
 * @param set name → number, distribution or level
 * @throws WatchfloorError play.invalid-scenario, play.unknown-name
 */
export const prepareScenario = (
  form: ScenarioForm,
  set: Readonly<Record<string, string>> = {},
  { file, locate, problems }: Origin = {},
): Scenario => {
  requireModel(checkScenario(form, locate, problems), file);
  const changed = applyChanges(form, set);
  const checked = checkScenario(changed, locate);
  const model = requireModel(checked, file);
  return {
    form: changed,
    model,
    warnings: checked.problems,
    hash: sha256(JSON.stringify(changed)),
    set,
    ...(file === undefined ? {} : { file }),
    ...(locate === undefined ? {} : { locate }),
  };
};

/** The same from YAML text. */
export const prepareScenarioText = (
  text: string,
  file: string,
  set: Readonly<Record<string, string>> = {},
): Scenario => {
  const { value, locate, problems } = readYaml(text, file);
  return prepareScenario(value as ScenarioForm, set, { file, locate, problems });
};

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** What a change of its value leaves as it is. */
const keptOf = (parameter: NonNullable<ScenarioForm['parameters']>[string] | undefined) =>
  typeof parameter === 'object'
    ? {
        ...(parameter.about === undefined ? {} : { about: parameter.about }),
        ...(parameter.range === undefined ? {} : { range: parameter.range }),
      }
    : {};

const applyChanges = (form: ScenarioForm, set: Readonly<Record<string, string>>): ScenarioForm => {
  const changed = structuredClone(form) as ScenarioForm & { parameters?: Record<string, unknown> };
  for (const [name, written] of Object.entries(set)) {
    const value = written.trim();
    const parameter = form.parameters && Object.hasOwn(form.parameters, name);
    if (!parameter && !Object.hasOwn(form.state, name)) {
      const names = [...Object.keys(form.parameters ?? {}), ...Object.keys(form.state)];
      throw new WatchfloorError(
        'play.unknown-name',
        `--set names ${name}, which is neither a parameter nor a state variable.${didYouMean(name, names) || ` Known: ${names.join(', ')}.`}`,
      );
    }
    const judgement = '--set 2000-01-01';
    if (parameter)
      (changed.parameters as Record<string, unknown>)[name] = {
        judgement,
        ...keptOf(form.parameters?.[name]),
        ...(NUMBER.test(value) ? { value: Number(value) } : { dist: value }),
      };
    else
      changed.state[name] = {
        ...(form.state[name] as ScenarioForm['state'][string]),
        init: NUMBER.test(value) ? Number(value) : value,
      };
    // A fixed parameter cannot be correlated with anything.
    if (parameter && NUMBER.test(value) && changed.correlations)
      changed.correlations = changed.correlations.filter(({ pair }) => !pair.includes(name));
  }
  return changed;
};
