import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anchorQuestion, type CitedDocument, readQuestionYaml, weigh } from '../../src/judge/index.ts';
import { sha256, stableId } from '../../src/model/index.ts';
import { intake } from '../../src/read/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = 'examples/judge/moscow-pyongyang.yaml';

const judge = (...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, ['bin/watchfloor.js', 'judge', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  return stdout + stderr;
};

const dispatches = async (): Promise<readonly CitedDocument[]> => {
  const documents: CitedDocument[] = [];
  for await (const { source, ok } of intake([join(ROOT, 'examples/russia-dprk')], {}))
    if (ok) documents.push({ id: stableId('doc', sha256(ok.text)), title: ok.title, source, text: ok.text });
  return documents;
};

describe('the worked example', () => {
  const read = readQuestionYaml(readFileSync(join(ROOT, FILE), 'utf8'), FILE);

  it('is without mistakes, and large enough to show the method', () => {
    expect(read.problems).toEqual([]);
    expect(read.file?.question.hypotheses.length).toBeGreaterThanOrEqual(6);
    expect(read.file?.question.evidence.length).toBeGreaterThanOrEqual(15);
  });

  it('quotes the dispatches to the letter', async () => {
    const documents = await dispatches();
    const { file, problems } = anchorQuestion(read, documents);
    expect(problems).toEqual([]);
    for (const { citation, title } of file?.question.evidence ?? []) {
      const document = documents.find(({ id }) => id === citation?.document);
      expect(document?.title).toBe(title);
      expect(document?.text.slice(citation?.span.start, citation?.span.end)).toBe(citation?.quote);
    }
  });

  it('is written in the form that the page on it shows', async () => {
    const page = readFileSync(join(ROOT, 'docs/judge.md'), 'utf8');
    const shown = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] as string;
    expect(anchorQuestion(readQuestionYaml(shown, 'docs/judge.md'), await dispatches()).problems).toEqual([]);
  });

  it('gives a reason for every rating', () => {
    const cells = (read.file?.matrices ?? []).flatMap(({ assessment }) =>
      Object.values(assessment.cells).flatMap((row) => Object.values(row)),
    );
    expect(cells).toHaveLength(18 * 6 + 8 * 6);
    expect(cells.filter(({ because }) => !because)).toEqual([]);
  });

  it('gives the documented figures', () => {
    const file = read.file as NonNullable<typeof read.file>;
    const [a, b] = file.matrices.map(({ assessment }) =>
      weigh(file.question, assessment).scores.hypotheses.map(({ posterior }) => Number(posterior.toFixed(3))),
    );
    expect(a).toEqual([0.771, 0.063, 0.114, 0.005, 0.038, 0.009]);
    expect(b).toEqual([0.274, 0.271, 0.39, 0.001, 0.036, 0.028]);
  });

  it('is scored and compared in words as agreed', async () => {
    await expect(judge('score', FILE)).toMatchFileSnapshot('./golden/moscow-pyongyang-score.txt');
    await expect(judge('compare', FILE)).toMatchFileSnapshot('./golden/moscow-pyongyang-compare.txt');
    expect(JSON.parse(judge('score', FILE, '--json')).analysts[0].ranked[0]).toMatchObject({
      hypothesis: 'H1',
      phrase: 'is likely, 77 % (band 55–80 %)',
    });
    expect(JSON.parse(judge('compare', FILE, '--json')).agreement).toEqual({ cells: 48, alike: 40, near: 48 });
  });
});
