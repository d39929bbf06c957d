/** Below this share of the loudest frame there is no speech: −46 dB. */
const SILENCE = 0.005;
const FRAME_SECONDS = 0.005;
/** Kept before the first and after the last frame of speech, so that soft consonants are not cut. */
const KEEP_BEFORE_SECONDS = 0.02;
const KEEP_AFTER_SECONDS = 0.04;

const frameLevels = (samples: Float32Array, length: number): number[] =>
  Array.from({ length: Math.ceil(samples.length / length) }, (_, frame) => {
    let sum = 0;
    const end = Math.min(samples.length, (frame + 1) * length);
    for (let index = frame * length; index < end; index++) sum += (samples[index] as number) ** 2;
    return Math.sqrt(sum / (end - frame * length));
  });

/** The speech without the silence around it; empty when there is none. The ends are faded over what is kept beside it. */
export const trimSilence = (samples: Float32Array, sampleRate: number): Float32Array => {
  const frame = Math.round(FRAME_SECONDS * sampleRate);
  const levels = frameLevels(samples, frame);
  const loudest = levels.reduce((highest, level) => Math.max(highest, level), 0);
  if (loudest === 0) return new Float32Array();
  const sounds = (level: number): boolean => level > loudest * SILENCE;
  const before = Math.round(KEEP_BEFORE_SECONDS * sampleRate);
  const after = Math.round(KEEP_AFTER_SECONDS * sampleRate);
  const start = Math.max(0, levels.findIndex(sounds) * frame - before);
  const end = Math.min(samples.length, (levels.findLastIndex(sounds) + 1) * frame + after);
  const speech = samples.slice(start, end);
  const fade = Math.min(frame, speech.length >> 1);
  for (let index = 0; index < fade; index++) {
    const gain = index / fade;
    speech[index] = (speech[index] as number) * gain;
    speech[speech.length - 1 - index] = (speech[speech.length - 1 - index] as number) * gain;
  }
  return speech;
};
