import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { builtModule, WatchfloorError } from '../../../model/index.ts';
import type { SpeakOptions, Utterance, Voice } from '../voice.ts';
import { withAddenda } from './addenda.ts';
import type { FliteTask } from './flite.worker.ts';
import { compileFlite } from './flite-module.ts';

/** The voices inside the WebAssembly build, but for `kal`, which has 8 kHz only. */
export const FLITE_VOICES = {
  slt: { label: 'female, US English', trebleDb: 0 },
  rms: { label: 'male, US English', trebleDb: -6 },
  awb: { label: 'male, Scottish English', trebleDb: 0 },
  kal16: { label: 'male, US English, robotic, ten times as fast', trebleDb: -4 },
} as const;
export type FliteVoiceName = keyof typeof FLITE_VOICES;

const SAMPLE_RATE = 16_000;
/** More threads bring nothing that a listener would notice, and each holds 25 MB. */
const MAX_THREADS = 8;
const SHOWN_TEXT = 80;

export interface FliteOptions {
  readonly threads?: number;
}

/**
 * Flite (Carnegie Mellon University, BSD licence) in WebAssembly: the module is compiled once and shared by threads,
 * each utterance runs in an instance of its own.
 */
export const openFlite = async (name: FliteVoiceName, options: FliteOptions = {}): Promise<Voice> => {
  const threads = options.threads ?? Math.min(availableParallelism(), MAX_THREADS);
  const module = await compileFlite();
  const pool = new Piscina({
    filename: fileURLToPath(builtModule('./flite.worker', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: { module },
  });
  let closed = false;
  // Who was still speaking when the voice was closed answers a pool that knows of no such task: nobody waits for it.
  pool.on('error', (error: Error) => {
    if (!closed) throw error;
  });

  const speak = async (utterance: Utterance, { speed, signal }: SpeakOptions): Promise<Float32Array> => {
    const task: FliteTask = { voice: name, stretch: 1 / speed, ...withAddenda(utterance) };
    try {
      return (await pool.run(task, signal ? { signal } : {})) as Float32Array;
    } catch (error) {
      signal?.throwIfAborted();
      const shown = utterance.text.slice(0, SHOWN_TEXT);
      const why = error instanceof Error ? error.message : String(error);
      throw new WatchfloorError(
        'listen.voice-failed',
        `The voice ${name} could not speak "${shown}" (${why}); choose another with --voice.`,
        {},
        { cause: error },
      );
    }
  };

  return {
    id: name,
    sampleRate: SAMPLE_RATE,
    language: 'en',
    concurrency: threads,
    trebleDb: FLITE_VOICES[name].trebleDb,
    speak,
    close: async () => {
      closed = true;
      await pool.destroy();
    },
  };
};
