import { WatchfloorError } from '../../model/index.ts';
import { FLITE_VOICES, type FliteVoiceName } from './flite/flite-voice.ts';
import type { Voice } from './voice.ts';

/** The voice that needs nothing but Watchfloor. */
export const DEFAULT_VOICE: FliteVoiceName = 'slt';

/** What `--voice` takes, with a line on each for people. */
export const VOICE_NAMES: readonly { readonly name: string; readonly label: string }[] = [
  ...Object.entries(FLITE_VOICES).map(([name, { label }]) => ({ name, label: `${label} (built in)` })),
  { name: 'piper:FILE.onnx', label: 'a Piper voice of yours, with its .onnx.json beside it' },
  { name: 'piper+espeak:FILE.onnx', label: "the same, with the phonemes of the system's espeak-ng" },
  { name: 'espeak[:VARIANT]', label: "the system's espeak-ng" },
  { name: 'say[:NAME]', label: 'a voice of macOS' },
];

const isFlite = (name: string): name is FliteVoiceName => Object.hasOwn(FLITE_VOICES, name);

/**
 * Opens a voice by the name a user gives. The caller closes it.
 *
 * @throws {WatchfloorError} listen.voice-unknown, listen.voice-unavailable
 */
export const openVoice = async (name: string = DEFAULT_VOICE): Promise<Voice> => {
  if (isFlite(name)) return (await import('./flite/flite-voice.ts')).openFlite(name);
  const [kind, ...rest] = name.split(':');
  const detail = rest.join(':') || undefined;
  switch (kind) {
    case 'piper':
    case 'piper+espeak': {
      if (!detail) break;
      const { openPiper } = await import('./piper/piper-voice.ts');
      return openPiper(detail, { phonemes: kind === 'piper' ? 'flite' : 'espeak' });
    }
    case 'espeak':
      return (await import('./system/espeak-voice.ts')).openEspeak(detail);
    case 'say':
      return (await import('./system/say-voice.ts')).openSay(detail);
    default:
  }
  throw new WatchfloorError(
    'listen.voice-unknown',
    `There is no voice "${name}"; the names are ${VOICE_NAMES.map((voice) => voice.name).join(', ')}.`,
  );
};
