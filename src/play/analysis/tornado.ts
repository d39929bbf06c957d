import { WatchfloorError } from '../../model/index.ts';
import type { Model } from '../language/model.ts';
import { quantile } from '../sampling/distribution.ts';
import type { Surface } from './surface.ts';

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

/** One at a time, 5 % and 95 % quantiles, every point on the same noise. @throws WatchfloorError play.stopped */
export const tornado = async (
  model: Model,
  surface: Surface,
  outcome: number,
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
  const shares = await surface(Float64Array.from(rows.flat()), replications);
  if (shares.length < rows.length)
    throw new WatchfloorError(
      'play.stopped',
      'Stopped before every parameter had been turned low and high; nothing can be told yet.',
    );
  const share = (row: number): number => shares[row] as number;
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
