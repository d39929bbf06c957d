import type { Actor, Span } from '../../model/index.ts';

/** One place where an actor is spoken of. */
export interface Mention extends Span {
  readonly actor: string;
  readonly sentence: number;
  /** Token indices within the sentence, half-open. */
  readonly first: number;
  readonly last: number;
  /** The token that carries the mention in the tree. */
  readonly head: number;
  readonly form: 'name' | 'demonym' | 'nominal' | 'pronoun';
}

/** All actors of a text and where each is mentioned; what the event, attribution and likelihood rules look actors up in. */
export interface ActorLayer {
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  /** Mentions of one sentence, in order. */
  readonly inSentence: (sentence: number) => readonly Mention[];
  /** The smallest mention that covers the token, if any. */
  readonly at: (sentence: number, token: number) => Mention | undefined;
}
