import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { composeBrief, plain, renderBrief } from '../../src/brief/index.ts';
import type { Reading } from '../../src/model/index.ts';
import { situate } from '../../src/situation/index.ts';
import { DPRK, ROK, RUSSIA, readingOf } from '../../src/situation/reading.fixture.ts';
import { SMALL_CASE } from './small-case.fixture.ts';

const briefOf = (readings: readonly Reading[], options = {}) => {
  const situation = situate(readings);
  const content = composeBrief(situation, readings, options);
  return { situation, content, files: renderBrief(content, situation) };
};

describe('brief of a small case', () => {
  const { content, files } = briefOf(SMALL_CASE);

  it('reads as it was agreed', async () => {
    await expect(files['brief.md']).toMatchFileSnapshot('./golden/brief.md');
  });

  it('writes the tables that were agreed', async () => {
    for (const name of ['timeline.csv', 'ledger.csv', 'ties.csv', 'claims.csv', 'ties.gexf'])
      await expect(files[name]).toMatchFileSnapshot(`./golden/${name}`);
  });

  it('says what is disputed, and by whom', () => {
    expect(content.disputes.rows.map(({ statement }) => statement)).toEqual([
      'It is disputed whether North Korea made deliveries to Russia',
    ]);
    expect(content.disputes.rows[0]).toMatchObject({
      asserted: ['Shin Won-sik', 'the US State Department'],
      denied: ['North Korea'],
    });
  });

  it('joins no figure of one speaker to the name of another', () => {
    const statements = content.keyPoints.map(({ statement }) => plain(statement));
    expect(statements).toContain(
      'North Korea made deliveries to Russia between 1 September 2023 and 23 February 2024, Shin Won-sik and the US State Department say; North Korea denies it.',
    );
    expect(statements.filter((statement) => /6,700/.test(statement))).toEqual([
      'Containers from North Korea to Russia: the sources give figures from 6,700 to 10,000 or more, which cannot all hold.',
    ]);
  });

  it('gives a likelihood as word, number and band, and whose it is', () => {
    expect(content.estimates.rows[0]).toMatchObject({
      phrase: 'very unlikely',
      words: { word: 'very unlikely', number: 13, band: '5–20 %' },
      holder: 'the author of source 3',
    });
  });

  it('quotes exact words only', () => {
    const texts = content.annex.map(({ text }) => text.replace(/\s+/g, ' '));
    const quotes = [
      ...content.timeline.rows.map(({ quote }) => quote),
      ...content.estimates.rows.flatMap(({ phrase, about }) => [phrase, about]),
      ...content.ledger.rows.flatMap(({ figures }) => figures.map(({ quote }) => quote)),
      ...content.speakers.rows.flatMap(({ statements }) => statements.map((statement) => statement.content)),
      ...content.conditions.rows.flatMap(({ condition, consequence }) => [condition, consequence ?? condition]),
    ];
    expect(quotes.length).toBeGreaterThan(15);
    for (const quote of quotes)
      expect(
        texts.some((text) => text.includes(quote)),
        quote,
      ).toBe(true);
  });

  it('leads from every datum to a sentence and back', () => {
    const page = files['brief.html'] as string;
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
    for (const row of [...content.keyPoints, ...content.timeline.rows, ...content.network.rows]) {
      expect(row.references.length, row.id).toBeGreaterThan(0);
      for (const { document, sentence } of row.references)
        expect(content.annex[document - 1]?.sentences[sentence - 1]?.citedBy).toContain(row.id);
    }
  });

  it('has each anchor once', () => {
    const ids = [...(files['brief.html'] as string).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('keeps the texts whole in the annex', () => {
    const page = files['brief.html'] as string;
    const words = page
      .slice(page.indexOf('<section id="annex"'))
      .replace(/<span class="(?:n|back)">.*?<\/span>(?:<\/span>)?/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, ' ');
    for (const { document } of SMALL_CASE)
      for (const sentence of document.text.split(/(?<=\.)\s/)) expect(words).toContain(sentence.trim().slice(0, 60));
  });

  it('is the same each time and in any order of its texts', () => {
    expect(briefOf([...SMALL_CASE].reverse()).files).toEqual(files);
  });

  it('takes a title and for whom it is', () => {
    const { files: titled } = briefOf(SMALL_CASE, { title: 'Cargo', generatedFor: 'the Monday meeting' });
    expect(titled['brief.md']).toMatch(/^# Cargo\n\nAs of 25 June 2024\. From three texts, for the Monday meeting\.\n/);
  });

  it('makes a graph that a parser accepts', () => {
    const graph = files['ties.gexf'] as string;
    expect(XMLValidator.validate(graph)).toBe(true);
    const { gexf } = new XMLParser({ ignoreAttributes: false }).parse(graph);
    expect(gexf.graph.edges.edge.map((edge: Record<string, string>) => [edge['@_source'], edge['@_target']])).toEqual([
      ['PRK', 'RUS'],
      ['RUS', 'USA'],
      ['KOR', 'PRK'],
    ]);
  });

  it('carries everything in its JSON, spans included', () => {
    const { brief, situation } = JSON.parse(files['brief.json'] as string);
    const [claim] = situation.claims;
    const source = brief.sources.find((one: { document: string }) => one.document === claim.document);
    const { text } = brief.annex[source.number - 1];
    expect(text.slice(claim.trigger.span.start, claim.trigger.span.end)).toBe(claim.trigger.quote);
  });
});

describe('hostile text', () => {
  const bad = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
  const { files } = briefOf(
    [
      readingOf({
        id: 'bad"><script>',
        text: `Russia visited North Korea ${bad}. [click](javascript:alert(3)) "quoted" 'single'`,
        document: {
          title: `</title></style>${bad}`,
          byline: bad,
          publisher: `"><svg onload=alert(4)>`,
          url: 'javascript:alert(5)',
          language: 'en" onload="alert(6)',
          removed: [{ text: bad, reason: bad }],
          notes: [bad],
        },
        events: [
          {
            type: 'CONSULT',
            by: [{ ...RUSSIA, name: `Russia${bad}`, also: ['Russia'] }],
            to: [DPRK],
            trigger: `visited`,
            happened: 3,
          },
        ],
        sayings: [{ source: 'Russia', speaker: RUSSIA, content: bad }],
      }),
    ],
    { title: bad, generatedFor: bad },
  );

  it('stays text in the page', () => {
    const page = files['brief.html'] as string;
    expect(page).toContain('&lt;script&gt;');
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, img, iframe, object, embed, link, base, form')).toHaveLength(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (name === 'href') expect(value).toMatch(/^(?:#|https?:)/);
      }
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none';/);
  });

  it('stays text in Markdown', () => {
    const markdown = files['brief.md'] as string;
    expect(markdown.replace(/<a id="s\d+-\d+"><\/a>/g, '')).not.toMatch(/(?<!\\)</);
    expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/);
  });

  it('stays text in the graph', () => {
    expect(XMLValidator.validate(files['ties.gexf'] as string)).toBe(true);
  });
});

describe('texts of any language', () => {
  it('keep their direction and letters', () => {
    const { files } = briefOf([
      readingOf({
        id: 'fa',
        text: 'روسیه از کره شمالی دیدن کرد.',
        document: { title: 'دیدار', language: 'fa' },
        events: [{ type: 'CONSULT', by: [{ ...RUSSIA, also: ['روسیه'] }], to: [DPRK], trigger: 'دیدن', happened: 3 }],
      }),
    ]);
    const page = files['brief.html'] as string;
    expect(page).toContain('<h1 dir="auto">دیدار</h1>');
    expect(page).toMatch(/<div lang="fa"><p dir="auto">/);
    expect(page).toContain('روسیه از کره شمالی ');
  });
});

describe('size', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    readingOf({
      id: `text-${index}`,
      published: `2024-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
      text: `Russia visited North Korea on day ${index}. South Korea condemned Russia after ${index + 5} shells were found.`,
      document: { title: `Text ${index}`, publisher: 'Example' },
      events: [
        {
          type: 'CONSULT',
          by: [RUSSIA],
          to: [DPRK],
          trigger: 'visited',
          happened: 3,
          when: `2023-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
        },
        {
          type: 'ACCUSE',
          by: [ROK],
          to: [RUSSIA],
          trigger: 'condemned',
          happened: 3,
          when: `2024-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 3) % 28)).padStart(2, '0')}`,
        },
      ],
    }),
  );
  const { content, situation, files } = briefOf(many);

  it('cuts long lists, says so, and keeps all of them in the tables', () => {
    expect(content.timeline.rows).toHaveLength(60);
    expect(content.timeline.total).toBe(situation.timeline.length);
    expect(situation.timeline.length).toBeGreaterThan(60);
    expect(files['brief.html']).toContain(`60 of ${situation.timeline.length} events are shown`);
    expect((files['timeline.csv'] as string).split('\r\n')).toHaveLength(situation.timeline.length + 2);
    expect(content.limits.join(' ')).toContain(`the 60 of most weight of ${situation.timeline.length}`);
  });

  it('stays a page that a browser opens at once', () => {
    expect((files['brief.html'] as string).length).toBeLessThan(1_000_000);
  });
});

