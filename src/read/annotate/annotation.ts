import type { Span } from '../../model/index.ts';

/** A word or mark of a sentence. Offsets are UTF-16 into the document's text; tree fields follow Universal Dependencies. */
export interface Token extends Span {
  readonly text: string;
  readonly lemma: string;
  readonly upos: string;
  /** Penn Treebank tag (VBD, NNP …): carries tense and number. */
  readonly xpos: string;
  /** Index of the head token within the sentence, −1 for the root. */
  readonly head: number;
  readonly deprel: string;
  /** For predicates: did it happen, −3 … 3; absent where the network gives none. */
  readonly happened?: number;
}

export interface AnnotatedSentence extends Span {
  readonly index: number;
  /** Number of the paragraph it stands in, from 0. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

/** A text with its sentences, tokens and trees: what every rule family reads. */
export interface Annotation {
  readonly text: string;
  readonly sentences: readonly AnnotatedSentence[];
}
