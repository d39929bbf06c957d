import { move, workerData } from 'piscina';
import { readWav } from '../wav.ts';
import { runProgram } from './wasi-host.ts';

export interface FliteTask {
  readonly voice: string;
  readonly text: string;
  readonly addenda: string;
  /** 1 as the voice speaks, 2 twice as slow. */
  readonly stretch: number;
}

const ADDENDA_FILE = 'addenda';
const WAVE_FILE = 'speech';

const { module } = workerData as { readonly module: WebAssembly.Module };

/** Speaks one utterance in a fresh instance of the one compiled module: a trap costs this utterance and nothing else. */
export default ({ voice, text, addenda, stretch }: FliteTask): unknown => {
  const result = runProgram(
    module,
    [
      'flite',
      '-voice',
      voice,
      '--setf',
      `duration_stretch=${stretch}`,
      ...(addenda ? ['-add_lex', ADDENDA_FILE] : []),
      '-t',
      text,
      '-o',
      WAVE_FILE,
    ],
    addenda ? { [ADDENDA_FILE]: new TextEncoder().encode(addenda) } : {},
  );
  const wave = result.file(WAVE_FILE);
  if (!wave) throw new Error(result.stderr.trim() || `no sound (exit ${result.exitCode})`);
  return move(readWav(wave).samples);
};
