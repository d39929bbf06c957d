import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Document, sha256 } from '../../model/index.ts';
import { type Input, type IntakeOptions, type IntakeResult, intake, recordInputs } from './index.ts';

const PARAGRAPH =
  'The ministry said on Tuesday that the talks would resume, and both sides agreed on a date in the spring of next year.';

const NOBODY = 65_534;

let folder: string;
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchfloor-intake-'));
});
afterAll(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const results = async (
  inputs: AsyncIterable<Input | string> | Iterable<Input | string>,
  options: IntakeOptions = {},
): Promise<IntakeResult[]> => {
  const all: IntakeResult[] = [];
  for await (const result of intake(inputs, options)) all.push(result);
  return all;
};
const only = async (input: Input | string, options?: IntakeOptions): Promise<Document> => {
  const [result] = await results([input], options);
  if (result?.ok) return result.ok;
  throw result?.error ?? new Error('no result');
};
const codes = (all: readonly IntakeResult[]): (string | undefined)[] => all.map(({ error }) => error?.code);

describe('inputs', () => {
  it('keeps the order, and a bad input stops no other', async () => {
    const all = await results([
      file('one.txt', PARAGRAPH),
      join(folder, 'absent.txt'),
      file('two.txt', `${PARAGRAPH} Two.`),
    ]);
    expect(codes(all)).toEqual([undefined, 'intake.missing', undefined]);
    expect(all.map(({ ok }) => ok?.text)).toEqual([PARAGRAPH, undefined, `${PARAGRAPH} Two.`]);
    expect(all[1]?.error?.place).toEqual({ file: join(folder, 'absent.txt') });
  });

  it('reads a folder by name, subfolders too, without hidden files, other kinds and its README', async () => {
    const inner = join(folder, 'dispatches');
    mkdirSync(join(inner, 'b'), { recursive: true });
    for (const name of ['c.md', 'a.txt', 'b/x.txt', '.hidden.txt', 'picture.png', 'README.md'])
      writeFileSync(join(inner, name), PARAGRAPH);
    symlinkSync(inner, join(inner, 'loop'));
    const all = await results([inner]);
    expect(all.map(({ source }) => source)).toEqual(['a.txt', 'b/x.txt', 'c.md'].map((name) => join(inner, name)));
    expect(codes(all)).toEqual([undefined, undefined, undefined]);
  });

  it('says so when a folder holds nothing to read', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(codes(await results([empty]))).toEqual(['intake.empty-folder']);
  });

  it('reads standard input, and text and bytes in memory', async () => {
    const all = await results(
      [
        { kind: 'stdin' },
        { kind: 'bytes', bytes: Buffer.from(`# A heading\n\n${PARAGRAPH}`), name: 'note.md' },
        { kind: 'bytes', bytes: Buffer.from(`<p>${PARAGRAPH}</p>`), name: 'x', mediaType: 'text/html; charset=utf-8' },
      ],
      { stdin: Readable.from([Buffer.from(PARAGRAPH.slice(0, 10)), Buffer.from(PARAGRAPH.slice(10))]) },
    );
    expect(all.map(({ ok }) => ok?.text)).toEqual([PARAGRAPH, PARAGRAPH, PARAGRAPH]);
    expect(all.map(({ ok }) => ok?.title)).toEqual([null, 'A heading', null]);
    expect(all.map(({ source }) => source)).toEqual(['standard input', 'note.md', 'x']);
  });

  it('unpacks .gz', async () => {
    expect((await only(file('packed.txt.gz', gzipSync(PARAGRAPH)))).text).toBe(PARAGRAPH);
  });
});

