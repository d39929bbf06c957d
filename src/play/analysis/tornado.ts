import type { Crew } from '../engine/crew.ts';
import { seedKey } from '../engine/random.ts';
import type { Model } from '../language/model.ts';
import { quantile } from '../sampling/distribution.ts';

/** How an outcome's probability moves when one parameter goes from low to high and the others stay at their medians. */
export interface TornadoBar {
  readonly parameter: string;
  readonly lowValue: number;
  readonly highValue: number;
  readonly atLow: number;
  readonly atHigh: number;
  readonly swing: number;
}

export interface Tornado {
  readonly outcome: string;
  /** With every parameter at its median. */
  readonly centre: number;
  readonly replications: number;
  readonly bars: readonly TornadoBar[];
}

const LOW = 0.05;
const HIGH = 0.95;

/** One at a time, 5 % and 95 % quantiles, every point on the same noise. */
export const tornado = async (
  model: Model,
  crew: Crew,
  outcome: number,
  seed: string,
  replications: number,
): Promise<Tornado> => {
  const uncertain = model.parameters.flatMap(({ distribution }, index) =>
    distribution.kind === 'fixed' ? [] : [index],
  );
  const medians = model.parameters.map(({ distribution }) => quantile(distribution, 0.5));
  const rows = [
    medians,
    ...uncertain.flatMap((index) =>
      [LOW, HIGH].map((p) =>
        medians.map((value, at) =>
          at === index ? quantile((model.parameters[index] as Model['parameters'][number]).distribution, p) : value,
        ),
      ),
    ),
  ];
  const shares = await crew.run({
    kind: 'shares',
    seed: seedKey(seed),
    points: Float64Array.from(rows.flat()),
    replications,
  });
  const share = (row: number): number => shares[row * model.outcomes.length + outcome] as number;
  const bars = uncertain.map((index, at): TornadoBar => {
    const [low, high] = [1 + 2 * at, 2 + 2 * at];
    const { name } = model.parameters[index] as Model['parameters'][number];
    return {
      parameter: name,
      lowValue: rows[low]?.[index] as number,
      highValue: rows[high]?.[index] as number,
      atLow: share(low),
      atHigh: share(high),
      swing: share(high) - share(low),
    };
  });
  return {
    outcome: model.outcomes[outcome]?.name ?? '',
    centre: share(0),
    replications,
    bars: bars.sort((a, b) => Math.abs(b.swing) - Math.abs(a.swing)),
  };
};
