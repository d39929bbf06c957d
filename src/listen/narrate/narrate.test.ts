import { MPEGDecoder } from 'mpg123-decoder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loudnessMeter } from '../master/loudness.ts';
import { MAX_TRUE_PEAK_DB, TARGET_LUFS } from '../master/master.ts';
import { truePeak } from '../master/true-peak.ts';
import { builtInLexicon } from '../pronounce/lexicon.ts';
import type { SpokenText } from '../spoken-text.ts';
import { FLITE_VOICES, type FliteVoiceName, openFlite } from '../voice/flite/flite-voice.ts';
import type { Voice } from '../voice/voice.ts';
import { breaths } from './breath.ts';
import { narrate } from './narrate.ts';
import { type Plan, planNarration } from './plan.ts';
import { quotedRuns } from './quoted-runs.ts';
import { type Recording, recordMp3 } from './record.ts';

const text = (
  sections: readonly (readonly [title: string | null, ...paragraphs: readonly (readonly string[])[]])[],
): SpokenText => ({
  title: 'Containers to Vostochny',
  author: null,
  publisher: null,
  published: null,
  url: null,
  language: 'en',
  sections: sections.map(([title, ...paragraphs]) => ({
    title,
    paragraphs: paragraphs.map((sentences) =>
      sentences.map((sentence, start) => ({ text: sentence, span: { start, end: start } })),
    ),
  })),
});

const ARTICLE = text([
  [
    null,
    ['By March, North Korea had sent 7,000 containers of 152-millimeter shells, South Korea’s minister said.', 'Yes.'],
    [
      'Fear not.',
      'She held the ship; he thought it through, and Putin’s spokesman denied it “in full” on June 18, 2024.',
    ],
  ],
  ['What comes next', ['It is highly likely that talks will continue.', '👍', 'Слава!', 'Hm.', 'Three.']],
]);

const plan = (of: SpokenText, options: Partial<Parameters<typeof planNarration>[1]> = {}): Plan =>
  planNarration(of, { lexicon: builtInLexicon(), sayQuotes: false, splitQuotes: false, ...options });

describe('the plan', () => {
  it('has a line for the title, each heading and each sentence that has a word, with pauses by what follows', () => {
    const { lines, skipped } = plan(ARTICLE);
    expect(lines.map(({ kind, text: words, pause }) => [kind, words.slice(0, 12), pause])).toEqual([
      ['title', 'Containers t', 0.9],
      ['sentence', 'By March, No', 0.38],
      ['sentence', 'Yes.', 0.75],
      ['sentence', 'Fear not.', 0.38],
      ['sentence', 'She held the', 1.2],
      ['heading', 'What comes n', 0.65],
      ['sentence', 'It is highly', 0.38],
      ['sentence', 'Hm.', 0.38],
      ['sentence', 'Three.', 1.2],
    ]);
    expect(skipped).toEqual([
      { kind: 'emoji', text: '👍' },
      { kind: 'script', text: 'Слава' },
    ]);
  });

  it('counts the words that are said, not written', () => {
    expect(plan(text([[null, ['In 2024, 152 men.']]])).words).toBe(
      'Containers to Vostochny In twenty twenty four one hundred fifty two men'.split(' ').length,
    );
  });
});

describe('breaths', () => {
  it('cuts what is long at the last strong mark, else the last comma, else the last word that fits', () => {
    const clause = 'the ministers met and talked for a while';
    expect(breaths(`${clause}, ${clause}; ${clause}.`)).toEqual([`${clause}, ${clause}; ${clause}.`]);
    const long = breaths(`${`${clause}, `.repeat(6)}${clause}; ${`${clause}, `.repeat(6)}${clause}.`);
    expect(long[0]).toMatch(/;$/);
    expect(long.every((part) => part.length <= 320)).toBe(true);
    expect(breaths('word '.repeat(200).trim()).join(' ')).toBe('word '.repeat(200).trim());
    expect(breaths('x'.repeat(1000)).map((part) => part.length)).toEqual([320, 320, 320, 40]);
    expect(breaths('...')).toEqual([]);
  });
});

