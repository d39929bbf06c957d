import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forecast, ForecastUpdate } from '../../../model/index.ts';
import { readForecastsCsv, readForecastsYaml, writeForecastsCsv, writeForecastsYaml } from '../../index.ts';
import { checkedForecast } from '../change.ts';
import { forecastOf, said, settled } from '../forecasts.fixture.ts';

const words: ForecastUpdate = {
  at: '2024-01-15',
  author: '=Ann, "Lee"',
  probability: 0.125,
  note: 'two\nlines',
  origin: {
    kind: 'words',
    citation: { document: 'doc-1', span: { start: 4, end: 20 }, quote: 'It is “unlikely”, I think.' },
    phrase: 'unlikely',
    low: 0.2,
    high: 0.45,
    publication: 'The Example',
  },
};
const FILED = [
  {
    forecast: forecastOf('rain', [said('2024-01-01', 0.8), words], { ...settled('yes'), topics: ['a;b', 'c'] }),
    revision: 3,
  },
  { forecast: forecastOf('hail', []) },
];

describe('YAML and CSV', () => {
  it.each([
    ['YAML', writeForecastsYaml, readForecastsYaml],
    ['CSV', writeForecastsCsv, readForecastsCsv],
  ] as const)('%s comes back to the letter', async (_, write, read) => {
    expect(await read(await write(FILED), 'f')).toEqual(FILED);
    const text = fc.stringMatching(/^[a-z=+@'",;:#\- \n“é]{0,12}[a-z]$/);
    const forecast: fc.Arbitrary<Forecast> = fc.record({
      id: fc.stringMatching(/^[a-z]{3,8}$/),
      question: text,
      criteria: text,
      opens: fc.constant('2024-01-01'),
      closes: fc.constant('2024-03-31'),
      topics: fc.array(
        text.map((topic) => topic.trim()),
        { maxLength: 2 },
      ),
      updates: fc.array(
        fc.record({
          at: fc.constantFrom('2024-01-01', '2024-02-03T10:00:00Z', '2024-03-31'),
          author: text,
          probability: fc.double({ min: 0, max: 1, noNaN: true }).map((p) => p + 0),
          origin: fc.constant({ kind: 'person' as const }),
        }),
        { maxLength: 3 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(forecast, { maxLength: 3, selector: ({ id }) => id }), async (forecasts) => {
        const filed = forecasts.map((one) => ({ forecast: checkedForecast(one) }));
        expect(await read(await write(filed), 'f')).toEqual(filed);
      }),
      { numRuns: 60 },
    );
  });

  it('lets a table say the question once, and makes an id where there is none', async () => {
    const csv = `question,criteria,opens,closes,at,author,probability
Will it rain?,The gauge.,2024-01-01,2024-03-31,2024-01-01,Ann,.3
Will it rain?,,2024-01-01,,2024-02-01,Bo,.4
`;
    const [filed, ...others] = await readForecastsCsv(csv, 'f.csv');
    expect(others).toEqual([]);
    expect(filed?.forecast).toMatchObject({ id: 'fc-54d0916af4ac', updates: [{ author: 'Ann' }, { author: 'Bo' }] });
  });

  it.each([
    ['', undefined, 'The table is empty; its first line names the columns.'],
    ['question,criteria,opens', 1, 'The column “closes” is missing.'],
    ['questoin,criteria,opens,closes', 1, 'There is no column “questoin”. Did you mean question?'],
    ['question,criteria,opens,closes\nQ?,C,2024-01-01', 2, 'The row has 3 cells, and the table 4 columns.'],
    ['question,criteria,opens,closes\nQ?,,2024-01-01,2024-02-01', 2, 'The cell “criteria” is empty.'],
    [
      'question,criteria,opens,closes,at,author,probability\nQ?,C,2024-01-01,2024-02-01,2024-01-01,,.3',
      2,
      'The cell “author” is empty: a probability has a date, an author and a number.',
    ],
    [
      'id,question,criteria,opens,closes,at,author,probability\nq,Q?,C,2024-01-01,2024-02-01,2024-01-01,A,.3\nq,,,,,2024-01-02,A,3',
      3,
      'A probability lies between 0 and 1, and 3 does not.',
    ],
    [
      'id,question,criteria,opens,closes\nq,Q?,C,2024-01-01,2024-02-01\nq,R?,C,2024-01-01,2024-02-01',
      3,
      'This row says something else in “question” than line 2.',
    ],
    [
      'question,criteria,opens,closes,outcome,resolved,source,resolver\nQ?,C,2024-01-01,2024-02-01,maybe,2024-02-02,S,A',
      2,
      '“maybe” is no outcome; it is yes, no, void.',
    ],
    [
      'question,criteria,opens,closes,outcome,resolved,source,resolver\nQ?,C,2024-01-01,2024-02-01,yes,2024-02-02,,A',
      2,
      'The cell “source” is empty: a resolution has an outcome, a date, a source and who resolved it.',
    ],
    [
      'question,criteria,opens,closes\n"Q?,C',
      2,
      'This is not CSV: Quote Not Closed: the parsing is finished with an opening quote at line 2.',
    ],
  ])('says in one sentence what is wrong with the table %#', async (csv, line, message) => {
    await expect(readForecastsCsv(csv, 'f.csv')).rejects.toMatchObject({
      message,
      place: { file: 'f.csv', ...(line !== undefined && { line }) },
    });
  });

  it.each([
    [
      'forecasts: [{ id: q, question: Q?, criteria: C, opens: 2024-01-01, closes: 2023-01-01 }]',
      1,
      76,
      'The question closes on 2023-01-01, before it opens on 2024-01-01.',
    ],
    [
      'forecasts:\n  - question: Q?\n    criterion: C',
      3,
      5,
      'There is no key "criterion" here. Did you mean criteria?',
    ],
    [
      'forecasts:\n  - question: Q?\n    criteria: C\n    opens: 2024-01-01\n    closes: 2024-02-01\n    updates: [{ at: 2024-01-01, author: A, probability: 1.2 }]',
      6,
      57,
      'A probability lies between 0 and 1, and 1.2 does not.',
    ],
    [
      'forecasts: [{ question: Q?, criteria: C, opens: 2024-01-01, closes: 2024-02-01, resolution: { outcome: perhaps, at: 2024-02-01, source: S, by: A } }]',
      1,
      104,
      'An outcome is yes, no, void.',
    ],
  ])('says in one sentence what is wrong with the YAML %#', async (yaml, line, column, message) => {
    await expect(readForecastsYaml(yaml, 'f.yaml')).rejects.toMatchObject({
      message,
      place: { file: 'f.yaml', line, column },
    });
  });
});
