import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { WatchfloorError } from '../../../model/index.ts';

const schema = z.object({
  audio: z.object({ sample_rate: z.number().int().positive() }),
  espeak: z.object({ voice: z.string().min(1) }),
  inference: z.object({ length_scale: z.number().positive() }),
  num_speakers: z.number().int().positive(),
  phoneme_id_map: z.record(z.string(), z.array(z.number().int().nonnegative()).min(1)),
  language: z.object({ family: z.string() }).optional(),
});

/** What Watchfloor needs of the `.onnx.json` that comes with every Piper voice. */
export interface PiperConfig {
  /** Hz. */
  readonly sampleRate: number;
  readonly espeakVoice: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly lengthScale: number;
  readonly speakers: number;
  readonly phonemeIds: Readonly<Record<string, readonly number[]>>;
}

/** @throws {WatchfloorError} listen.voice-unavailable */
export const readPiperConfig = async (model: string): Promise<PiperConfig> => {
  const file = `${model}.json`;
  try {
    const config = schema.parse(JSON.parse(await readFile(file, 'utf8')));
    return {
      sampleRate: config.audio.sample_rate,
      espeakVoice: config.espeak.voice,
      language: config.language?.family ?? (config.espeak.voice.split('-')[0] as string),
      lengthScale: config.inference.length_scale,
      speakers: config.num_speakers,
      phonemeIds: config.phoneme_id_map,
    };
  } catch (error) {
    const why =
      error instanceof z.ZodError ? z.prettifyError(error).replace(/\s*\n\s*/g, '; ') : (error as Error).message;
    throw new WatchfloorError(
      'listen.voice-unavailable',
      `The Piper voice has no configuration that can be read (${why}); put the .onnx.json beside the .onnx.`,
      { file },
      { cause: error },
    );
  }
};
