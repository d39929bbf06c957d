import type { Span } from '../../model/index.ts';

/** How a stretch of the text is pronounced: ARPAbet phones with stress digits, one list a word. */
export interface Pronunciation {
  readonly span: Span;
  readonly words: readonly (readonly string[])[];
}

/** One breath of speech: normalised text, and the pronunciations that the voice would not know by itself. */
export interface Utterance {
  readonly text: string;
  /** In text order, without overlaps; spans are offsets into `text`. */
  readonly pronunciations: readonly Pronunciation[];
}

export interface SpeakOptions {
  /** 1 is the pace of the voice, 2 twice as fast. */
  readonly speed: number;
  readonly signal?: AbortSignal;
}

/** Something that turns an utterance into samples. Same utterance, same samples. */
export interface Voice {
  /** As the user names it: `slt`, `piper:voice.onnx`, `espeak`. */
  readonly id: string;
  /** Hz. */
  readonly sampleRate: number;
  /** ISO 639-1. */
  readonly language: string;
  /** How many utterances it is worth asking for at once. */
  readonly concurrency: number;
  /** dB of treble shelf that bring the voice's long-term spectrum nearer to recorded speech (bench/listen/spectrum.ts). */
  readonly trebleDb: number;
  /**
   * Mono samples, −1 … 1, as the engine gives them: level and silence at the ends are the caller's to correct.
   *
   * @throws {WatchfloorError} listen.voice-failed; an aborted signal rejects with its reason.
   */
  speak(utterance: Utterance, options: SpeakOptions): Promise<Float32Array>;
  close(): Promise<void>;
}
