import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from '../../src/store/documents.fixture.ts';
import { openCase } from '../../src/store/index.ts';

const BIN = fileURLToPath(new URL('../../bin/watchfloor.js', import.meta.url));

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'watchfloor-judge-'));
  expect(run('case', 'init', 'talks').status).toBe(0);
  const store = await openCase(join(root, 'talks'));
  await store.addDocument(
    entryOf('The envoy said that no missiles had crossed the border.\n\nNobody believed him.', {
      title: 'No missiles',
    }),
  );
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { out: stdout.trimEnd().split('\n'), errors: stderr.split('\n').filter(Boolean), status };
};
const judge = (...args: readonly string[]) => run('judge', ...args, '--case', 'talks');
const file = (name: string): string => readFileSync(join(root, name), 'utf8');

// Each command is a process of its own, and a busy machine takes its time over each.
describe('watchfloor judge', { timeout: 180_000 }, () => {
  it('asks, adds, rates and shows', () => {
    expect(
      judge(
        'init',
        'border',
        '--question',
        'Did missiles cross?',
        '--hypothesis',
        'They did',
        '--hypothesis',
        'They did not',
        '--as',
        'ann',
      ),
    ).toEqual({ out: ['border: H1 They did | H2 They did not | H0 None of these'], errors: [], status: 0 });
    expect(judge('add-hypothesis', 'bord', 'Only parts crossed', '--as', 'ann').out).toEqual([
      'H3: Only parts crossed',
    ]);
    expect(
      judge(
        'add-evidence',
        'border',
        '--document',
        'no missiles',
        '--quote',
        'no missiles had crossed the border',
        '--text',
        'The envoy denies it',
        '--source',
        'the envoy',
        '--source-grade',
        'f',
        '--as',
        'ann',
      ).out,
    ).toEqual(['E1: The envoy denies it']);
    expect(judge('add-evidence', 'border', '--text', 'Tracks were seen', '--as', 'ann').out).toEqual([
      'E2: Tracks were seen',
    ]);
    expect(judge('edit', 'border', 'E2', '--relevance', 'H', '--as', 'ben').out).toEqual(['E2: changed relevance']);
    expect(
      judge('rate', 'border', 'E1', 'H1=I', 'H2=C', 'H0=?', '--because', 'he would know', '--as', 'ann').out,
    ).toEqual(['ann E1: H1 I, H2 C']);
    expect(judge('rate', 'border', 'e2', 'h1=.8', 'H2=II', '--as', 'ann').out).toEqual(['ann E2: H1 0.8, H2 II']);
    expect(judge('rate', 'border', 'E1', 'H1=N', '--as', 'ben').out).toEqual(['ben E1: H1 N']);
    expect(judge('prior', 'border', 'H1=.4', '--as', 'ann').out).toEqual(['priors: H1=.4']);
    expect(judge('show', 'border').out).toEqual(
      `Did missiles cross?

Hypotheses
  H1  They did  prior 0.4
  H2  They did not
  H3  Only parts crossed
  H0  None of these  the rest

Evidence
  E1  The envoy denies it
      credibility M, relevance M, F6, source: the envoy
      “no missiles had crossed the border” No missiles
  E2  Tracks were seen
      credibility M, relevance H
      entered by ann

Matrix of ann
        H1    H2    H3    H0
  E1    I     C     ?     ?
  E2    0.8   II    ?     ?

Matrix of ben
        H1    H2    H3    H0
  E1    N     ?     ?     ?
  E2    ?     ?     ?     ?`.split('\n'),
    );
    expect(judge('list').out).toEqual(['border  Did missiles cross?', '  4 hypotheses, 2 items; rated by ann, ben']);
  });

  it('keeps who changed what', () => {
    const lines = judge('history', 'border').out;
    expect(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d/, 'then'))).toEqual([
      'then  ann  question, revision 1',
      '  asked: “Did missiles cross?”',
      'then  ann  question, revision 2',
      '  H3 added: “Only parts crossed”',
      'then  ann  question, revision 3',
      '  E1 added: “The envoy denies it”',
      'then  ann  question, revision 4',
      '  E2 added: “Tracks were seen”',
      'then  ben  question, revision 5',
      '  E2: relevance “M” → “H”',
      'then  ann  matrix of ann, revision 1',
      '  E1 under H1: not rated → I (he would know)',
      '  E1 under H2: not rated → C (he would know)',
      'then  ann  matrix of ann, revision 2',
      '  E2 under H1: not rated → 0.8',
      '  E2 under H2: not rated → II',
      'then  ben  matrix of ben, revision 1',
      '  E1 under H1: not rated → N',
      'then  ann  question, revision 6',
      '  H1: prior nothing → “0.4”',
    ]);
  });

  it('exports, imports into another case, and exports the same again', () => {
    for (const name of ['q.yaml', 'q.csv']) {
      expect(judge('export', 'border', '--out', name).status).toBe(0);
      expect(judge('import', name)).toEqual({
        out: ['border: all of it is in the case already'],
        errors: [],
        status: 0,
      });
      const other = `copy-${name}`;
      run('case', 'init', other);
      expect(run('judge', 'import', name, '--case', other)).toMatchObject({ status: 1 });
      expect(run('judge', 'check', name, '--case', other).errors[0]).toMatch(
        /^watchfloor: q\.\w+:\d+:\d+: E1 cites “doc-1747037068a4”, which is no document of the case\. \(judge\.invalid-question\)$/,
      );
    }
    expect(judge('export', 'border').out).toEqual(file('q.yaml').trimEnd().split('\n'));
    expect(judge('export', 'border', '--csv').out).toEqual(file('q.csv').trimEnd().split('\n'));
  });

  it('refuses a file that would undo what somebody else changed, names it, and loses nothing', () => {
    judge('export', 'border', '--out', 'mine.yaml');
    judge('edit', 'border', 'E2', '--text', 'Fresh tracks were seen', '--as', 'ben');
    judge('rate', 'border', 'E1', 'H1=II', '--as', 'ann');
    const mine = file('mine.yaml');
    writeFileSync(join(root, 'mine.yaml'), mine.replace('text: Tracks were seen', 'text: Old tracks were seen'));
    const before = judge('export', 'border').out;
    expect(judge('import', 'mine.yaml')).toEqual({
      out: [''],
      errors: [
        'watchfloor: mine.yaml: Question border was changed in the case since the file was exported (E2: wording “Tracks were seen” → “Fresh tracks were seen”); your file changes 1 of these too. Nothing was written: export it again, put your changes in, and import that. (judge.conflict)',
      ],
      status: 1,
    });
    writeFileSync(
      join(root, 'matrix.yaml'),
      mine.replace('text: Tracks', 'text: Fresh tracks').replace('rating: C,', 'rating: CC,'),
    );
    expect(judge('import', 'matrix.yaml').errors[0]).toContain(
      'The matrix of ann on border was changed in the case since the file was exported (E1 under H1: I (he would know) → II); your file touches none of these.',
    );
    writeFileSync(join(root, 'bare.yaml'), mine.replaceAll(/^ *revision: .*\n/gm, ''));
    expect(judge('import', 'bare.yaml').errors[0]).toContain('the file does not say on which revision it builds');
    expect(judge('export', 'border').out).toEqual(before);

    judge('export', 'border', '--out', 'again.yaml');
    writeFileSync(join(root, 'again.yaml'), file('again.yaml').replace('Fresh tracks', 'Fresh wheel tracks'));
    expect(judge('import', 'again.yaml', '--as', 'ann').out).toEqual(['border: 1 change']);
  });

  it('writes nothing of a file with mistakes, and names all of them', () => {
    writeFileSync(
      join(root, 'bad.yaml'),
      'watchfloor_question: 1\nid: bad\nquestion: Why?\nhypotheses:\n  - { id: H1, text: A, prior: 2 }\n  - { id: H2, text: B }\n',
    );
    expect(judge('import', 'bad.yaml')).toEqual({
      out: [''],
      errors: [
        'watchfloor: bad.yaml:4:1: A question needs at least two hypotheses and the rest: with one there is nothing to weigh. (judge.invalid-question)',
        'watchfloor: bad.yaml:4:1: The hypotheses are not exhaustive: add the rest, such as { id: H0, text: None of these, rest: true }. (judge.invalid-question)',
        'watchfloor: bad.yaml:5:31: “prior” of H1 is 2: it must lie between 0 and 1. (judge.invalid-question)',
        'watchfloor: bad.yaml: nothing of it was written.',
      ],
      status: 1,
    });
    expect(judge('show', 'bad').errors).toEqual([
      'watchfloor: talks: The case has no question bad; it has border. (judge.no-question)',
    ]);
  });

  it('says in one line what is wrong', () => {
    writeFileSync(join(root, 'latin.csv'), Buffer.from('row,id\nquestion,S\xe3o', 'latin1'));
    for (const [args, line] of [
      [
        ['rate', 'border', 'E9', 'H1=C'],
        'border has no item of evidence E9; it has E1, E2. Did you mean E1? (judge.unknown-name)',
      ],
      [
        ['rate', 'border', 'E1', 'H1=XC'],
        'E1 under H1: “XC” is no rating: write CC, C, N, I, II, NA, or a likelihood between 0 and 1. Did you mean CC? (judge.bad-value)',
      ],
      [['rate', 'border', 'E1', 'H1=0'], '0 is no likelihood'],
      [['rate', 'border', 'E1', 'C'], '“C” must be HYPOTHESIS=RATING'],
      [['prior', 'border', 'H1=.9', 'H2=.9'], 'The priors sum to 1.8'],
      [['prior', 'border', 'H1=1.5'], 'must lie between 0 and 1'],
      [['prior', 'border', '--dependence', '2'], 'give a number from 0 to 1'],
      [
        ['init', 'border', '--question', 'x', '--hypothesis', 'a', '--hypothesis', 'b'],
        'The case has a question border already. (judge.question-exists)',
      ],
      [
        ['init', 'other', '--question', 'x', '--hypothesis', 'The same', '--hypothesis', 'the same!'],
        'H2 says the same as H1: the hypotheses are not exclusive',
      ],
      [['init', 'a b', '--question', 'x', '--hypothesis', 'a', '--hypothesis', 'b'], '“a b” is no id'],
      [
        ['add-evidence', 'border', '--document', 'No missiles', '--quote', 'missiles had crossed that border'],
        'these words do not stand in it; copy them to the letter. (judge.quote-not-found)',
      ],
      [['add-evidence', 'border'], 'Say what the evidence is'],
      [['add-evidence', 'border', '--quote', 'x'], 'A quote needs its document'],
      [['import', 'latin.csv'], 'latin.csv: The file is not in UTF-8'],
      [['import', 'absent.yaml'], 'absent.yaml: There is no such file'],
      [['export', 'nothing'], 'The case has no question nothing'],
      [['edit', 'border', 'E1'], 'Say what to change'],
      [['remove', 'border', 'H0'], 'not exhaustive'],
    ] as const) {
      const { errors, status } = judge(...args);
      expect([errors.length, status === 0], errors.join()).toEqual([1, false]);
      expect(errors[0]).toContain(line);
    }
  });

  it('goes on when a cited document is gone, and gives no old rating to a new item', () => {
    judge('add-evidence', 'border', '--text', 'A rumour', '--as', 'ann');
    judge('rate', 'border', 'E3', 'H1=II', 'H2=C', '--as', 'ann');
    judge('remove', 'border', 'E3', '--as', 'ben');
    run('case', 'remove', 'doc-1747037068a4', '--case', 'talks');
    expect(judge('add-evidence', 'border', '--text', 'Another thing', '--as', 'ann').out).toEqual([
      'E3: Another thing',
    ]);
    const { matrices } = JSON.parse(judge('show', 'border', '--json').out.join(''));
    expect(
      matrices.find(({ assessment }: { assessment: { analyst: string } }) => assessment.analyst === 'ann').assessment
        .cells.E3,
    ).toBeUndefined();
    expect(judge('history', 'border').out).toContain('  E3 under H1: II → not rated');
    judge('export', 'border', '--out', 'gone.yaml');
    writeFileSync(join(root, 'gone.yaml'), file('gone.yaml').replace('Another thing', 'Some other thing'));
    expect(judge('import', 'gone.yaml', '--as', 'ann').out).toEqual(['border: 1 change']);
  });

  it('removes, and keeps what was there', () => {
    expect(judge('remove', 'border', 'E1', 'h3').out).toEqual(['removed  E1 h3']);
    expect(judge('show', 'border', '--json').out.join('')).not.toContain('"E1"');
    expect(judge('remove', 'border').out).toEqual(['withdrawn  border']);
    expect(judge('list').out).toEqual(['no question yet; `watchfloor judge init` makes one']);
    expect(judge('init', 'border', '--question', 'Again?', '--hypothesis', 'a', '--hypothesis', 'b').status).toBe(0);
    expect(judge('history', 'border').out.at(-1)).toBe('  asked: “Again?”');
  });
});
