import { compileFlite } from '../flite/flite-module.ts';
import { runProgram } from '../flite/wasi-host.ts';
import { ipaWord } from './ipa.ts';
import type { Phonemiser } from './phonemiser.ts';
import { withStress } from './stress.ts';

/** The smallest of Flite's voices: it is asked for its phones, not its sound. */
const VOICE = 'kal';
const PAUSE = 'pau';

/**
 * Phones by Flite's lexicon and letter-to-sound rules, which are under a BSD licence: what Piper usually takes from
 * espeak-ng, without the GPL. Stress is guessed.
 */
export const flitePhonemiser = async (): Promise<Phonemiser> => {
  const module = await compileFlite();
  const known = new Map<string, readonly string[]>();

  const phonesOf = (text: string): string[][] => {
    const { stdout } = runProgram(module, ['flite', '-voice', VOICE, '-ps', '-t', text, '-o', 'none']);
    const words: string[][] = [[]];
    for (const phone of stdout.trim().split(/\s+/)) {
      if (phone === PAUSE) words.push([]);
      else (words.at(-1) as string[]).push(phone);
    }
    return words.filter((word) => word.length > 0);
  };

  /** Each word as a sentence of its own, so that the pauses between show where it ends; one call for all. */
  const learn = (words: readonly string[]): void => {
    const fresh = [...new Set(words)].filter((word) => !known.has(word));
    if (fresh.length === 0) return;
    const together = phonesOf(`${fresh.join('. ')}.`);
    const phones = together.length === fresh.length ? together : fresh.map((word) => phonesOf(`${word}.`).flat());
    fresh.forEach((word, index) => {
      known.set(word, withStress(word, phones[index] as string[]));
    });
  };

  return {
    phonemise: async (clauses) => {
      learn(clauses.flatMap(({ words }) => words.filter(({ phones }) => !phones).map(({ text }) => text)));
      return clauses.map(({ words }) =>
        words
          .flatMap(({ text, phones }) => phones ?? [known.get(text) as readonly string[]])
          .map(ipaWord)
          .join(' '),
      );
    },
  };
};
