import { WatchfloorError } from '../../../model/index.ts';
import type { Utterance, Voice } from '../voice.ts';
import { readWav } from '../wav.ts';
import { espeakPhones } from './espeak-phones.ts';
import { isInstalled, runSystemProgram } from './run-program.ts';

const PROGRAM = 'espeak-ng';
const SAMPLE_RATE = 22_050;
/** Words a minute at speed 1. */
const RATE = 165;

/** Text with the known pronunciations in espeak-ng's own notation. */
export const espeakText = ({ text, pronunciations }: Utterance): string => {
  let spoken = '';
  let end = 0;
  for (const { span, words } of pronunciations) {
    spoken += `${text.slice(end, span.start)}${words.map(espeakPhones).join(' ')}`;
    end = span.end;
  }
  return spoken + text.slice(end);
};

/**
 * The system's espeak-ng, as a program beside Watchfloor: it is under the GPL and no part of the installation.
 *
 * @param variant a voice of `espeak-ng --voices`, `en-us` unless given
 * @throws {WatchfloorError} listen.voice-unavailable
 */
export const openEspeak = async (variant = 'en-us'): Promise<Voice> => {
  if (!(await isInstalled(PROGRAM, ['--version'])))
    throw new WatchfloorError(
      'listen.voice-unavailable',
      'espeak-ng is not installed; install it with the package manager of your system, or leave --voice out.',
    );
  return {
    id: variant === 'en-us' ? 'espeak' : `espeak:${variant}`,
    sampleRate: SAMPLE_RATE,
    language: variant.split('-')[0] as string,
    concurrency: 2,
    trebleDb: 0,
    speak: async (utterance, { speed, signal }) => {
      try {
        const wav = await runSystemProgram({
          program: PROGRAM,
          args: ['-v', variant, '-s', String(Math.round(RATE * speed)), '-z', '--stdin', '--stdout'],
          input: espeakText(utterance),
          ...(signal ? { signal } : {}),
        });
        return readWav(wav).samples;
      } catch (error) {
        signal?.throwIfAborted();
        throw new WatchfloorError(
          'listen.voice-failed',
          `espeak-ng could not speak with the voice "${variant}" (${(error as Error).message}); see \`espeak-ng --voices\`.`,
          {},
          { cause: error },
        );
      }
    },
    close: async () => undefined,
  };
};
