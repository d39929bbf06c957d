import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { forecastReportHtml, forecastReportMarkdown, trackRecord } from '../../index.ts';
import { forecastOf, said, settled } from '../forecasts.fixture.ts';

/** Forty questions at .9 of which half come out, forty at .2 of which every fifth does. */
const forecasts = Array.from({ length: 80 }, (_, index) => {
  const isHigh = index < 40;
  return forecastOf(
    `event ${index}`,
    [said('2024-01-01', isHigh ? 0.9 : 0.2, index % 2 === 0 ? 'Ann <b>' : 'Bo | B')],
    settled(index % (isHigh ? 2 : 5) === 0 ? 'yes' : 'no'),
  );
});
const report = {
  title: 'A <script> & "more"',
  record: trackRecord(forecasts, { by: 'author' }),
  forecasts,
  date: '2024-05-01',
};

describe('forecastReportHtml', () => {
  const html = forecastReportHtml(report);

  it('is one safe file: no script, nothing from outside, a policy that allows its own style alone', () => {
    expect(html).not.toMatch(/<script|javascript:|https?:|\son\w+=|\sstyle=/i);
    expect(html).toContain('A &lt;script&gt; &amp; &quot;more&quot;');
    expect(html).toContain('Ann &lt;b&gt;');
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
  });

  it('states the finding over a chart that can be read without seeing it, with its table', () => {
    expect(html).toContain('<h2>More was expected than came about: 55 % on average, and 35 % came about</h2>');
    expect(html).toMatch(
      /<svg [^>]*role="img" aria-label="More was expected than came about: 55 % on average, and 35 % came about\. 20 %: 20 % of 40; 90 %: 50 % of 40\."/,
    );
    expect(html.match(/<circle/g)).toHaveLength(2);
    expect(html).toContain('<th scope="row">90 %</th><td>40</td><td>90 %</td><td>50 %</td><td>35–65 %</td>');
  });

  it('says so when there is nothing to score', () => {
    const open = [forecastOf('rain', [])];
    const empty = forecastReportHtml({ ...report, record: trackRecord(open), forecasts: open });
    expect(empty).toContain('nothing can be said about calibration');
    expect(empty).not.toContain('<svg');
  });
});

describe('forecastReportMarkdown', () => {
  it('has the same tables, with the marks of Markdown made plain', () => {
    const markdown = forecastReportMarkdown(report);
    expect(markdown).toContain('# A \\<script\\> & "more"\n');
    expect(markdown).toContain('| Bo \\| B | 40 |');
    expect(markdown).toContain('## More was expected than came about: 55 % on average, and 35 % came about\n');
  });
});
