export { checkScenario, type CheckedScenario } from './language/check/check-scenario.ts';
export type { ScenarioForm } from './language/form.ts';
