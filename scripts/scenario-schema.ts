// `tsx scripts/scenario-schema.ts` writes schemas/scenario.schema.json from the scenario's form; a test fails when it is out of date.
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../src/play/index.ts';

writeFileSync(
  new URL('../schemas/scenario.schema.json', import.meta.url),
  `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`,
);
