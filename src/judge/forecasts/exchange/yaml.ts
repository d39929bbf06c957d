import { stringify } from 'yaml';
import { z } from 'zod';
import { WatchfloorError } from '../../../model/index.ts';
import { readYaml, type YamlPath } from '../../../model/yaml-source.ts';
import { type FiledForecast, fromForm, withoutTwins } from './forecast-file.ts';
import { forecastForm, resolutionForm, updateForm } from './form.ts';

const fileForm = z.strictObject({ forecasts: z.array(forecastForm) });

const keysAt = (path: YamlPath): readonly string[] => {
  if (path.length === 0) return Object.keys(fileForm.shape);
  if (path.length === 2) return Object.keys(forecastForm.shape);
  if (path[2] === 'updates') return path.length === 4 ? Object.keys(updateForm.shape) : [];
  return path[2] === 'resolution' ? Object.keys(resolutionForm.shape) : [];
};

/** Days that are not set in quotation marks are text here, as YAML 1.2 has it. */
const asPath = (path: string): YamlPath => path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * Reads forecasts from YAML.
 *
 * @throws WatchfloorError of the `forecast.*` codes with file, line and column
 */
export const readForecastsYaml = (text: string, file: string): readonly FiledForecast[] => {
  const { value, fail } = readYaml(text, file, { schema: fileForm, code: 'forecast.invalid-file', keysAt });
  const filed = value.forecasts.map((form, index) => {
    try {
      return fromForm(form, `forecasts.${index}`);
    } catch (error) {
      if (!(error instanceof WatchfloorError) || error.place.path === undefined) throw error;
      const { place } = fail(error.message, asPath(error.place.path));
      throw new WatchfloorError(error.code, error.message, place, { cause: error });
    }
  });
  return withoutTwins(filed, file);
};

/** Forecasts as YAML that `readForecastsYaml` reads back to the letter. */
export const writeForecastsYaml = (filed: readonly FiledForecast[]): string =>
  stringify(
    {
      forecasts: filed.map(({ forecast: { id, ...parts }, revision }) => ({
        id,
        ...(revision !== undefined && { revision }),
        ...parts,
      })),
    },
    { lineWidth: 120 },
  );
