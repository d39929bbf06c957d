import type { InferenceSession } from 'onnxruntime-node';
import { WatchfloorError } from '../../../model/index.ts';
import type { Utterance, Voice } from '../voice.ts';
import { espeakPhonemiser } from './espeak-phonemiser.ts';
import { flitePhonemiser } from './flite-phonemiser.ts';
import { type Clause, clausesOf } from './phonemiser.ts';
import { type PiperConfig, readPiperConfig } from './piper-config.ts';

const PAD = '_';
const START = '^';
const END = '$';
/** Both noise scales: the model draws its noise without a seed, so none is asked for. Same text, same sound. */
const NO_NOISE = 0;
const SHOWN_TEXT = 80;

/** The phonemes of the clauses as the model's numbers, padded as it was trained; what the voice lacks is left out. */
const phonemeIds = (clauses: readonly Clause[], ipa: readonly string[], { phonemeIds: ids }: PiperConfig): bigint[] => {
  const sounds = clauses.map(({ mark }, index) => `${ipa[index]}${mark}`).join(' ');
  const known = [...sounds.normalize('NFD')].flatMap((sound) => (Object.hasOwn(ids, sound) ? [sound] : []));
  return [START, ...known.flatMap((sound) => [PAD, sound]), PAD, END].flatMap((sound) =>
    (ids[sound] ?? []).map(BigInt),
  );
};

export interface PiperOptions {
  /** `flite`: ours, always there; `espeak`: the system's espeak-ng, what the voice was trained on. */
  readonly phonemes: 'flite' | 'espeak';
}

/**
 * A Piper (VITS) voice from a model file of the user's, by ONNX Runtime.
 *
 * @param model the `.onnx`, with its `.onnx.json` beside it
 * @throws {WatchfloorError} listen.voice-unavailable
 */
export const openPiper = async (model: string, { phonemes }: PiperOptions): Promise<Voice> => {
  const config = await readPiperConfig(model);
  const { InferenceSession: Session, Tensor } = await import('onnxruntime-node');
  const phonemiser = await (phonemes === 'flite' ? flitePhonemiser() : espeakPhonemiser(config.espeakVoice));
  let session: InferenceSession;
  try {
    session = await Session.create(model);
  } catch (error) {
    throw new WatchfloorError(
      'listen.voice-unavailable',
      `The Piper model cannot be loaded (${(error as Error).message}); check that the file is complete.`,
      { file: model },
      { cause: error },
    );
  }

  const infer = async (ids: readonly bigint[], lengthScale: number): Promise<Float32Array> => {
    const feeds = {
      input: new Tensor('int64', BigInt64Array.from(ids), [1, ids.length]),
      input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
      scales: new Tensor('float32', Float32Array.of(NO_NOISE, lengthScale, NO_NOISE), [3]),
      ...(config.speakers > 1 ? { sid: new Tensor('int64', BigInt64Array.of(0n), [1]) } : {}),
    };
    const { output } = await session.run(feeds);
    if (!output) throw new Error('the model has no output of that name');
    return Float32Array.from(output.data as Float32Array);
  };

  const speak = async (utterance: Utterance, speed: number, signal?: AbortSignal): Promise<Float32Array> => {
    const clauses = clausesOf(utterance);
    const ipa = await phonemiser.phonemise(clauses, signal);
    signal?.throwIfAborted();
    return infer(phonemeIds(clauses, ipa, config), config.lengthScale / speed);
  };

  return {
    id: phonemes === 'flite' ? `piper:${model}` : `piper+espeak:${model}`,
    sampleRate: config.sampleRate,
    language: config.language,
    // The runtime spreads one utterance over all cores itself.
    concurrency: 1,
    trebleDb: 0,
    speak: async (utterance, { speed, signal }) => {
      try {
        return await speak(utterance, speed, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof WatchfloorError) throw error;
        throw new WatchfloorError(
          'listen.voice-failed',
          `The Piper voice could not speak "${utterance.text.slice(0, SHOWN_TEXT)}" (${(error as Error).message}).`,
          { file: model },
          { cause: error },
        );
      }
    },
    close: () => session.release(),
  };
};
