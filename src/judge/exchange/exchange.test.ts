import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellRating,
  type Evidence,
  GRADES,
  type Hypothesis,
  INFORMATION_GRADES,
  RATINGS,
  SOURCE_GRADES,
} from '../../model/index.ts';
import {
  anchorQuestion,
  type CitedDocument,
  type Problem,
  type QuestionFile,
  readQuestionCsv,
  readQuestionYaml,
  writeQuestionCsv,
  writeQuestionYaml,
} from '../index.ts';

type Compact<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** Without keys whose value is undefined: absent, as a file has it. */
const compact = <T extends object>(value: T): Compact<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Compact<T>;

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
    fc.constantFrom(
      '=SUM(A1)',
      "'=x",
      "''-1",
      '- a list',
      '? maybe',
      'a: b #c',
      '@x',
      'two\nlines',
      'semi;colon',
      '~',
      'null',
      '0.5',
      'yes',
      '[x]',
      '"q"',
      ' lead',
      'trail ',
      '12e3',
      '0x1f',
    ),
  )
  .filter(
    (text) =>
      text.trim() !== '' &&
      !/\r|\p{Surrogate}/u.test(text) &&
      !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/.test(text),
  );
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rating: fc.Arbitrary<CellRating> = fc.oneof(
  fc.constantFrom(...RATINGS),
  fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
);

const evidence: fc.Arbitrary<Omit<Evidence, 'id'>> = fc
  .record({
    text: words,
    credibility: fc.constantFrom(...GRADES),
    relevance: fc.constantFrom(...GRADES),
    source: maybe(words),
    sourceGrade: maybe(fc.constantFrom(...SOURCE_GRADES)),
    informationGrade: maybe(fc.constantFrom(...INFORMATION_GRADES)),
    cited: maybe(
      fc.record({
        citation: fc.record({
          document: words,
          quote: words,
          span: fc.record({ start: fc.nat(900), length: fc.nat(99) }).map(({ start, length }) => ({
            start: length === 0 ? 0 : start,
            end: length === 0 ? 0 : start + length,
          })),
        }),
        title: maybe(words),
        claim: maybe(words),
      }),
    ),
    note: maybe(words),
    author: maybe(words),
  })
  .map(({ cited, ...item }) => compact({ ...item, ...compact({ ...cited }) }));

