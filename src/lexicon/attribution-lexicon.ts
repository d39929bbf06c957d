import { loadData } from './data.ts';
import { type Words, wordList } from './word-list.ts';

export const CONTENT_KINDS = [
  'clause',
  'quote',
  'infinitive',
  'object',
  'manner',
  'name',
  'figure',
  'finding',
  'gerund',
] as const;
/** What a cue takes as the content of an attribution. */
export type ContentKind = (typeof CONTENT_KINDS)[number];

export const CUE_ACTS = ['speech', 'belief', 'attitude'] as const;
/** Whether a cue makes its holder say it, take it to be so, or stand to it in some other way (know, want, plan, like). */
export type CueAct = (typeof CUE_ACTS)[number];

/** A word by which somebody is made to say, think or want something. */
export interface AttributionCue {
  readonly head: string;
  readonly tail: readonly string[];
  readonly pos: 'verb' | 'noun' | 'adjective';
  /** What it takes, and what kind of act it is with that: to fear that … is a belief, to fear something an attitude. */
  readonly takes: ReadonlyMap<ContentKind, CueAct>;
}

export interface AttributionLexicon {
  readonly verbs: ReadonlyMap<string, readonly AttributionCue[]>;
  readonly nouns: ReadonlyMap<string, readonly AttributionCue[]>;
  readonly adjectives: ReadonlyMap<string, readonly AttributionCue[]>;
  /** Subjects that cannot say anything. */
  readonly mute: ReadonlySet<string>;
  /** Common nouns that tell without being anybody: what a headline's colon may follow, and what shows or finds something. */
  readonly documents: ReadonlySet<string>;
  /** Phrases that name a source without a verb, longest first, as lists of words. */
  readonly sourcePhrases: readonly (readonly string[])[];
}

/** The shape of `data/attribution.yaml` and of a case's own file. */
export interface AttributionLexiconSource {
  readonly cues?: readonly {
    readonly verb?: Words;
    readonly noun?: Words;
    readonly adjective?: Words;
    readonly takes: Words;
    /** `speech` where nothing is said. */
    readonly act?: CueAct;
  }[];
  readonly mute?: Words;
  readonly documents?: Words;
  readonly sources?: Words;
}

/** Lays the sources over each other; a cue may stand in several lists and takes what any of them says; of two acts the later holds. */
export const compileAttributionLexicon = (sources: readonly AttributionLexiconSource[]): AttributionLexicon => {
  const maps = {
    verb: new Map<string, AttributionCue[]>(),
    noun: new Map<string, AttributionCue[]>(),
    adjective: new Map<string, AttributionCue[]>(),
  };
  const add = (pos: AttributionCue['pos'], phrase: string, takes: readonly ContentKind[], act: CueAct): void => {
    const [head = '', ...tail] = phrase.split(' ');
    const cues = maps[pos].get(head) ?? [];
    const known = cues.findIndex((cue) => cue.tail.join(' ') === tail.join(' '));
    const all = new Map([...(cues[known]?.takes ?? []), ...takes.map((kind): [ContentKind, CueAct] => [kind, act])]);
    const cue: AttributionCue = { head, tail, pos, takes: all };
    if (known < 0) cues.push(cue);
    else cues[known] = cue;
    // Longer phrases are tried first.
    maps[pos].set(
      head,
      cues.sort((a, b) => b.tail.length - a.tail.length),
    );
  };
  const mute = new Set<string>();
  const documents = new Set<string>();
  const phrases: string[] = [];
  for (const source of sources) {
    for (const entry of source.cues ?? [])
      for (const pos of ['verb', 'noun', 'adjective'] as const)
        for (const phrase of wordList(entry[pos] ?? []))
          add(pos, phrase, wordList(entry.takes) as ContentKind[], entry.act ?? 'speech');
    for (const word of wordList(source.mute ?? [])) mute.add(word);
    for (const word of wordList(source.documents ?? [])) documents.add(word);
    phrases.push(...wordList(source.sources ?? []));
  }
  return {
    verbs: maps.verb,
    nouns: maps.noun,
    adjectives: maps.adjective,
    mute,
    documents,
    sourcePhrases: phrases.map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length),
  };
};

let opened: AttributionLexicon | undefined;

/** The shipped cue words, compiled once. */
export const defaultAttributionLexicon = (): AttributionLexicon => {
  opened ??= compileAttributionLexicon([loadData<AttributionLexiconSource>('attribution')]);
  return opened;
};
