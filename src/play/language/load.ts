import { WatchfloorError } from '../../model/index.ts';
import { type CheckedScenario, checkScenario } from './check/check-scenario.ts';
import type { Model } from './model.ts';
import { readYaml } from './yaml-source.ts';

/**
 * Reads and checks a scenario in YAML. Problems of the scenario are returned, all of them.
 *
 * @param file its name, for the places of problems
 * @throws WatchfloorError play.not-yaml, play.too-large, play.too-deep when there is no scenario to check
 */
export const checkScenarioText = (text: string, file: string): CheckedScenario => {
  const { value, locate, problems } = readYaml(text, file);
  return checkScenario(value, locate, problems);
};

/** The model of a scenario without errors. @throws WatchfloorError play.invalid-scenario with the first error and how many there are */
export const requireModel = ({ model, problems }: CheckedScenario, file?: string): Model => {
  if (model) return model;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` ${errors.length - 1} more: watchfloor play check lists them.` : '';
  throw new WatchfloorError('play.invalid-scenario', `${first?.message ?? 'The scenario has errors.'}${more}`, {
    ...(file === undefined ? {} : { file }),
    ...(first?.line === undefined ? {} : { line: first.line }),
    ...(first?.column === undefined ? {} : { column: first.column }),
  });
};
