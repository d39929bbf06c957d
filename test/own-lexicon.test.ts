import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingsOfCase, showDocument } from '../src/app/case.ts';
import { caseReader } from '../src/app/case-reader.ts';
import { ownLexicon } from '../src/app/own-lexicon.ts';
import type { Reading, Span } from '../src/model/index.ts';

const BIN = fileURLToPath(new URL('../bin/watchfloor.js', import.meta.url));
const MODEL = process.env['WATCHFLOOR_MODEL_DIR'] || fileURLToPath(new URL('../models/en', import.meta.url));

const LEXICON = `people:
  UKR:
    Olena Testenko: defence minister 2024-02/; she
organisations:
  UKR:
    MIL:
      - 999th Test Brigade | Test Brigade
events:
  AID:
    - verb: gift
      object: any
      target: to, object
cues:
  - verb: blab
    takes: clause
likelihoods:
  - { words: a coin toss, low: .4, high: .6, form: noun }
`;
const TEXT =
  'France gifted drones to Moldova. Testenko blabbed that Ukraine had shelled Belgorod. The vote is a coin toss. The Test Brigade attacked Russia.';

let root: string;

const run = (...args: readonly string[]): { out: string; err: string; status: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { out: stdout, err: stderr, status };
};

const told = ({ document, actors, events, attributions, likelihoods }: Reading): readonly string[] => {
  const words = ({ start, end }: Span): string => document.text.slice(start, end);
  const name = (id: string | undefined): string => actors.find((actor) => actor.id === id)?.name ?? '-';
  return [
    ...events.map(({ type, sources, targets }) => `${type}: ${name(sources[0])} > ${name(targets[0])}`),
    ...attributions.map(({ speaker, cue }) => `${name(speaker)} ${cue.map(words).join(' ')}`),
    ...likelihoods.map(({ phrase, low, high }) => `${phrase} ${low}–${high}`),
  ];
};

const WITH_OWN = [
  'AID: France > Moldova',
  'ASSAULT: Ukraine > Belgorod',
  'ASSAULT: 999th Test Brigade > Russia',
  'Olena Testenko blabbed',
  'a coin toss 0.4–0.6',
];

// The reader's network comes with the package; a checkout without it has nothing to read with.
describe.skipIf(!existsSync(join(MODEL, 'reader.onnx')))('a lexicon of one’s own', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'watchfloor-own-lexicon-'));
    writeFileSync(join(root, 'text.txt'), TEXT);
    writeFileSync(join(root, 'lexicon.yaml'), LEXICON);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('is used by read --lexicon, and by nothing without it', () => {
    const read = (...more: readonly string[]): readonly string[] => {
      const { out, status } = run('read', 'text.txt', '--json', '--published', '2024-06-18', ...more);
      expect(status).toBe(0);
      return told(JSON.parse(out) as Reading);
    };
    expect(read('--lexicon', 'lexicon.yaml')).toEqual(WITH_OWN);
    const without = read();
    expect(without).toContain('ASSAULT: Ukraine > Belgorod');
    expect(without.filter((line) => /Moldova|blabbed|coin toss|Test Brigade >/.test(line))).toEqual([
      'ASSAULT: Test Brigade > Russia',
    ]);
  });

  it('is used by the case that it lies beside, whose readings are out of date when it changes', async () => {
    expect(run('case', 'init', 'talks').status).toBe(0);
    writeFileSync(join(root, 'talks', 'lexicon.yaml'), LEXICON);
    expect(run('case', 'add', 'text.txt', '--published', '2024-06-18', '--case', 'talks').status).toBe(0);
    const id = /doc-\w+/.exec(run('case', 'list', '--case', 'talks').out)?.[0] as string;
    const reading = (): Reading | null =>
      (JSON.parse(run('case', 'show', id, '--json', '--case', 'talks').out) as { reading: Reading | null }).reading;
    expect(told(reading() as Reading)).toEqual(WITH_OWN);

    writeFileSync(join(root, 'talks', 'lexicon.yaml'), LEXICON.replace('verb: gift', 'verb: bestow'));
    expect(reading()).toBeNull();
    const folder = join(root, 'talks');
    const reader = caseReader(await ownLexicon(undefined, [folder]));
    const anew: Reading[] = [];
    for await (const one of readingsOfCase(folder, reader)) anew.push(one);
    await reader.close();
    expect(anew.map(told)).toEqual([WITH_OWN.slice(1)]);
    expect((await showDocument(folder, id, reader.engine)).reading).toEqual(anew[0]);
    rmSync(join(root, 'talks', 'lexicon.yaml'));
    expect(reading()).toBeNull();
  });

  it('is used by brief --lexicon', () => {
    const events = (...more: readonly string[]): number => {
      const { out, status } = run('brief', 'text.txt', '--published', '2024-06-18', '--json', ...more);
      expect(status).toBe(0);
      return (JSON.parse(out) as { counts: { events: number } }).counts.events;
    };
    writeFileSync(join(root, 'more.yaml'), 'events:\n  AID:\n    - { verb: gift, object: any, target: to }\n');
    expect(events('--lexicon', 'more.yaml')).toBe(events() + 1);
  });

  it('says where it is wrong, and what was meant', () => {
    const wrong = (yaml: string): readonly [string, number | null] => {
      writeFileSync(join(root, 'wrong.yaml'), yaml);
      const { err, status } = run('read', 'text.txt', '--lexicon', 'wrong.yaml');
      return [err, status];
    };
    expect(wrong(LEXICON.replace('AID:', 'AIDE:'))).toEqual([
      'watchfloor: wrong.yaml:9:3 events.AIDE: The entry events › AIDE of the lexicon has an unknown key "AIDE"; did you mean "AID"? (read.lexicon-invalid)\n',
      1,
    ]);
    expect(wrong(LEXICON.replace('takes: clause', 'takes: claus'))[0]).toContain(
      'wrong.yaml:15:12 cues.0.takes: The entry cues › 0 › takes of the lexicon has "claus", which is no kind of content; did you mean "clause"?',
    );
    expect(run('case', 'add', 'text.txt', '--case', 'talks').status).toBe(0);
    writeFileSync(join(root, 'talks', 'lexicon.yaml'), 'evnts: {}\n');
    expect(run('case', 'add', 'text.txt', '--case', 'talks').err).toContain('did you mean "events"?');
  });
});
