import type { Phrase, PhraseKind, Pronouns } from '../phrase.ts';

/** Phrases taken to speak of the same thing, growing as rules link them. */
export interface Cluster {
  readonly members: Phrase[];
  kind: PhraseKind;
  pronouns: Pronouns;
  country: string | undefined;
  /** Lexicon id that the cluster is bound to; two bound clusters never merge. */
  entry: string | undefined;
}

const both = (a: Pronouns, b: Pronouns): Pronouns => ({
  he: a.he && b.he,
  she: a.she && b.she,
  it: a.it && b.it,
  they: a.they && b.they,
});

const any = ({ he, she, it, they }: Pronouns): boolean => he || she || it || they;

/** How telling a kind is; the most telling one of its phrases is the cluster's. */
const TELLING: Readonly<Record<PhraseKind, number>> = {
  thing: 0,
  event: 1,
  time: 2,
  people: 3,
  group: 4,
  place: 5,
  organisation: 6,
  person: 7,
  state: 8,
};

const COMPATIBLE: Readonly<Record<PhraseKind, readonly PhraseKind[]>> = {
  person: ['person'],
  people: ['people', 'group', 'organisation', 'thing'],
  group: ['group', 'people', 'organisation', 'thing'],
  organisation: ['organisation', 'group', 'people', 'place', 'thing'],
  state: ['state', 'place', 'thing'],
  place: ['place', 'state', 'organisation', 'thing'],
  time: ['time'],
  event: ['event', 'thing'],
  thing: ['thing', 'event', 'people', 'group', 'organisation', 'state', 'place'],
};

export const kindsFit = (a: PhraseKind, b: PhraseKind): boolean => COMPATIBLE[a].includes(b);

/** A link as a rule made it, for `--explain`. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  /** Absent where the rule is certain. */
  readonly score?: number;
}

export class Clusters {
  readonly #of: Cluster[];
  readonly links: Link[] = [];

  constructor(phrases: readonly Phrase[]) {
    this.#of = phrases.map((phrase) => ({
      members: [phrase],
      kind: phrase.kind,
      pronouns: phrase.pronouns,
      country: phrase.country,
      entry: phrase.entry?.id,
    }));
  }

  of(phrase: Phrase): Cluster {
    return this.#of[phrase.index] as Cluster;
  }

  same(a: Phrase, b: Phrase): boolean {
    return this.of(a) === this.of(b);
  }

  /** May the two be one? Kinds, gender and number, and identities must not contradict each other. */
  fit(a: Phrase, b: Phrase): boolean {
    const [one, other] = [this.of(a), this.of(b)];
    if (one === other) return true;
    if (one.entry !== undefined && other.entry !== undefined && one.entry !== other.entry) return false;
    return kindsFit(one.kind, other.kind) && any(both(one.pronouns, other.pronouns));
  }

  /** Links two phrases. The caller has made sure that they fit. */
  link(from: Phrase, to: Phrase, rule: string, score?: number): void {
    const [one, other] = [this.of(from), this.of(to)];
    if (one === other) return;
    this.links.push({ from: from.index, to: to.index, rule, ...(score === undefined ? {} : { score }) });
    const [big, small] = one.members.length >= other.members.length ? [one, other] : [other, one];
    for (const phrase of small.members) {
      big.members.push(phrase);
      this.#of[phrase.index] = big;
    }
    const pronouns = both(big.pronouns, small.pronouns);
    if (any(pronouns)) big.pronouns = pronouns;
    if (TELLING[small.kind] > TELLING[big.kind]) big.kind = small.kind;
    big.country ??= small.country;
    big.entry ??= small.entry;
  }

  /** All clusters, each in text order, by their first phrase. */
  chains(): Phrase[][] {
    return [...new Set(this.#of)]
      .map(({ members }) => members.sort((a, b) => a.index - b.index))
      .sort((a, b) => (a[0] as Phrase).index - (b[0] as Phrase).index);
  }
}