describe('texts without anything to code', () => {
  it('still make a brief that says so', () => {
    const { content, files } = briefOf([readingOf({ id: 'empty', text: 'Nothing happens here.', published: null })]);
    expect(content.title).toBe('Report, undated');
    expect(content.keyPoints).toEqual([]);
    expect(files['brief.html']).toContain('The coding found nothing that would make a key point.');
    expect(content.limits.join(' ')).toContain('no date of publication');
  });
});

describe('brief of a text and its correction', () => {
  const told = (id: string, title: string, text: string) =>
    readingOf({
      id,
      text,
      document: { title },
      events: [{ type: 'AID', trigger: 'sent', by: [DPRK], to: [RUSSIA], when: '2024-06-17' }],
    });
  const first = told('a', 'Shells reach Russia', 'North Korea sent shells to Russia on Monday.');
  const correction = told(
    'b',
    'Correction: what was sent to Russia',
    'Correction to the dispatch "Shells reach Russia". It said that North Korea sent shells to Russia on Monday. It did not.',
  );

  it('points from what both tell to the correction', () => {
    const { content, files } = briefOf([first, correction]);
    const by = content.sources.find(({ kind }) => kind === 'correction')?.number;
    expect(content.timeline.rows).toMatchObject([{ documents: [1, 2], correctedBy: [by] }]);
    expect(files['brief.md']).toContain(`see the correction in source ${by}`);
    expect(files['brief.html']).toContain(`see the correction in source ${by}`);
    expect(content.keyPoints.map(({ statement }) => plain(statement))).toEqual([
      expect.stringContaining(`; see the correction in source ${by}.`),
    ]);
  });

  it('leaves alone what the correction does not speak of', () => {
    const other = readingOf({ id: 'b', text: 'Correction to the dispatch "Shells reach Russia". The name was wrong.' });
    const { content } = briefOf([first, other]);
    expect(content.timeline.rows).toMatchObject([{ documents: [1], correctedBy: [] }]);
  });
});
