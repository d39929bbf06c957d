import { WatchfloorError } from '../../model/index.ts';
import type { Played } from '../engine/play.ts';
import { seedKey, uniformStream } from '../engine/random.ts';
import { type Discovery, discover } from '../statistics/prim/index.ts';
import { indexOfName } from './names.ts';

export interface DiscoveryReport extends Discovery {
  readonly discovery: 1;
  /** What was looked for: an outcome, or a condition on a column. */
  readonly interest: string;
  readonly cases: number;
  readonly base: number;
}

/** A table of numbers, by column. */
export interface CaseTable {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** Which ranges of the parameters an outcome lies in, by PRIM over single runs. @throws WatchfloorError play.unknown-name, play.bad-option */
export const discoverOutcome = (played: Played, outcomeName: string): DiscoveryReport => {
  const { model } = played.scenario;
  const outcome = indexOfName(model.outcomes, outcomeName, 'outcome');
  const width = model.parameters.length;
  const uncertain = model.parameters.flatMap(({ distribution }, index) =>
    distribution.kind === 'fixed' ? [] : [index],
  );
  const point = Array.from(played.runs, (run) => Math.floor(run / played.manifest.replications));
  const columns = uncertain.map((index) =>
    Float64Array.from(point, (at) => played.points[at * width + index] as number),
  );
  const interest = Uint8Array.from(played.columns.outcome, (value) => Number(value === outcome));
  const names = uncertain.map((index) => model.parameters[index]?.name ?? '');
  return discoverCases({ names, columns }, interest, outcomeName, played.manifest.seed);
};

const CONDITION = /^\s*(<=|>=|==|!=|<|>)\s*(-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*$/;

/** Reads `> .8`. @throws WatchfloorError play.bad-option */
export const parseCondition = (text: string): ((value: number) => boolean) => {
  const [, op, written] = CONDITION.exec(text) ?? [];
  const bound = Number(written);
  switch (op) {
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    case '==':
      return (value) => value === bound;
    case '!=':
      return (value) => value !== bound;
    default:
      throw new WatchfloorError(
        'play.bad-option',
        `--where is ${JSON.stringify(text)}; write a comparison with a number, such as '> .8'.`,
      );
  }
};

/** PRIM over any table: the column named is what is looked at, the others are the inputs. */
export const discoverTable = (
  { names, columns }: CaseTable,
  column: string,
  where: string,
  seed: string,
): DiscoveryReport => {
  const at = indexOfName(
    names.map((name) => ({ name })),
    column,
    'column',
    'table',
  );
  const holds = parseCondition(where);
  const interest = Uint8Array.from(columns[at] as Float64Array, (value) => Number(holds(value)));
  const inputs = names.flatMap((_, index) => (index === at ? [] : [index]));
  return discoverCases(
    {
      names: inputs.map((index) => names[index] as string),
      columns: inputs.map((index) => columns[index] as Float64Array),
    },
    interest,
    `${column} ${where.trim()}`,
    seed,
  );
};

const discoverCases = (table: CaseTable, interest: Uint8Array, what: string, seed: string): DiscoveryReport => {
  const base = interest.reduce((sum, one) => sum + one, 0) / interest.length;
  try {
    return {
      discovery: 1,
      interest: what,
      cases: interest.length,
      base,
      ...discover({ ...table, interest }, { uniform: uniformStream(seedKey(seed), 'discovery') }),
    };
  } catch (error) {
    if (error instanceof RangeError)
      throw new WatchfloorError(
        'play.bad-option',
        `Nothing can be discovered about ${what}: ${error.message}.`,
        {},
        { cause: error },
      );
    throw error;
  }
};
