import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { spokenBrief } from '../../src/app/spoken-brief.ts';
import { composeBrief, composeNewsletter, type Judgements, renderBrief, renderReport } from '../../src/brief/index.ts';
import { anchorQuestion, calibrationSoFar, readQuestionYaml } from '../../src/judge/index.ts';
import type { Assessment, Question } from '../../src/model/index.ts';
import { situate } from '../../src/situation/index.ts';
import { SMALL_CASE } from '../brief/small-case.fixture.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/judge/moscow-pyongyang.yaml', import.meta.url));

const example = (analysts: number): Judgements => {
  const { file } = readQuestionYaml(readFileSync(EXAMPLE, 'utf8'), EXAMPLE);
  if (!file) throw new Error('the example has mistakes');
  return {
    questions: [
      { question: file.question, assessments: file.matrices.slice(0, analysts).map(({ assessment }) => assessment) },
    ],
  };
};

describe('the report of a weighing', () => {
  it('reads as agreed', async () => {
    const { 'judgement.md': markdown } = renderReport(example(2)) ?? {};
    await expect(markdown).toMatchFileSnapshot('./golden/moscow-pyongyang.md');
  });

  it('is a page by itself: no script, nothing loaded, every link leads somewhere', () => {
    const page = renderReport({ ...example(2), calibration: calibrationSoFar([]) })?.['judgement.html'] as string;
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, img, link, iframe, object')).toHaveLength(0);
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') as string);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !ids.has(link.slice(1)))).toEqual([]);
    expect(document.querySelector('#calibration')?.textContent).toContain('No forecast has been made yet.');
  });

  it('sorts the matrix by diagnosticity, so that what contradicts everything is not first', () => {
    const [judged] = example(1).questions as [Judgements['questions'][number]];
    const { question, assessments } = judged;
    const all = (rating: 'II' | 'N') => Object.fromEntries(question.hypotheses.map(({ id }) => [id, { rating }]));
    const page = renderReport({
      questions: [
        {
          question,
          assessments: [{ ...(assessments[0] as Assessment), cells: { ...assessments[0]?.cells, E1: all('II') } }],
        },
      ],
    })?.['judgement.html'] as string;
    const { document } = parseHTML(page);
    const rows = [...document.querySelectorAll('.matrix tbody tr')];
    const order = rows.map((row) => row.querySelector('a')?.textContent);
    expect(order.indexOf('E1')).toBeGreaterThan(15);
    const figures = rows.map((row) => Number(row.querySelector('.figure')?.textContent));
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });

  it('lets nothing of a hostile question survive', () => {
    const nasty = '</title><script>alert(1)</script><img src=x onerror=alert(2)> | [x](javascript:alert(3)) `code`';
    const question: Question = {
      id: 'q',
      text: nasty,
      dependence: 0.5,
      note: nasty,
      hypotheses: [
        { id: 'H1', text: nasty },
        { id: 'H2', text: 'b' },
        { id: 'H0', text: 'None', rest: true },
      ],
      evidence: [{ id: 'E1', text: nasty, credibility: 'H', relevance: 'H', source: nasty, note: nasty }],
    };
    const cell = { rating: 'C' as const, because: nasty };
    const files = renderReport({
      questions: [
        { question, assessments: [{ question: 'q', analyst: nasty, cells: { E1: { H1: cell, H2: cell, H0: cell } } }] },
      ],
    });
    const { document } = parseHTML(files?.['judgement.html'] as string);
    expect(document.querySelectorAll('script, img')).toHaveLength(0);
    expect(files?.['judgement.md']).not.toMatch(/(?<!\\)<script|(?<!\\)<img|(?<!\\)\]\(javascript/);
  });

  it('has nothing to say where nobody has rated', () => {
    const [{ question }] = example(1).questions as [Judgements['questions'][number]];
    expect(renderReport({ questions: [{ question, assessments: [] }] })).toBeNull();
  });
});

