/** What a rule may look at beside its match: the source on both sides. */
export interface RuleContext {
  readonly before: string;
  readonly after: string;
  /** Set in capitals throughout, so that capitals mean nothing. */
  readonly headline: boolean;
  readonly sayQuotes: boolean;
  /** Whether the lexicon says these letters as a word, so that they are not to be spelt. */
  readonly isWord: (letters: string) => boolean;
}

/** Something that could not be spoken, or is not worth speaking. */
export interface Skipped {
  readonly kind: 'link' | 'script' | 'emoji';
  readonly text: string;
}

export interface Said {
  readonly say: string;
  readonly skipped?: Skipped;
}

/** One way of writing, and how it is spoken. Rules are tried in order where a word, number or sign begins. */
export interface Rule {
  /** Sticky (`y`), so that it matches where the scan stands and nowhere else. */
  readonly pattern: RegExp;
  /** What is said instead; null leaves the place to the next rule. */
  readonly say: (match: RegExpExecArray, context: RuleContext) => string | Said | null;
}

/** A number as English text writes it. */
export const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
/** Between two numbers of a range. */
export const TO = String.raw`(?:\s?[-–—‑−]\s?)`;
/** What multiplies a number, written out or short. */
export const MAGNITUDE = '(?:thousand|million|billion|trillion|mln|mn|bln|bn|tn|[kKmMB](?![A-Za-z]))';

const MAGNITUDES: Readonly<Record<string, string>> = {
  k: 'thousand',
  K: 'thousand',
  m: 'million',
  M: 'million',
  mn: 'million',
  mln: 'million',
  B: 'billion',
  bn: 'billion',
  bln: 'billion',
  tn: 'trillion',
};

export const magnitudeWord = (written: string | undefined): string =>
  written === undefined ? '' : (MAGNITUDES[written] ?? written);

const DETERMINER = /\b(?:a|an|the|this|that|these|its|their|his|her|our|another|each|every|new|proposed|further)\s$/i;
const FUNCTION_WORD =
  /^\s+(?:in|of|to|for|from|and|or|on|at|by|with|as|over|per|into|worth|that|which|who|was|were|is|are|has|had|have|will|would|could|this|last|since|each|more|less|it|they|he|she|we|but|while|when|if|than|against|through|a|an|the)\b/;

/** Whether the amount stands before a noun that it describes ("a $2 billion deal"), where English uses the singular. */
export const isAttributive = ({ before, after }: RuleContext): boolean =>
  DETERMINER.test(before) && /^\s+[a-z]/.test(after) && !FUNCTION_WORD.test(after);

export const spelt = (letters: string): string => [...letters.toUpperCase()].map((letter) => `${letter}.`).join('');
