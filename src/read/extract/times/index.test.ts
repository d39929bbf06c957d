import { describe, expect, it } from 'vitest';
import { findTimes } from './index.ts';
import { related } from './relation.ts';

const PUBLISHED = '2024-06-18';

/** `words from..to relation` of every time in a text published on Tuesday 18 June 2024. */
const timesIn = (text: string, published: string | null = PUBLISHED): string[] =>
  findTimes({ text, sentences: [] }, published).map(({ span, from, to, relation }) =>
    [text.slice(span.start, span.end), `${from ?? ''}..${to ?? ''}`, relation].filter(Boolean).join(' | '),
  );

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  // explicit days
  ['They met on 13 September 2023.', '13 September 2023 | 2023-09-13..2023-09-13'],
  ['They met on September 13, 2023, in Vostochny.', 'September 13, 2023 | 2023-09-13..2023-09-13'],
  ['They met on Wednesday, September 13, 2023.', 'Wednesday, September 13, 2023 | 2023-09-13..2023-09-13'],
  ['Signed 2023-09-13.', '2023-09-13 | 2023-09-13..2023-09-13'],
  ['Dated 13.09.2023.', '13.09.2023 | 2023-09-13..2023-09-13'],
  ['Dated 9/13/2023.', '9/13/2023 | 2023-09-13..2023-09-13'],
  ['Dated 9/8/2023.'],
  ['The visit of June 18-19, 2024, ended.', 'June 18-19, 2024 | 2024-06-18..2024-06-19'],
  ['The visit of 18–19 June 2024 ended.', '18–19 June 2024 | 2024-06-18..2024-06-19'],
  ['From 28 May to 2 June 2023 it was quiet.', '28 May to 2 June 2023 | 2023-05-28..2023-06-02 | since'],
  ['The drills run from May 28 to June 2.', 'May 28 to June 2 | 2024-05-28..2024-06-02 | since'],
  ['On the 4th of March it rained.', 'the 4th of March | 2024-03-04..2024-03-04'],
  ['It happened on March 28.', 'March 28 | 2024-03-28..2024-03-28'],
  ['It happened on December 3.', 'December 3 | 2023-12-03..2023-12-03'],
  ['There is no February 30, 2023.', '2023 | 2023-01-01..2023-12-31'],
  // months, quarters, halves, seasons
  ['It was signed in March 2024.', 'March 2024 | 2024-03-01..2024-03-31'],
  ['It was signed in early March 2024.', 'early March 2024 | 2024-03-01..2024-03-31'],
  ['North Korea, by March, had sent shells.', 'March | 2024-03-01..2024-03-31 | by'],
  ['He won his fifth term in March.', 'March | 2024-03-01..2024-03-31'],
  ['It ended in October.', 'October | 2023-10-01..2023-10-31'],
  ['The march on the capital may end.'],
  ['May Day parades were held.'],
  ['General Augusta May said no.'],
  ['Between May and June in 1981 he toured.', 'May and June in 1981 | 1981-05-01..1981-06-30'],
  ['Exports fell in the first quarter of 2024.', 'the first quarter of 2024 | 2024-01-01..2024-03-31'],
  ['Exports fell in Q3 2023.', 'Q3 2023 | 2023-07-01..2023-09-30'],
  ['In the second half of 2023 they rose.', 'the second half of 2023 | 2023-07-01..2023-12-31'],
  ['The summer of 2022 was dry.', 'The summer of 2022 | 2022-06-01..2022-09-30'],
  ['Last winter was mild.', 'Last winter | 2023-12-01..2024-03-31'],
  // years, decades, centuries
  ["Russia's 2022 invasion of Ukraine", '2022 | 2022-01-01..2022-12-31'],
  ['Sanctions since 2014 have grown.', '2014 | 2014-01-01..2014-12-31 | since'],
  ['The 2021-22 talks failed.', '2021-22 | 2021-01-01..2022-12-31'],
  ['Euler (1707 – 1783) was here.', '1707 | 1707-01-01..1707-12-31', '1783 | 1783-01-01..1783-12-31'],
  ['Some 2000 troops left.'],
  ['About 2000 left.'],
  ['Resolution 1718 was adopted.'],
  ['Call 201 461-1776 now.'],
  ['In the 1990s trade fell.', 'the 1990s | 1990-01-01..1999-12-31'],
  ['In the late 19th century trade grew.', 'the late 19th century | 1875-01-01..1899-12-31'],
  ['Built in 776 BC.', '776 BC | -0776-01-01..-0776-12-31'],
  [
    'In the early 1980s and late 1990s trade grew.',
    'the early 1980s | 1980-01-01..1984-12-31',
    'late 1990s | 1995-01-01..1999-12-31',
  ],
  ['Back in the sixties it was quiet.', 'the sixties | 1960-01-01..1969-12-31'],
  ['He serves there (2013 – present).', '2013 – present | 2013-01-01..'],
  [
    'Kant (c. 347 – 30 September 420) wrote.',
    '347 | 0347-01-01..0347-12-31',
    '30 September 420 | 0420-09-30..0420-09-30',
  ],
  [
    'In the year 314 he was born; in 348 he died; 350 men came.',
    '314 | 0314-01-01..0314-12-31',
    '348 | 0348-01-01..0348-12-31',
  ],
  ['Journal 92 (6): 1087–1101.'],
  ['Call at 1696 Bergen Blvd.'],
  [
    'During the Middle Ages and the Cold War it grew.',
    'the Middle Ages | 0400-01-01..1499-12-31',
    'the Cold War | 1947-01-01..1991-12-26',
  ],
  [
    'It lasted from 776 BC to 394 AD.',
    '776 BC | -0776-01-01..-0776-12-31 | since',
    '394 AD | 0394-01-01..0394-12-31 | until',
  ],
  // relative
  ['In the last five months of her life she wrote.'],
  ['In the past 2 1/2 years it grew.', 'the past 2 1/2 years | 2021-12-18..2024-06-18'],
  ['This past week it rained.', 'This past week | 2024-06-10..2024-06-16'],
  [
    'He came in spring 1990. The following autumn he left.',
    'spring 1990 | 1990-03-01..1990-06-30',
    'The following autumn | 1990-09-01..1990-12-31',
  ],
  ['Friday the 13th and Saturday mornings are quiet.'],
  ['He arrives today.', 'today | 2024-06-18..2024-06-18'],
  ['He left yesterday evening.', 'yesterday evening | 2024-06-17..2024-06-17'],
  ["Today's friend could become tomorrow's opponent."],
  ['On Monday, Putin penned an editorial.', 'Monday | 2024-06-17..2024-06-17'],
  ['The visit, starting Tuesday, is short.', 'Tuesday | 2024-06-18..2024-06-18 | since'],
  ['Last Tuesday he spoke.', 'Last Tuesday | 2024-06-11..2024-06-11'],
  ['Next Tuesday he speaks.', 'Next Tuesday | 2024-06-25..2024-06-25'],
  ['Last week, he threatened.', 'Last week | 2024-06-10..2024-06-16'],
  ['It was decided this month.', 'this month | 2024-06-01..2024-06-30'],
  ['It was decided last year.', 'last year | 2023-01-01..2023-12-31'],
  ['Last March it was decided.', 'Last March | 2024-03-01..2024-03-31'],
  ['Two years ago they fought.', 'Two years ago | 2022-01-01..2022-12-31'],
  ['Three weeks ago they met.', 'Three weeks ago | 2024-05-27..2024-06-02'],
  ['Five days ago they met.', 'Five days ago | 2024-06-13..2024-06-13'],
  ['Over the past three years it grew.', 'the past three years | 2021-06-18..2024-06-18'],
  ['In recent years it grew.', 'recent years | ..2024-06-18'],
  [
    'For the first time in almost a quarter of a century, he visits.',
    'almost a quarter of a century | 1999-06-18..2024-06-18',
  ],
  ['By the end of the year it will be ready.', 'the end of the year | 2024-12-31..2024-12-31 | by'],
  ['It fell in 1991. That year, all changed.', '1991 | 1991-01-01..1991-12-31', 'That year | 1991-01-01..1991-12-31'],
  [
    'They met on 3 March 1991. Two days later they signed.',
    '3 March 1991 | 1991-03-03..1991-03-03',
    'Two days later | 1991-03-05..1991-03-05',
  ],
  [
    'Russia invaded in February 2022. In April it withdrew from the north.',
    'February 2022 | 2022-02-01..2022-02-28',
    'April | 2022-04-01..2022-04-30',
  ],
  // named periods
  ['Since World War II it has grown.', 'World War II | 1939-09-01..1945-09-02 | since'],
  ['A World War III-like conflict looms.'],
];

describe('findTimes', () => {
  it.each(CASES.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(timesIn(text)).toEqual(expected);
  });

  it('leaves out what only a day of publication could date', () => {
    expect(timesIn('On Tuesday, last week, in March and two years ago, then in 2019.', null)).toEqual([
      '2019 | 2019-01-01..2019-12-31',
    ]);
  });
});

describe('related', () => {
  const march = { from: '2024-03-01', to: '2024-03-31' };
  it.each([
    ['by', { from: null, to: '2024-03-31' }],
    ['until', { from: null, to: '2024-03-31' }],
    ['since', { from: '2024-03-01', to: null }],
    ['before', { from: null, to: '2024-02-29' }],
    ['after', { from: '2024-04-01', to: null }],
    [undefined, march],
  ] as const)('%s', (relation, expected) => {
    expect(related(march, relation)).toEqual(expected);
  });
});