describe('records', () => {
  const lines = [
    JSON.stringify({
      id: 'a',
      text: ' CLICK HERE TO SUBSCRIBE\r\nTo the letter. \u00a0',
      published: '2024-06-18',
      title: 'T',
    }),
    'not json',
    '',
    JSON.stringify({
      id: 'b',
      html: `<p>${PARAGRAPH}</p><p>CLICK HERE TO GET THE APP</p>`,
      url: 'https://example.org/a',
    }),
    JSON.stringify({ id: 'c' }),
    JSON.stringify({ id: 'd', text: 'x', published: 'soon' }),
    JSON.stringify({ text: 'x' }),
    JSON.stringify({ id: 'e', text: '' }),
    '[1]',
  ];

  it('gives one result a line, in order, with the id where it can be read', async () => {
    const all = await results(recordInputs(lines));
    expect(all.map(({ id }) => id)).toEqual(['a', null, 'b', 'c', 'd', null, 'e', null]);
    expect(codes(all)).toEqual([
      undefined,
      'intake.bad-record',
      undefined,
      'intake.bad-record',
      'intake.bad-date',
      'intake.bad-record',
      'intake.empty',
      'intake.bad-record',
    ]);
    expect(all[1]?.error?.place).toEqual({ line: 2 });
  });

  it('keeps text to the letter, and takes furniture out of html', async () => {
    const [first, , second] = await results(recordInputs(lines));
    expect(first?.ok).toMatchObject({
      text: ' CLICK HERE TO SUBSCRIBE\r\nTo the letter. \u00a0',
      published: '2024-06-18',
      title: 'T',
      removed: [],
    });
    expect(second?.ok).toMatchObject({
      text: PARAGRAPH,
      url: 'https://example.org/a',
      removed: [{ text: 'CLICK HERE TO GET THE APP', reason: 'call to action' }],
    });
  });
});

describe('plain text', () => {
  it('takes a first line that plainly is a headline for the title', async () => {
    const document = await only(file('headline.txt', `Talks to resume in the spring\n\n${PARAGRAPH}\n`));
    expect(document).toEqual({
      text: PARAGRAPH,
      title: 'Talks to resume in the spring',
      byline: null,
      publisher: null,
      published: null,
      url: null,
      language: 'en',
      sha256: sha256(PARAGRAPH),
      removed: [],
    });
  });

  it('leaves the title open when the first line is a sentence', async () => {
    expect(await only(file('plain.txt', `The talks resume.\n${PARAGRAPH}`))).toMatchObject({
      title: null,
      text: `The talks resume.\n${PARAGRAPH}`,
    });
  });

  it('reads writer and date from the lines above the article', async () => {
    const source = `Talks to resume in the spring\nBy Ann Lee and José da Silva\nPublished June 18, 2024 10:00am EDT\n\n${PARAGRAPH}`;
    expect(await only(file('lines.txt', source))).toMatchObject({
      title: 'Talks to resume in the spring',
      byline: 'Ann Lee and José da Silva',
      published: '2024-06-18',
      text: PARAGRAPH,
    });
  });

  it('joins lines that were wrapped at a column, and keeps blank lines between paragraphs', async () => {
    const wrapped =
      'The ministry said on Tuesday that the talks would resume in the\nspring, and that both sides had agreed on a date and on a place\nfor the first round.\n\nNobody would say who had asked for the talks, or who would pay for\nthe hall.\n';
    expect((await only(file('wrapped.txt', wrapped))).text).toBe(
      'The ministry said on Tuesday that the talks would resume in the spring, and that both sides had agreed on a date and on a place for the first round.\n\nNobody would say who had asked for the talks, or who would pay for the hall.',
    );
  });

  it('uses the given date only where the text has none', async () => {
    const dated = file('dated.md', `---\npublished: 2024-01-02\n---\n${PARAGRAPH}`);
    const all = await results([dated, file('undated.txt', PARAGRAPH)], { published: '2024-06-18' });
    expect(all.map(({ ok }) => ok?.published)).toEqual(['2024-01-02', '2024-06-18']);
    expect(all[1]?.ok?.notes).toEqual(['Date of publication as given on the command line: 2024-06-18.']);
    expect(() => intake([], { published: '18 June' })).toThrow(expect.objectContaining({ code: 'intake.bad-date' }));
  });
});

