import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WatchfloorError } from '../../../model/index.ts';
import type { Voice } from '../voice.ts';
import { readWav } from '../wav.ts';
import { isInstalled, runSystemProgram } from './run-program.ts';

const PROGRAM = 'say';
const SAMPLE_RATE = 22_050;
const RATE = 175;

/**
 * The voices of macOS. `say` knows most names in the news by itself and takes no phones in plain text, so the lexicon
 * counts here by its respellings only.
 *
 * @throws {WatchfloorError} listen.voice-unavailable on any other system
 */
export const openSay = async (name?: string): Promise<Voice> => {
  if (!(await isInstalled(PROGRAM, ['-v', '?'])))
    throw new WatchfloorError(
      'listen.voice-unavailable',
      'The `say` voices exist on macOS only; leave --voice out for the built-in one.',
    );
  return {
    id: name ? `say:${name}` : 'say',
    sampleRate: SAMPLE_RATE,
    language: 'en',
    concurrency: 1,
    trebleDb: 0,
    speak: async ({ text }, { speed, signal }) => {
      const folder = await mkdtemp(join(tmpdir(), 'watchfloor-say-'));
      const file = join(folder, 'speech.wav');
      try {
        await runSystemProgram({
          program: PROGRAM,
          args: [
            ...(name ? ['-v', name] : []),
            ...['-r', String(Math.round(RATE * speed)), '-o', file, `--data-format=LEI16@${SAMPLE_RATE}`, '-f', '-'],
          ],
          input: text,
          ...(signal ? { signal } : {}),
        });
        return readWav(await readFile(file)).samples;
      } catch (error) {
        signal?.throwIfAborted();
        throw new WatchfloorError(
          'listen.voice-failed',
          `say could not speak${name ? ` with the voice "${name}"` : ''} (${(error as Error).message}); see \`say -v '?'\`.`,
          {},
          { cause: error },
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: async () => undefined,
  };
};
