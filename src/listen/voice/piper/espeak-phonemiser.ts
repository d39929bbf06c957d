import { WatchfloorError } from '../../../model/index.ts';
import { espeakPhones } from '../system/espeak-phones.ts';
import { isInstalled, runSystemProgram } from '../system/run-program.ts';
import type { Clause, Phonemiser } from './phonemiser.ts';

const PROGRAM = 'espeak-ng';

const clauseText = ({ words }: Clause): string =>
  words.map(({ text, phones }) => (phones ? phones.map(espeakPhones).join(' ') : text)).join(' ');

/**
 * Phones by the system's espeak-ng, run as a program: what Piper's voices were trained on.
 *
 * @param language espeak-ng's name, from the voice's configuration
 * @throws {WatchfloorError} listen.voice-unavailable
 */
export const espeakPhonemiser = async (language: string): Promise<Phonemiser> => {
  if (!(await isInstalled(PROGRAM, ['--version'])))
    throw new WatchfloorError(
      'listen.voice-unavailable',
      'espeak-ng is not installed; install it, or name the voice with `piper:` for the built-in phonemes.',
    );
  return {
    phonemise: (clauses, signal) =>
      Promise.all(
        clauses.map(async (clause) => {
          const output = await runSystemProgram({
            program: PROGRAM,
            args: ['-q', '--ipa', '-v', language, '--stdin'],
            input: clauseText(clause),
            ...(signal ? { signal } : {}),
          });
          return output.toString('utf8').replace(/\s+/g, ' ').trim();
        }),
      ),
  };
};