describe('quoted runs', () => {
  it('parts what is quoted from what is not', () => {
    expect(quotedRuns('He said “yes, but no” and left.')).toEqual([
      { text: 'He said ', quoted: false },
      { text: '“yes, but no”', quoted: true },
      { text: ' and left.', quoted: false },
    ]);
    expect(quotedRuns('"Open to the end')).toEqual([{ text: '"Open to the end', quoted: true }]);
    expect(quotedRuns("Putin's plan")).toEqual([{ text: "Putin's plan", quoted: false }]);
  });
});

describe('a recording', () => {
  let voice: Voice;
  let recording: Recording;
  let sound: Float32Array;
  const rate = 16_000;

  beforeAll(async () => {
    voice = await openFlite('slt', { threads: 2 });
    const parts: Uint8Array[] = [];
    recording = await recordMp3(plan(ARTICLE), { voice }, (bytes) => {
      parts.push(bytes);
    });
    parts[0] = recording.closingFrame;
    sound = await decoded(parts);
  }, 60_000);
  afterAll(() => voice.close());

  /** Where sound begins and ends by the level of 5 ms frames, 40 dB below the loudest. */
  const soundingRuns = (): { readonly start: number; readonly end: number }[] => {
    const frame = rate / 200;
    const levels = Array.from({ length: Math.floor(sound.length / frame) }, (_, index) =>
      Math.sqrt(
        sound.subarray(index * frame, (index + 1) * frame).reduce((sum, value) => sum + value * value, 0) / frame,
      ),
    );
    const floor = Math.max(...levels) / 100;
    const runs: { start: number; end: number }[] = [];
    levels.forEach((level, index) => {
      if (level < floor) return;
      const time = index / 200;
      const last = runs.at(-1);
      // Stops and breaths within a sentence are shorter than the pauses between sentences.
      if (last && time - last.end < 0.3) last.end = time + 1 / 200;
      else runs.push({ start: time, end: time + 1 / 200 });
    });
    return runs;
  };

  it('starts every cue within 80 ms of its sound in the decoded MP3', () => {
    const runs = soundingRuns();
    expect(runs.length).toBe(recording.cues.length);
    const off = (edge: 'start' | 'end'): number =>
      Math.max(
        ...recording.cues.map((cue, index) =>
          Math.abs(cue[edge] - (runs[index] as { start: number; end: number })[edge]),
        ),
      );
    expect(off('start')).toBeLessThan(0.08);
    // The last sounds die away below what counts as sound here, and 40 ms after them are kept.
    expect(off('end')).toBeLessThan(0.15);
  });

  it('is as long as it says', () => {
    expect(sound.length / rate).toBeCloseTo(recording.seconds, 6);
  });

  it('knows how loud it is', () => {
    const meter = loudnessMeter(rate);
    meter.add(sound);
    expect(Math.abs(meter.integrated() - recording.loudness)).toBeLessThan(0.3);
  });

  it('has no sentence without sound and none that is cut off', () => {
    for (const { start, end, text: words } of recording.cues) {
      const part = sound.subarray(Math.round(start * rate), Math.round(end * rate));
      expect(Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length), words).toBeGreaterThan(0.02);
      expect(Math.abs(part.at(-1) as number), words).toBeLessThan(0.02);
      expect(end - start, words).toBeGreaterThan(0.15);
    }
  });

  it('has the same samples whether one thread speaks or two', async () => {
    const single = await openFlite('slt', { threads: 1 });
    const spoken = async (speaker: Voice): Promise<number[][]> => {
      const lines: number[][] = [];
      for await (const { samples, start, end } of narrate(plan(ARTICLE), { voice: speaker }))
        lines.push([start, end, ...samples]);
      return lines;
    };
    expect(await spoken(single)).toEqual(await spoken(voice));
    await single.close();
  }, 60_000);

  it('gives quotations to another voice', async () => {
    const other = await openFlite('kal16', { threads: 1 });
    const used: string[] = [];
    const spying = (speaker: Voice): Voice => ({
      ...speaker,
      speak: (utterance, options) => {
        used.push(`${speaker.id}: ${utterance.text}`);
        return speaker.speak(utterance, options);
      },
    });
    const quoting = plan(text([[null, ['He said “no deal” twice.']]]), { splitQuotes: true });
    for await (const _ of narrate(quoting, { voice: spying(voice), quoteVoice: spying(other) })) void _;
    expect(used).toEqual(['slt: Containers to Vostochny', 'slt: He said', 'kal16: no deal', 'slt: twice.']);
    await other.close();
  });
});