const questionFile: fc.Arbitrary<QuestionFile> = fc
  .record({
    text: words,
    note: maybe(words),
    dependence: fc.constantFrom(0, 0.25, 0.5, 1),
    revision: maybe(fc.integer({ min: 1, max: 99 })),
    notes: fc.array(maybe(words), { minLength: 3, maxLength: 3 }),
    terms: maybe(
      fc.array(
        words.filter((term) => term.trim() === term),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    priors: fc.constantFrom([undefined, undefined, undefined], [0.5, 0.3, 0.2], [0.5, undefined, undefined]),
    items: fc.array(evidence, { maxLength: 4 }),
    analysts: fc.uniqueArray(words, { maxLength: 2 }),
    cells: fc.array(maybe(fc.record({ rating, because: maybe(words) })), { minLength: 24, maxLength: 24 }),
  })
  .map(({ text, note, dependence, revision, notes, terms, priors, items, analysts, cells }): QuestionFile => {
    const hypotheses: Hypothesis[] = ['Shells for the war', 'A message to Seoul', 'None of these'].map((one, index) =>
      compact({
        id: ['H1', 'H2', 'H0'][index] as string,
        text: one,
        prior: priors[index],
        rest: index === 2 ? (true as const) : undefined,
        terms: index === 0 ? terms : undefined,
        note: notes[index],
      }),
    );
    const listed = items.map((item, index) => ({ id: `E${index + 1}`, ...item }));
    return compact({
      question: compact({ id: 'q', text, hypotheses, evidence: listed, dependence, note }),
      revision,
      matrices: analysts.map((analyst, which) =>
        compact({
          assessment: compact({
            question: 'q',
            analyst,
            priors: which === 0 ? { H1: 0.2, H2: 0.3, H0: 0.5 } : undefined,
            note: notes[which],
            cells: Object.fromEntries(
              listed.flatMap(({ id }, row) => {
                const own = hypotheses.flatMap((hypothesis, column) => {
                  const cell = cells[which * 12 + row * 3 + column];
                  return cell ? [[hypothesis.id, compact(cell)] as const] : [];
                });
                return own.length > 0 ? [[id, Object.fromEntries(own)] as const] : [];
              }),
            ),
          }),
          revision,
        }),
      ),
    });
  });

const lines = (problems: readonly Problem[]): string[] =>
  problems.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);

describe('a question as a file', () => {
  it('comes back from YAML to the letter', () => {
    fc.assert(
      fc.property(questionFile, (file) => {
        expect(readQuestionYaml(writeQuestionYaml(file), 'q.yaml').file).toEqual(file);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back from CSV to the letter', () => {
    fc.assert(
      fc.property(questionFile, (file) => {
        expect(readQuestionCsv(writeQuestionCsv(file), 'q.csv').file).toEqual(file);
      }),
      { numRuns: 300 },
    );
  });

  it('lets no spreadsheet calculate what an analyst wrote', () => {
    fc.assert(
      fc.property(questionFile, (file) => {
        const rows: string[][] = parse(writeQuestionCsv(file), { relax_column_count: true });
        for (const cell of rows.slice(1).flat()) expect(cell).not.toMatch(/^[=+@]/);
      }),
      { numRuns: 100 },
    );
  });
});

const BAD = `watchfloor_question: 1
id: two words
question: Why?
dependence: 1.4
hypotheses:
  - { id: H1, text: Moscow needs shells, prior: .6 }
  - { id: H2, text: "Shells: Moscow needs", prior: .3 }
  - { id: H3, text: It wants a lever against Seoul, prior: 1.2 }
  - { id: H3, text: It is none of these, prior: .3, rets: true }
evidence:
  - id: E1
    text: A figure
    credibility: very high
    relevance: m
    information_grade: 9
    from: { document: doc-1, quote: x, span: [9, 3] }
  - id: E2
    credibility: H
    relevance: H
matrices:
  - analyst: a
    ratings:
      E1: { H1: CCC, H2: 1.5, H9: C }
      E7: { H1: C }
  - analyst: a
    priors: { H1: .9, H2: .9 }
`;

describe('mistakes in YAML', () => {
  it('are all found in one pass, with their places', () => {
    const { file, problems } = readQuestionYaml(BAD, 'bad.yaml');
    expect(file).toBeUndefined();
    expect(lines(problems)).toEqual([
      '2:5 error “two words” is no id: use letters, digits, dots, hyphens and underscores, such as moscow-pyongyang.',
      '4:13 error “dependence” of the question is 1.4: it must lie between 0 and 1.',
      '5:1 error The hypotheses are not exhaustive: add the rest, such as { id: H0, text: None of these, rest: true }.',
      '7:21 error H2 says the same as H1: the hypotheses are not exclusive. Merge them, or say in what they differ.',
      '8:60 error “prior” of H3 is 1.2: it must lie between 0 and 1.',
      '9:11 error There is an H3 already: every id stands once.',
      '9:49 error The priors sum to 1.2: hypotheses that exclude each other share 1 among them. Lower them, or say where two can both be true.',
      '9:59 error H3 has no “rets”. Did you mean rest?',
      '13:18 error “credibility” of E1 cannot be “very high”: it is one of L, M, H.',
      '15:24 error “information_grade” of E1 cannot be 9: it is one of 1, 2, 3, 4, 5, 6.',
      '16:40 error “span” is [first, last + 1], two whole numbers that rise: offsets into the text of the document.',
      '17:5 error E2 needs “text”.',
      '23:17 error E1 under H1: “CCC” is no rating: write CC, C, N, I, II, NA, or a likelihood between 0 and 1. Did you mean CC?',
      '23:26 error E1 under H2: 1.5 is no likelihood: it must lie between 0 and 1, both excluded, for no evidence proves or rules out all by itself.',
      '23:35 error The question has no hypothesis H9. Did you mean H1?',
      '24:7 error The question has no item of evidence E7. Did you mean E1?',
      '25:14 error Analyst a has a matrix already: every analyst has one.',
      '26:27 error The priors sum to 1.8: hypotheses that exclude each other share 1 among them. Lower them, or say where two can both be true.',
    ]);
  });

  it('of its own form are refused with a place', () => {
    const refusal = (text: string) => {
      try {
        return readQuestionYaml(text, 'q.yaml').problems.map(({ message }) => message);
      } catch (error) {
        return error;
      }
    };
    expect(refusal('a: [1, 2')).toMatchObject({
      code: 'judge.not-a-question-file',
      place: { file: 'q.yaml', line: 1 },
    });
    for (const bomb of [
      '['.repeat(200_000),
      '- '.repeat(200_000),
      `a: &a [x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`}, `.repeat(9)}]`).join('\n')}`,
    ])
      expect(refusal(bomb)).toMatchObject({ code: 'judge.not-a-question-file' });
    expect(refusal('')).toEqual(['A question file is a map that begins with “watchfloor_question: 1”.']);
    expect(refusal('- a')).toEqual(['A question file is a map that begins with “watchfloor_question: 1”.']);
    expect(refusal('id: q')).toContain('The file must say “watchfloor_question: 1”, the form it is in.');
  });

  it('warns of hypotheses that may both be true, and reads on', () => {
    const { file, problems } = readQuestionYaml(
      'watchfloor_question: 1\nid: q\nquestion: Why?\nhypotheses:\n  - { id: A, text: It wants shells }\n  - { id: B, text: It wants shells and workers }\n  - { id: Z, text: None of these, rest: true }\n',
      'q.yaml',
    );
    expect(file?.question.hypotheses).toHaveLength(3);
    expect(lines(problems)).toEqual([
      '6:20 warning B and A may both be true: all the words of one stand in the other. Say in what they exclude each other.',
    ]);
  });
});

describe('mistakes in CSV', () => {
  const HEAD = 'row,id,text,analyst,prior,rest,credibility,relevance,H1,H2,H0\r\n';
  const FRAME =
    'question,q,Why?,,,,,,,,\r\nhypothesis,H1,Shells,,,,,,,,\r\nhypothesis,H2,A lever,,,,,,,,\r\nhypothesis,H0,None of these,,,yes,,,,,\r\n';
  const problemsOf = (text: string) => lines(readQuestionCsv(text, 'q.csv').problems);

  it('are all found in one pass: missing cells, ragged rows, unknown ratings and columns', () => {
    expect(
      problemsOf(
        `${HEAD.replace('credibility', 'credibilty')}${FRAME}evidence,E1,"Two\nlines",,,,H,H,,,\r\nrating,E1,,a,,,,,CC,,XX\r\nrating,E1\r\nratings,E1,,a,,,,,C,C,C\r\n`,
      ),
    ).toEqual([
      '1:7 error No hypothesis and no column is called “credibilty”. Did you mean credibility?',
      '6:1 error E1 needs “credibility”: one of L, M, H.',
      '8:10 error E1 has no rating under H2: write NA where it does not apply, ? where it is not rated yet.',
      '8:11 error E1 under H0: “XX” is no rating: write CC, C, N, I, II, NA, or a likelihood between 0 and 1.',
      '9:1 error This row has 2 cells and the header 11: cells are missing.',
      '9:1 error Matrix 2 needs “analyst”.',
      '9:2 error E1 has no rating under H1: write NA where it does not apply, ? where it is not rated yet.',
      '9:2 error E1 has no rating under H2: write NA where it does not apply, ? where it is not rated yet.',
      '9:2 error E1 has no rating under H0: write NA where it does not apply, ? where it is not rated yet.',
      '10:1 error “ratings” is no kind of row: it is one of question, hypothesis, evidence, matrix, rating, because. Did you mean rating?',
    ]);
  });

  it('keeps ? for not rated yet', () => {
    const { file } = readQuestionCsv(
      `${HEAD}${FRAME}evidence,E1,A figure,,,,H,M,,,\r\nrating,E1,,a,,,,,CC,?,n/a\r\n`,
      'q.csv',
    );
    expect(file?.matrices[0]?.assessment.cells).toEqual({ E1: { H1: { rating: 'CC' }, H0: { rating: 'NA' } } });
  });

  it('of its own form are refused with a place', () => {
    expect(() => readQuestionCsv('row,id\n"open,1\n', 'q.csv')).toThrow(
      expect.objectContaining({ code: 'judge.not-a-question-file' }),
    );
  });

  it('reads what a spreadsheet makes of it: a mark before it, semicolons or tabs between', () => {
    const table = `${HEAD}${FRAME}evidence,E1,A figure,,,,H,M,,,\r\nrating,E1,,a,,,,,CC,?,n/a\r\n`;
    const { file } = readQuestionCsv(table, 'q.csv');
    for (const delimiter of [';', '\t'])
      expect(readQuestionCsv(`\ufeff${table.replaceAll(',', delimiter)}`, 'q.csv').file).toEqual(file);
  });

  it('reaches no prototype through its names', () => {
    readQuestionCsv(`row,id,text,rest,__proto__\nhypothesis,__proto__,x,,\nbecause,__proto__,,,pwned\n`, 'q.csv');
    expect(({} as Record<string, unknown>)['because']).toBeUndefined();
  });
});

describe('anchorQuestion', () => {
  const documents: readonly CitedDocument[] = [
    {
      id: 'doc-1',
      title: 'Two counts',
      source: 'in/2024-02.md',
      text: 'Shin said 6,700. Others said 10,000. Shin said so.',
    },
    { id: 'doc-2', title: 'Denial', source: 'in/2024-05.md', text: 'It denied that.' },
  ];
  const read = (document: string, quote: string, span = '') =>
    readQuestionYaml(
      `watchfloor_question: 1
id: q
question: Why?
hypotheses: [{ id: H1, text: Shells }, { id: H2, text: A lever }, { id: H0, text: None, rest: true }]
evidence:
  - id: E1
    text: A figure
    credibility: H
    relevance: H
    from: { document: ${document}, quote: "${quote}"${span} }
`,
      'q.yaml',
    );
  const spanOf = (...args: Parameters<typeof read>) => {
    const { file, problems } = anchorQuestion(read(...args), documents);
    return file?.question.evidence[0]?.citation ?? lines(problems);
  };

  it('finds the document by id, title or file name, and the words in it', () => {
    const expected = { document: 'doc-1', span: { start: 0, end: 15 }, quote: 'Shin said 6,700' };
    for (const name of ['doc-1', 'two counts', '2024-02.md', 'in/2024-02.md'])
      expect(spanOf(name, 'Shin said 6,700')).toEqual(expected);
  });

  it('keeps a span that is right, and moves one whose words moved', () => {
    expect(spanOf('doc-1', 'Shin said', ', span: [37, 46]')).toMatchObject({ span: { start: 37, end: 46 } });
    expect(spanOf('doc-1', 'Shin said', ', span: [30, 39]')).toMatchObject({ span: { start: 37, end: 46 } });
  });

  it('says with its place what it cannot find, and guesses nothing', () => {
    expect(spanOf('doc-1', 'Shin said')).toEqual([
      '10:37 error E1 quotes “Two counts”, but these words stand in it 2 times; quote more of the sentence.',
    ]);
    expect(spanOf('doc-2', 'It denied this.')).toEqual([
      '10:37 error E1 quotes “Denial”, but these words do not stand in it; copy them to the letter.',
    ]);
    expect(spanOf('Denail', 'x')).toEqual([
      '10:23 error E1 cites “Denail”, which is no document of the case. Did you mean Denial?',
    ]);
  });
});