describe('judgements in the brief', () => {
  const read = readQuestionYaml(
    `watchfloor_question: 1
id: cargo
question: What do the containers hold?
hypotheses:
  - { id: H1, text: Mainly munitions }
  - { id: H2, text: Mainly other goods }
  - { id: H0, text: None of these, rest: true }
evidence:
  - id: E1
    text: Washington speaks of munitions
    credibility: M
    relevance: H
    source_grade: B
    from: { document: count, quote: "delivered more than 10,000 containers of munitions to Russia" }
  - id: E2
    text: Pyongyang denies it
    credibility: L
    relevance: H
    from: { document: denial, quote: "North Korea denied on Friday that it sells weapons to Russia" }
  - { id: E3, text: Seen by the analyst, credibility: M, relevance: M, author: ann }
matrices:
  - analyst: ann
    ratings:
      E1: { H1: CC, H2: I, H0: N }
      E2: { H1: N, H2: C, H0: N }
      E3: { H1: C, H2: N, H0: N }
`,
    'cargo.yaml',
  );
  const documents = SMALL_CASE.map(({ id, document }) => ({
    id,
    title: document.title,
    source: `${id}.md`,
    text: document.text,
  }));
  const { file } = anchorQuestion(read, documents);
  const situation = situate(SMALL_CASE);
  const judgements: Judgements = {
    questions: file
      ? [{ question: file.question, assessments: file.matrices.map(({ assessment }) => assessment) }]
      : [],
    calibration: calibrationSoFar([]),
  };
  const content = composeBrief(situation, SMALL_CASE, { judgements });
  const files = renderBrief(content, situation);
  const part = (text: string): string =>
    text.slice(text.indexOf('## What is judged here'), text.indexOf('## What is judged how likely'));

  it('reads as agreed: word, number and band, what counts most, what would change it, calibration', async () => {
    await expect(part(files['brief.md'] as string)).toMatchFileSnapshot('./golden/brief-judgements.md');
    // .95·.5·.8 : .2·.8·.5 : .5·.5·.5
    const [h1, h2, h0] = [0.95 * 0.5 * 0.8, 0.2 * 0.8 * 0.5, 0.125];
    const first = content.judgements?.questions[0]?.hypotheses[0];
    expect(first?.posterior).toBeCloseTo(h1 / (h1 + h2 + h0), 12);
    expect(first?.words).toEqual({ word: 'likely', number: '65 %', band: '55–80 %' });
  });

  it('leads from the evidence to its sentence and back', () => {
    const { document } = parseHTML(files['brief.html'] as string);
    const link = document.querySelector('#j1-E1 a.ref');
    expect(link?.getAttribute('href')).toBe('#s1-2');
    expect([...document.querySelectorAll('#s1-2 + .back a')].map((back) => back.getAttribute('href'))).toContain(
      '#j1-E1',
    );
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    const links = [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute('href')?.slice(1) ?? '');
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(document.querySelector('nav')?.textContent).toContain('What we judge');
  });

  it('says what is judgement and what is report, and nothing where there is none', () => {
    expect(content.bottomLine.at(-1)).toContain('All of it but what is judged here');
    const plain = composeBrief(situation, SMALL_CASE, { judgements: { questions: [] } });
    expect(plain.judgements).toBeUndefined();
    expect(renderBrief(plain, situation)['brief.html']).not.toContain('judged here');
  });

  it('is heard and mailed too, in the words of the page', () => {
    const { document } = parseHTML(files['brief.html'] as string);
    const heard = spokenBrief(content).sections.find(({ title }) => title === 'What is judged here');
    const spoken = heard?.paragraphs.flat() ?? [];
    expect(spoken.map(({ text }) => text)).toContain('Mainly munitions (H1) is likely, 65 % (band 55–80 %).');
    for (const { text, shownAt } of spoken)
      expect(document.querySelector(shownAt as string)?.textContent, text).toContain(text);
    expect(composeNewsletter(content).text.replace(/\s+/g, ' ')).toContain(
      'What do the containers hold? Mainly munitions (H1) is likely, 65 % (band 55–80 %).',
    );
  });

  it('tells how forecasts have fared where no question is rated', () => {
    const alone = composeBrief(situation, SMALL_CASE, {
      judgements: { questions: [], calibration: calibrationSoFar([]) },
    });
    expect(part(renderBrief(alone, situation)['brief.md'] as string).trim()).toBe(
      '## What is judged here\n\n### Calibration so far\n\nNo forecast has been made yet.',
    );
    expect(alone.bottomLine.at(-1)).toBe('All of it is what the sources say; none of it has been verified.');
  });

  it('gives no reference for words that are in no text of the brief', () => {
    const [judged] = judgements.questions as [Judgements['questions'][number]];
    const elsewhere: Question = {
      ...judged.question,
      evidence: judged.question.evidence.map((item) =>
        item.citation ? { ...item, citation: { ...item.citation, document: 'doc-gone' } } : item,
      ),
    };
    const { questions } = composeBrief(situation, SMALL_CASE, {
      judgements: { questions: [{ ...judged, question: elsewhere }] },
    }).judgements ?? { questions: [] };
    expect(questions[0]?.counts.flatMap(({ references }) => references)).toEqual([]);
    expect(questions[0]?.counts[0]?.quote).toBe('delivered more than 10,000 containers of munitions to Russia');
  });
});