/** An MP3 as it is heard. */
const decoded = async (parts: readonly Uint8Array[]): Promise<Float32Array> => {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const samples = decoder.decode(Buffer.concat(parts)).channelData[0] as Float32Array;
  decoder.free();
  return samples;
};

describe.each(Object.keys(FLITE_VOICES) as FliteVoiceName[])('what is heard of the voice %s', (name) => {
  it('is −16 LUFS to one unit, with no true peak above −1 dBTP', async () => {
    const voice = await openFlite(name, { threads: 2 });
    const parts: Uint8Array[] = [];
    const { sampleRate, closingFrame } = await recordMp3(plan(ARTICLE), { voice }, (bytes) => {
      parts.push(bytes);
    });
    await voice.close();
    const sound = await decoded([closingFrame, ...parts.slice(1)]);
    const meter = loudnessMeter(sampleRate);
    meter.add(sound);
    expect(Math.abs(meter.integrated() - TARGET_LUFS)).toBeLessThan(1);
    expect(20 * Math.log10(truePeak(sound))).toBeLessThanOrEqual(MAX_TRUE_PEAK_DB);
  }, 60_000);
});

describe('when it cannot be done', () => {
  const silent: Voice = {
    id: 'silent',
    sampleRate: 16_000,
    language: 'en',
    concurrency: 1,
    trebleDb: 0,
    speak: async () => new Float32Array(8000),
    close: async () => undefined,
  };
  const record = (of: SpokenText, options: Partial<Parameters<typeof recordMp3>[1]> = {}): Promise<Recording> =>
    recordMp3(plan(of), { voice: silent, ...options }, () => undefined);
  const untitled = (...sentences: readonly string[]): SpokenText => ({ ...text([[null, sentences]]), title: '' });

  it.each([[[]], [['']], [['…']], [['👍👍']], [['로동신문']], [['Слава Україні!']], [['https://example.org/']]])(
    'says that %j leaves nothing to say',
    async (sentences) => {
      await expect(record(untitled(...sentences))).rejects.toThrowError(
        expect.objectContaining({ code: 'listen.nothing-to-say' }),
      );
    },
  );

  it('says which sentence gave no sound', async () => {
    await expect(record(untitled('Fine.'))).rejects.toThrowError(
      expect.objectContaining({ code: 'listen.voice-failed', message: expect.stringContaining('"Fine."') }),
    );
  });

  it.each([0, 0.49, 2.01, Number.NaN])('refuses the speed %d', async (speed) => {
    await expect(record(untitled('Fine.'), { speed })).rejects.toThrowError(
      expect.objectContaining({ code: 'listen.speed-out-of-range' }),
    );
  });

  it.each([
    [3_000, 8_000],
    [19_980, 22_050],
    [96_000, 48_000],
  ])('brings a voice at %d Hz, which MP3 does not have, to %d Hz', async (of, to) => {
    const tone: Voice = {
      ...silent,
      sampleRate: of,
      speak: async () => Float32Array.from({ length: of }, (_, index) => Math.sin((2 * Math.PI * 440 * index) / of)),
    };
    const { sampleRate, seconds } = await record(untitled('Fine.'), { voice: tone });
    expect(sampleRate).toBe(to);
    expect(seconds).toBeCloseTo(1 + 1.2, 1);
  });

  it('stops at once when told to, with the reason', async () => {
    const controller = new AbortController();
    const tone: Voice = {
      ...silent,
      speak: async () => {
        controller.abort(new Error('enough'));
        return Float32Array.from({ length: 8000 }, (_, index) => Math.sin(index / 5));
      },
    };
    await expect(record(untitled('One.', 'Two.'), { voice: tone, signal: controller.signal })).rejects.toThrow(
      'enough',
    );
  });

  it('asks no more of a voice ahead than it can use', async () => {
    let running = 0;
    let most = 0;
    const tone: Voice = {
      ...silent,
      concurrency: 2,
      speak: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        return Float32Array.from({ length: 1600 }, (_, index) => Math.sin(index / 5));
      },
    };
    await record(untitled(...Array.from({ length: 60 }, () => 'Fine.')), { voice: tone });
    expect(most).toBeLessThanOrEqual(6);
  });
});
