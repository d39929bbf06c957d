import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { Document } from '../model/index.ts';
import { intake } from './intake/index.ts';
import { createReader } from './reader.ts';
import { createReaderCrew } from './reader-crew.ts';

const DISPATCHES = 'examples/russia-dprk';

const documents = async (): Promise<Document[]> => {
  const files = readdirSync(DISPATCHES)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .slice(0, 6)
    .map((name) => join(DISPATCHES, name));
  const read: Document[] = [];
  for await (const result of intake(files)) if (result.ok) read.push(result.ok);
  return read;
};

afterEach(() => vi.unstubAllEnvs());

it('reads in worker threads exactly as on one thread', { timeout: 60_000 }, async () => {
  const given = await documents();
  expect(given).toHaveLength(6);
  const alone = await createReader();
  const crew = await createReaderCrew({ workers: 2, alone: given[0]!.text.length });
  const expected = [];
  for (const [index, document] of given.entries()) expected.push(await alone.read(document, `d${index}`));
  const read = await Promise.all(given.map((document, index) => crew.read(document, `d${index}`)));
  await Promise.all([alone.close(), crew.close()]);
  expect(read).toEqual(expected);
  expect(read.flatMap(({ attributions }) => attributions).length).toBeGreaterThan(20);
});

it('hands over what a worker says is wrong, and the next document is tried anew', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-model-'));
  const [document] = await documents();
  vi.stubEnv('WATCHFLOOR_MODEL_DIR', folder);
  const crew = await createReaderCrew({ workers: 2, alone: 0 });
  for (const id of ['a', 'b'])
    await expect(crew.read(document!, id)).rejects.toMatchObject({
      name: 'WatchfloorError',
      code: 'read.model-missing',
      message: expect.stringContaining(folder),
    });
  await crew.close();
  rmSync(folder, { recursive: true });
});
