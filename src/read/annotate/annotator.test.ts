import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WatchfloorError } from '../../model/index.ts';
import type { Annotation } from './annotation.ts';
import { type Annotator, createAnnotator } from './index.ts';

let annotator: Annotator;
beforeAll(async () => {
  annotator = await createAnnotator();
});
afterAll(async () => {
  await annotator.close();
});

/** word:head:label, the root's head being 0 and words counting from 1. */
const tree = ({ sentences }: Annotation): string[] =>
  sentences.map(({ tokens }) => tokens.map(({ text, head, deprel }) => `${text}:${head + 1}:${deprel}`).join(' '));

const check = (text: string, annotation: Annotation): void => {
  expect(annotation.text).toBe(text);
  let last = 0;
  annotation.sentences.forEach((sentence, index) => {
    expect(sentence.index).toBe(index);
    expect(sentence.start).toBeGreaterThanOrEqual(last);
    expect(sentence.tokens[0]!.start).toBe(sentence.start);
    expect(sentence.tokens.at(-1)!.end).toBe(sentence.end);
    expect(sentence.tokens.filter(({ head }) => head === -1).length).toBe(1);
    sentence.tokens.forEach((token, at) => {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.text).toBe(text.slice(token.start, token.end));
      expect(token.text.length).toBeGreaterThan(0);
      expect(token.deprel === 'root').toBe(token.head === -1);
      last = token.end;
      let node = at;
      for (let steps = 0; node !== -1; steps++) {
        expect(steps).toBeLessThanOrEqual(sentence.tokens.length);
        node = sentence.tokens[node]!.head;
      }
    });
  });
};

describe('createAnnotator', () => {
  it.each([
    ['Japan lifted the ban.', ['Japan:2:nsubj lifted:0:root the:4:det ban:2:obj .:2:punct']],
    [
      'The ban was lifted by Japan.',
      ['The:2:det ban:4:nsubj:pass was:4:aux:pass lifted:0:root by:6:case Japan:4:obl:agent .:4:punct'],
    ],
    [
      'Kim said that Moscow would send troops.',
      ['Kim:2:nsubj said:0:root that:6:mark Moscow:6:nsubj would:6:aux send:2:ccomp troops:6:obj .:2:punct'],
    ],
    [
      "South Korea's president didn't meet Putin.",
      [
        "South:2:compound Korea:4:nmod:poss 's:2:case president:7:nsubj did:7:aux n't:7:advmod meet:0:root Putin:7:obj .:7:punct",
      ],
    ],
  ])('parses %j', async (text, expected) => {
    expect(tree(await annotator.annotate(text))).toEqual(expected);
  });

  it('tags and lemmatises', async () => {
    const { sentences } = await annotator.annotate('They were shelling the cities.');
    expect(sentences[0]!.tokens.map(({ text, lemma, upos, xpos }) => [text, lemma, upos, xpos])).toEqual([
      ['They', 'they', 'PRON', 'PRP'],
      ['were', 'be', 'AUX', 'VBD'],
      ['shelling', 'shell', 'VERB', 'VBG'],
      ['the', 'the', 'DET', 'DT'],
      ['cities', 'city', 'NOUN', 'NNS'],
      ['.', '.', 'PUNCT', '.'],
    ]);
  });

  it('says of verbs, and of nothing else, whether it happened', async () => {
    const happened = async (text: string): Promise<number[]> =>
      (await annotator.annotate(text)).sentences[0]!.tokens.flatMap((token) => token.happened ?? []);
    const [did] = await happened('Troops crossed the border.');
    const [never] = await happened('Troops never crossed the border.');
    expect(did).toBeGreaterThan(0.5);
    expect(never).toBeLessThan(0);
  });

  it('counts paragraphs', async () => {
    const { sentences } = await annotator.annotate('Kim visits Moscow\n\nHe came by train. Nobody met him.');
    expect(sentences.map(({ paragraph, start, end }) => [paragraph, start, end])).toEqual([
      [0, 0, 17],
      [1, 19, 36],
      [1, 37, 52],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t '],
    ['lone surrogates', '\ud800 \udc00x\udfff'],
    ['zeros', 'a\0b \0\0 c'],
    ['emoji', '👩‍👩‍👧‍👦 met 🇺🇦🇷🇺. ✈️!'],
    ['right to left', '\u202eabc\u202c مرحبا بالعالم.'],
    ['combining marks without a base', '\u0301\u0302 z̸͓̈́a̵l̶g̷o̵.'],
    ['200,000 characters without a space', 'x'.repeat(200_000)],
    ['20,000 stops', '.'.repeat(20_000)],
    ['5,000 brackets', '('.repeat(5_000)],
  ])('takes %s', async (_, text) => {
    check(text, await annotator.annotate(text));
  });

  it('keeps its promises on any text, and gives the same twice', async () => {
    const word = fc.constantFrom(
      'Kim',
      'U.S.',
      'said',
      '"',
      '’s',
      '$1.2bn',
      ' ',
      '\n',
      '\n\n',
      '. ',
      'n’t',
      '—',
      '\ud83d',
      'ﬁ',
      '١',
      '(',
      '1.',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const first = await annotator.annotate(text);
        check(text, first);
        expect(await annotator.annotate(text)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('reads sentences that are cut already', async () => {
    const forms = ['Japan', 'lifted', 'the', 'ban', '.'];
    const [read] = await annotator.parse([{ forms, glued: [false, false, false, false, true] }]);
    expect(read!.heads).toEqual([1, -1, 3, 1, 1]);
    expect(read!.lemmas).toEqual(['Japan', 'lift', 'the', 'ban', '.']);
  });

  it('refuses a sentence of more words than the network takes', async () => {
    const forms = Array<string>(511).fill('word');
    const error: unknown = await annotator
      .parse([{ forms, glued: forms.map(() => false) }])
      .catch((reason: unknown) => reason);
    expect((error as WatchfloorError).code).toBe('read.sentence-too-long');
  });

  it('names the file that a model folder lacks', async () => {
    const broken = await createAnnotator({ folder: join(tmpdir(), 'no-such-model') });
    const error: unknown = await broken.annotate('Hello.').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WatchfloorError);
    expect((error as WatchfloorError).code).toBe('read.model-missing');
    expect((error as WatchfloorError).place.file).toMatch(/no-such-model/);
  });

  it('leaves the home folder empty', () => {
    const home = mkdtempSync(join(tmpdir(), 'watchfloor-home-'));
    const module = fileURLToPath(new URL('../../../dist/read/annotate/index.js', import.meta.url));
    const code = `const { createAnnotator } = await import(${JSON.stringify(module)});
      const annotator = await createAnnotator();
      console.log((await annotator.annotate('Japan lifted the ban.')).sentences.length);
      await annotator.close();`;
    const env = {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      XDG_CACHE_HOME: undefined,
      XDG_CONFIG_HOME: undefined,
      XDG_DATA_HOME: undefined,
    };
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' });
    expect(run.stdout.trim()).toBe('1');
    expect(readdirSync(home)).toEqual([]);
    rmSync(home, { recursive: true });
  });
});
