import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WatchfloorError } from '../../model/index.ts';
import { speechLoudness } from '../master/loudness.ts';
import { trimSilence } from '../master/trim.ts';
import { builtInLexicon } from '../pronounce/lexicon.ts';
import { pronounce } from '../pronounce/pronounce.ts';
import { openVoice } from './catalogue.ts';
import { FLITE_VOICES } from './flite/flite-voice.ts';
import type { Utterance, Voice } from './voice.ts';

/** A Piper model to try, where the machine has one: WATCHFLOOR_PIPER_MODEL=/path/voice.onnx. */
const piperModel = process.env['WATCHFLOOR_PIPER_MODEL'] ?? '';

const ADAPTERS = [
  ...Object.keys(FLITE_VOICES),
  'espeak',
  'say',
  ...(existsSync(piperModel) ? [`piper:${piperModel}`, `piper+espeak:${piperModel}`] : ['piper:']),
];

const say = (text: string): Utterance => pronounce(text, builtInLexicon());
const SENTENCE = 'The ministers met in Pyongyang on Tuesday, according to the U.S. delegation.';

/** Opened before the suite, so that what this machine lacks is skipped by name and not passed over. */
const opened = await Promise.all(
  ADAPTERS.map(async (name) => {
    try {
      return { name, voice: name === 'piper:' ? undefined : await openVoice(name) };
    } catch (error) {
      if (error instanceof WatchfloorError && error.code === 'listen.voice-unavailable')
        return { name, voice: undefined };
      throw error;
    }
  }),
);

for (const { name, voice } of opened) {
  describe.skipIf(voice === undefined)(`voice contract: ${name.replace(/:.*\//, ':')}`, () => {
    const { speak, sampleRate } = voice ?? ({} as Voice);
    let spoken: Float32Array;
    beforeAll(async () => {
      spoken = await speak(say(SENTENCE), { speed: 1 });
    });
    afterAll(() => voice?.close());

    it('speaks at a pace that one can follow', () => {
      const seconds = trimSilence(spoken, sampleRate).length / sampleRate;
      expect(seconds).toBeGreaterThan(3);
      expect(seconds).toBeLessThan(9);
    });

    it('gives samples within −1 … 1 that are neither silent nor cut off', () => {
      const peak = spoken.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
      expect(peak).toBeLessThanOrEqual(1);
      expect(speechLoudness(spoken, sampleRate)).toBeGreaterThan(-40);
      const clipped = spoken.filter((value) => Math.abs(value) > 0.9999).length;
      expect(clipped / spoken.length).toBeLessThan(0.0001);
    });

    it('says the same words with the same samples', async () => {
      expect(await speak(say(SENTENCE), { speed: 1 })).toEqual(spoken);
    });

    it('takes about half the time at twice the speed', async () => {
      const fast = await speak(say(SENTENCE), { speed: 2 });
      const ratio = trimSilence(spoken, sampleRate).length / trimSilence(fast, sampleRate).length;
      expect(ratio).toBeGreaterThan(1.5);
      expect(ratio).toBeLessThan(2.6);
    });

    it('says a given pronunciation, not its own', async () => {
      const text = 'Xi.';
      const own = await speak({ text, pronunciations: [] }, { speed: 1 });
      const longer = ['SH', 'IY1', 'D', 'AH0', 'M', 'OW1', 'L', 'AA1', 'N', 'T', 'IY0', 'V', 'EH1', 'R', 'AH0'];
      const given = await speak(
        { text, pronunciations: [{ span: { start: 0, end: 2 }, words: [longer] }] },
        { speed: 1 },
      );
      const lengths = [own, given].map((samples) => trimSilence(samples, sampleRate).length);
      expect(lengths[1]).toBeGreaterThan(1.5 * (lengths[0] as number));
    });

    it('speaks several utterances asked for at once, each its own', async () => {
      const texts = ['One.', 'Two hundred and seventy-seven.', 'Three.'];
      const together = await Promise.all(texts.map((text) => speak(say(text), { speed: 1 })));
      expect(together[1]?.length).toBeGreaterThan(together[0]?.length as number);
      expect(await speak(say('Three.'), { speed: 1 })).toEqual(together[2]);
    });

    it('stops when told to', async () => {
      const controller = new AbortController();
      const speaking = speak(say(SENTENCE.repeat(3)), { speed: 1, signal: controller.signal });
      controller.abort(new Error('enough'));
      await expect(speaking).rejects.toThrow('enough');
    });
  });
}

it('names an unknown voice and the known ones', async () => {
  await expect(openVoice('hal')).rejects.toThrowError(
    expect.objectContaining({ code: 'listen.voice-unknown', message: expect.stringMatching(/"hal".*slt, rms/) }),
  );
  await expect(openVoice('toString')).rejects.toThrowError(expect.objectContaining({ code: 'listen.voice-unknown' }));
  await expect(openVoice('piper:')).rejects.toThrowError(expect.objectContaining({ code: 'listen.voice-unknown' }));
  await expect(openVoice('piper:/nowhere/voice.onnx')).rejects.toThrowError(
    expect.objectContaining({ code: 'listen.voice-unavailable', place: { file: '/nowhere/voice.onnx.json' } }),
  );
});
