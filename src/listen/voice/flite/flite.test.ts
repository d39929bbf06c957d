import { beforeAll, describe, expect, it } from 'vitest';
import { readWav } from '../wav.ts';
import { withAddenda } from './addenda.ts';
import { compileFlite } from './flite-module.ts';
import { runProgram } from './wasi-host.ts';

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await compileFlite();
});

const phones = (args: readonly string[], files?: Readonly<Record<string, Uint8Array>>): string =>
  runProgram(module, ['flite', '-voice', 'kal', '-ps', ...args, '-o', 'none'], files).stdout.trim();

describe('the WASI host', () => {
  it('runs a program with arguments, files in and files out', () => {
    const result = runProgram(module, ['flite', '-voice', 'kal16', '-t', 'Hello.', '-o', 'out.wav']);
    expect(result.stderr).toBe('');
    expect(result.exitCode).toBe(0);
    const wave = readWav(result.file('out.wav') as Uint8Array);
    expect(wave.sampleRate).toBe(16_000);
    expect(wave.samples.length).toBeGreaterThan(8_000);
    expect(result.file('other.wav')).toBeUndefined();
  });

  it('survives a trap: the next run of the same module is as the first', () => {
    const before = phones(['-t', 'Hello.']);
    // This option walks over an item without a name, which aborts the program.
    expect(() =>
      runProgram(module, ['flite', '-voice', 'kal', '-pr', 'Target', '-t', 'Hello.', '-o', 'none']),
    ).toThrow();
    expect(phones(['-t', 'Hello.'])).toBe(before);
  });

  it('reports what the program says of a wrong file', () => {
    const result = runProgram(module, ['flite', '-f', 'missing.txt', '-o', 'none']);
    expect(result.stderr).toMatch(/missing\.txt|open/);
  });
});

describe('addenda', () => {
  it('replaces each known stretch by words that stand for its sounds, one for each', () => {
    const utterance = {
      text: "Kim Jong Un and Kim Jong Un's aide",
      pronunciations: [
        {
          span: { start: 0, end: 11 },
          words: [
            ['K', 'IH1', 'M'],
            ['UH1', 'N'],
          ],
        },
        {
          span: { start: 16, end: 29 },
          words: [
            ['K', 'IH1', 'M'],
            ['UH1', 'N', 'Z'],
          ],
        },
      ],
    };
    const { text, addenda } = withAddenda(utterance);
    expect(text).toBe('zobaba zobabe and zobaba zobabo aide');
    expect(addenda).toBe('zobaba nil : k ih1 m\nzobabe nil : uh1 n\nzobabo nil : uh1 n z\n');
  });

  it('makes Flite say them', () => {
    const { text, addenda } = withAddenda({
      text: 'In Xi.',
      pronunciations: [{ span: { start: 3, end: 5 }, words: [['SH', 'IY1', 'ZH', 'AH0', 'OY2']] }],
    });
    expect(phones(['-add_lex', 'addenda', '-t', text], { addenda: new TextEncoder().encode(addenda) })).toBe(
      'pau ih n sh iy zh ax oy pau',
    );
  });

  it('has a word of its own for each of many', () => {
    const words = Array.from({ length: 300 }, (_, index) => ['AA1', ...Array.from({ length: index }, () => 'T')]);
    const { addenda } = withAddenda({ text: 'x', pronunciations: [{ span: { start: 0, end: 1 }, words }] });
    expect(new Set(addenda.split('\n').map((line) => line.split(' ')[0])).size).toBe(301);
  });
});

describe('reading WAV', () => {
  const wav = (...parts: readonly (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
  const format = wav('fmt ', [16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3e, 0, 0, 0, 0x7d, 0, 0, 2, 0, 16, 0]);

  it('takes the length from the bytes when a pipe left it open', () => {
    for (const open of [
      [0, 0, 0, 0],
      [0xff, 0xff, 0xff, 0x7f],
    ]) {
      const bytes = Buffer.concat([wav('RIFF', [0, 0, 0, 0], 'WAVE'), format, wav('data', open, [0, 0x40, 0, 0xc0])]);
      expect([...readWav(bytes).samples]).toEqual([0.5, -0.5]);
    }
  });

  it.each([
    ['no WAV', wav('RIFX')],
    ['no data', Buffer.concat([wav('RIFF', [0, 0, 0, 0], 'WAVE'), format])],
  ])('refuses %s', (message, bytes) => {
    expect(() => readWav(bytes)).toThrow(message);
  });
});
