import { parseArgs } from 'node:util';

/** The folder of gold data: `--gold DIR`. Ends the run with a plain word where it is missing. */
export const goldFolder = (): string => {
  const { values } = parseArgs({ options: { gold: { type: 'string' } }, strict: false });
  if (typeof values.gold === 'string') return values.gold;
  console.error('Give the folder of the gold data: --gold DIR');
  process.exit(2);
};

/** F1 with precision and recall, from counts. */
export const f1 = (hits: number, found: number, gold: number): { precision: number; recall: number; f1: number } => {
  const [precision, recall] = [found ? hits / found : 0, gold ? hits / gold : 0];
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
};
