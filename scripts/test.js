// `npm test`: types, lint, dead code, then every test; ends with one count line for machines to read.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const report = join(tmpdir(), `watchfloor-test-${process.pid}.json`);
const steps = [
  ['types', ['tsc', '--noEmit']],
  ['lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['dead code', ['knip']],
  ['tests', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];
let failedSteps = 0;
let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 0 };
for (const [name, [tool, ...args]] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', tool, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    failedSteps++;
    console.error(`── ${name}: failed (exit ${status})`);
  }
  if (name !== 'tests') continue;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.error('no test report was written: the runner did not finish');
    failedSteps++;
  }
}
rmSync(report, { force: true });
const failed =
  Math.max(counts.numFailedTests, counts.numFailedTestSuites > 0 ? 1 : 0) +
  (failedSteps && !counts.numFailedTests ? failedSteps : 0);
const skipped = counts.numPendingTests ? `, ${counts.numPendingTests} skipped` : '';
console.log(`\n${counts.numPassedTests} passed, ${failed} failed${skipped}`);
process.exit(failed ? 1 : 0);
