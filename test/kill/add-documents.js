// Adds documents to a case and says of each, on a line of its own, that it is kept. Started and killed by kill.test.ts.
import { addToCase } from '../../dist/app/case.js';
import { killDocument } from './documents.js';

const [folder, count] = process.argv.slice(2);

/** Stands for the reader, whose network would only make the test slow: what is tested is what reaches the disk. */
const reader = {
  engine: 'kill/1',
  read: async (document, id) => ({
    reading: 1,
    id,
    document,
    sentences: [{ start: 0, end: document.text.length }],
    actors: [],
    events: [],
    attributions: [],
    quantities: [],
    times: [],
    likelihoods: [],
    conditions: [],
  }),
};

function* inputs() {
  for (let index = 0; index < Number(count); index++) yield { kind: 'text', text: killDocument(index) };
}

process.stdout.write('start\n');
for await (const { id, error } of addToCase(folder, inputs(), { now: '2024-06-18T12:00:00Z', reader })) {
  if (error) throw error;
  process.stdout.write(`${id}\n`);
}
process.stdout.write('done\n');
