import { type Forecast, stableId, WatchfloorError } from '../../../model/index.ts';
import { checkedForecast } from '../change.ts';
import type { ForecastForm } from './form.ts';

/** A forecast in a file; with the revision that the file was made from, where it says so. */
export interface FiledForecast {
  readonly forecast: Forecast;
  readonly revision?: number;
}

/** What a file holds as it is kept: absent parts filled in, everything checked. @throws WatchfloorError `forecast.*` */
export const fromForm = (form: ForecastForm, where: string): FiledForecast => {
  const { revision, id, topics = [], updates = [], resolution, ...parts } = form;
  const forecast = checkedForecast(
    {
      id: id ?? stableId('fc', parts.question, parts.opens),
      ...parts,
      topics,
      updates: updates.map(({ origin = { kind: 'person' }, note, ...update }) => ({
        ...update,
        origin,
        ...(note !== undefined && { note }),
      })),
      ...(resolution && { resolution }),
    },
    where,
  );
  return { forecast, ...(revision !== undefined && { revision }) };
};

/** One id, one forecast: two of a file would undo each other. */
export const withoutTwins = (filed: readonly FiledForecast[], file: string): readonly FiledForecast[] => {
  const seen = new Set<string>();
  for (const { forecast } of filed) {
    if (seen.has(forecast.id))
      throw new WatchfloorError('forecast.invalid-file', `The forecast ${forecast.id} stands in the file twice.`, {
        file,
      });
    seen.add(forecast.id);
  }
  return filed;
};