describe('Markdown', () => {
  it('reads the front matter and the words without their marks', async () => {
    const source = [
      '---',
      'title: "Talks: the third round"',
      'author: [Ann Lee, Bo Chen]',
      'publisher: Example Courier',
      'published: 2024-06-18',
      'modified: 2024-06-19T08:00:00+0200',
      'url: https://example.org/talks',
      'kind: op-ed',
      'sources:',
      '  - Ministry, 18 June 2024',
      '  - Own count',
      '---',
      '## Where *things* stand',
      '',
      'The **ministry** said on Tuesday that [the talks](https://example.org) would',
      'resume &amp; go on.[^1]',
      '',
      '- one ship',
      '- two `tugs`',
      '',
      '| Port | Ships |',
      '|------|-------|',
      '| North | 12 |',
      '',
      '<script>alert(1)</script>',
      '',
      '![a picture](x.png)',
    ].join('\n');
    expect(await only(file('dispatch.md', source))).toMatchObject({
      title: 'Talks: the third round',
      byline: 'Ann Lee, Bo Chen',
      publisher: 'Example Courier',
      published: '2024-06-18',
      modified: '2024-06-19T08:00:00+02:00',
      url: 'https://example.org/talks',
      kind: 'opinion',
      notes: ['Sources named in the front matter: Ministry, 18 June 2024; Own count'],
      text: 'Where things stand\n\nThe ministry said on Tuesday that the talks would resume & go on.[^1]\n\none ship\ntwo tugs\n\nPort | Ships\nNorth | 12',
      removed: [],
    });
  });

  it('names the line of a broken front matter, and of a date that is none', async () => {
    const broken = file('broken.md', `---\ntitle: fine\nauthor: "open\n---\n${PARAGRAPH}`);
    const dated = file('bad-date.md', `---\npublished: last week\n---\n${PARAGRAPH}`);
    const all = await results([broken, dated]);
    expect(codes(all)).toEqual(['intake.bad-front-matter', 'intake.bad-date']);
    expect(all[0]?.error?.place).toMatchObject({ file: broken, line: 3 });
  });

  it('takes a rule at the head for no front matter', async () => {
    expect((await only(file('rule.md', `---\n\n${PARAGRAPH}\n\n---\n`))).text).toBe(PARAGRAPH);
  });
});

describe('what cannot be read', () => {
  it('gives each its code', async () => {
    const all = await results([
      file('empty.txt', ''),
      file('blank.txt', ' \n\n\t\n'),
      file('furniture.txt', 'CLICK HERE TO GET THE APP\nShare this article\n'),
      file(
        'noise.txt',
        Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
      ),
      file('office.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])),
      file('text.pdf', 'no pdf at all'),
      file('cut.txt.gz', gzipSync(PARAGRAPH.repeat(50)).subarray(0, 60)),
      file('twice.txt.gz', gzipSync(gzipSync(PARAGRAPH))),
    ]);
    expect(codes(all)).toEqual([
      'intake.empty',
      'intake.empty',
      'intake.empty',
      'intake.binary',
      'intake.binary',
      'intake.malformed',
      'intake.malformed',
      'intake.binary',
    ]);
  });

  it('says when a file or a folder may not be read', async () => {
    const locked = file('locked.txt', PARAGRAPH);
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(folder, 0o755);
    chmodSync(locked, 0);
    chmodSync(closed, 0);
    // Root may read everything: be nobody for a moment.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      expect(codes(await results([locked, closed]))).toEqual(['intake.unreadable', 'intake.unreadable']);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(closed, 0o700);
    }
  });

  it('leaves a surprise of its own as a defect, in its place', async () => {
    const stdin = Readable.from([Buffer.from(PARAGRAPH)]);
    stdin.destroy(Object.assign(new Error('device gone'), { code: 'EIO' }));
    expect(codes(await results(['-', file('after.txt', PARAGRAPH)], { stdin }))).toEqual([
      'intake.unreadable',
      undefined,
    ]);
  });
});

describe('language', () => {
  it('tells English without the detector, and other languages with it', async () => {
    const german =
      'Der Minister ist am Montag zu einem zweitägigen Besuch aufgebrochen und will dort über die Lage an der Grenze sprechen.';
    const russian =
      'Министр иностранных дел заявил во вторник, что переговоры возобновятся весной, и стороны уже согласовали дату встречи.';
    const all = await results([german, russian, PARAGRAPH, '12'].map((text): Input => ({ kind: 'text', text })));
    expect(all.map(({ ok }) => ok?.language)).toEqual(['de', 'ru', 'en', 'und']);
  });
});
