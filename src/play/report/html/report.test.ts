import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { nearestWord } from '../../../lexicon/index.ts';
import { summarise } from '../../analysis/summary.ts';
import { yaml } from '../../engine/play.fixture.ts';
import { playScenario } from '../../engine/play.ts';
import { percent } from '../estimate.ts';
import { terminalSummary } from '../terminal.ts';
import { reportHtml } from './report.ts';

const scenario = yaml(`
title: <script>alert(1)</script> & "more"
horizon: { turns: 3, step: week }
parameters: { p: { dist: uniform(0, 1) } }
state: { x: { range: [0, 4], init: 0 }, ladder: { ordinal: [calm, crisis], init: calm } }
actors:
  A: { decide: { precision: 2 }, utility: x*p, actions: { rest: { title: "rest </td>" }, go: { effects: { x: +1 }, chance: [{ p: .3, effects: { ladder: +1 } }] } } }
outcomes: { crisis_comes: ever(ladder >= crisis), quiet: otherwise }
`);

it('is one safe file: no script, nothing from outside, a policy that allows its own style alone', async () => {
  const html = reportHtml(summarise(await playScenario(scenario, { runs: 500 })));
  expect(html).not.toMatch(/<script|javascript:|https?:|\son\w+=|\sstyle=/i);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
  expect(html).toContain('rest &lt;/td&gt;');
  const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  expect(html).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
  expect(html.match(/<svg/g)?.length).toBe(html.match(/role="img" aria-label="[^"]+"/g)?.length);
  expect(html.match(/<table/g)?.length).toBeGreaterThan(5);
});

it('labels partial results, in the report and in the terminal', async () => {
  const controller = new AbortController();
  const played = await playScenario(scenario, {
    runs: 2000,
    signal: controller.signal,
    progress: (done) => {
      if (done >= 500) controller.abort();
    },
  });
  const summary = summarise(played);
  expect(reportHtml(summary)).toContain('Partial results: stopped after 500 of 2000 runs.');
  expect(terminalSummary(summary, { bold: (text) => text, dim: (text) => text })).toContain(
    'stopped after 500 of 2000 runs: partial results',
  );
});

it.each([
  [0.01, 'almost no chance', '1 %'],
  [0.004, 'almost no chance', '< 1 %'],
  [0.2, 'unlikely', '20 %'],
  [0.5, 'roughly even chance', '50 %'],
  [0.7, 'likely', '70 %'],
  [0.998, 'almost certain', '> 99 %'],
])('%d is %s, %s', (share, word, number) => {
  expect(nearestWord(share)).toBe(word);
  expect(percent(share)).toBe(number);
});
