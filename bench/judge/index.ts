// Matrices weighed a second, with all that moves them: npx tsx bench/judge/index.ts [ITEMS HYPOTHESES]
import { compareAssessments, matrixOf, scoreMatrix, sensitivityOf } from '../../src/judge/index.ts';
import { generatedAssessment, generatedQuestion } from './generated-question.ts';

const REPEATS = 15;
/** The clock of CPU time ticks in milliseconds: short runs are timed in batches. */
const BATCH_MS = 100;

/** Median and least user CPU time of one run, in milliseconds. */
const cpu = (run: () => unknown): { readonly median: number; readonly least: number } => {
  const spent = (times: number): number => {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) run();
    return process.cpuUsage(before).user / 1000;
  };
  let batch = 1;
  while (spent(batch) < BATCH_MS) batch *= 2;
  const times = Array.from({ length: REPEATS }, () => spent(batch) / batch).sort((a, b) => a - b);
  return { median: times[Math.floor(REPEATS / 2)] as number, least: times[0] as number };
};

const [items = 30, hypotheses = 8] = process.argv.slice(2).map(Number);
const question = generatedQuestion(items, hypotheses);
const matrix = matrixOf(question, generatedAssessment(question, 1));
const options = { dependence: question.dependence };
console.log(
  `${items} items × ${hypotheses} hypotheses; user CPU time of one run, ${REPEATS} batches of ${BATCH_MS} ms or more`,
);
for (const [what, run] of [
  ['four scores', () => scoreMatrix(matrix, options)],
  ['all that moves them', () => sensitivityOf(matrix, options)],
  ['both: recomputed after an edit', () => [scoreMatrix(matrix, options), sensitivityOf(matrix, options)]],
  [
    'three analysts compared',
    () =>
      compareAssessments(
        question,
        [1, 2, 3].map((analyst) => generatedAssessment(question, analyst)),
      ),
  ],
] as const) {
  const { median, least } = cpu(run);
  console.log(
    `${what.padEnd(32)} median ${median.toFixed(3).padStart(8)} ms, least ${least.toFixed(3).padStart(8)} ms, ${Math.round(1000 / median)} a second`,
  );
}
