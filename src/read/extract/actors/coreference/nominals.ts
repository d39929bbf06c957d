import type { Token } from '../../../annotate/index.ts';
import { nounClass } from '../noun-classes.ts';
import type { Phrase } from '../phrase.ts';
import type { ReadSentence } from '../text-context.ts';
import type { Clusters } from './clusters.ts';

/** What earlier phrases a nominal may go back to, newest last. */
export interface History {
  readonly byNoun: Map<string, Phrase[]>;
  readonly recent: Phrase[];
}

export const newHistory = (): History => ({ byNoun: new Map(), recent: [] });

const KEEP = 400;

export const remember = (history: History, phrase: Phrase): void => {
  history.recent.push(phrase);
  if (history.recent.length > 2 * KEEP) history.recent.splice(0, KEEP);
  if (phrase.form === 'pronoun') return;
  const same = history.byNoun.get(phrase.noun);
  if (same === undefined) history.byNoun.set(phrase.noun, [phrase]);
  else {
    same.push(phrase);
    if (same.length > 60) same.splice(0, 30);
  }
};

const WINDOW = 40;
const NEAR = 8;

/** How many sentences back a noun may go: a bare one soon means something else, a bare plural at once. */
const reachOf = (phrase: Phrase, plural: boolean): number => {
  const bare = phrase.modifiers.length === 0;
  if (!bare) return WINDOW;
  if (!phrase.definite && (phrase.kind === 'people' || phrase.kind === 'person')) return -1;
  if (!phrase.definite && plural) return 2;
  return phrase.kind === 'thing' || phrase.kind === 'people' || phrase.kind === 'person' ? NEAR : WINDOW;
};

const CHANGES = new Set(
  'other another different same-old new next previous former first second third last more further additional such similar many several few some any each every'.split(
    ' ',
  ),
);

const modifiersFit = (later: Phrase, earlier: Phrase): boolean => {
  if (later.modifiers.some((word) => CHANGES.has(word) && !earlier.modifiers.includes(word))) return false;
  return later.modifiers.every((word) => earlier.modifiers.includes(word) || earlier.nameWords?.includes(word));
};

const possessor = (sentence: ReadSentence, phrase: Phrase): string => {
  const child = sentence.tree.child(phrase.head, 'nmod:poss');
  return child === undefined ? '' : (sentence.tree.token(child) as Token).lemma.toLowerCase();
};

const isPluralHead = (sentence: ReadSentence, phrase: Phrase): boolean =>
  (sentence.tree.token(phrase.head) as Token).xpos.endsWith('S');

const indefinite = (sentence: ReadSentence, phrase: Phrase): boolean =>
  sentence.tree.children(phrase.head).some((child) => {
    const token = sentence.tree.token(child) as Token;
    return (
      (token.deprel === 'det' &&
        /^(?:an?|some|any|no|each|every|another|many|several|few|what|which)$/i.test(token.text)) ||
      token.deprel === 'nummod'
    );
  });

/** The same noun again, with no modifier that the earlier phrase lacks: "a container … the container". */
export const sameNoun = (
  phrase: Phrase,
  sentences: readonly ReadSentence[],
  history: History,
  clusters: Clusters,
  ownerCountry: string | undefined,
): Phrase | undefined => {
  const sentence = sentences[phrase.sentence] as ReadSentence;
  if (indefinite(sentence, phrase)) return undefined;
  const window = reachOf(phrase, isPluralHead(sentence, phrase));
  const earlier = history.byNoun.get(phrase.noun) ?? [];
  const plural = isPluralHead(sentence, phrase);
  const owner = possessor(sentence, phrase);
  for (let at = earlier.length - 1; at >= 0; at--) {
    const candidate = earlier[at] as Phrase;
    if (phrase.sentence - candidate.sentence > window) return undefined;
    const other = sentences[candidate.sentence] as ReadSentence;
    if (isPluralHead(other, candidate) !== plural) continue;
    if (candidate.sentence === phrase.sentence && candidate.last > phrase.head && candidate.first <= phrase.head)
      continue;
    if (!modifiersFit(phrase, candidate)) continue;
    if (!phrase.definite && candidate.modifiers.length !== phrase.modifiers.length) continue;
    const otherOwner = possessor(other, candidate);
    if (owner !== '' && otherOwner !== '' && owner !== otherOwner && !sameOwner(sentence, other, phrase, candidate))
      continue;
    const country = phrase.country ?? ownerCountry;
    if (country !== undefined && candidate.country !== undefined && country !== candidate.country) continue;
    if (clusters.fit(phrase, candidate)) return candidate;
  }
  return undefined;
};

/** "his army … their army" may be one; "his army … Poland's army" is not. */
const sameOwner = (a: ReadSentence, b: ReadSentence, one: Phrase, other: Phrase): boolean => {
  const pronoun = (sentence: ReadSentence, phrase: Phrase): boolean => {
    const child = sentence.tree.child(phrase.head, 'nmod:poss');
    return child !== undefined && sentence.tree.token(child)?.upos === 'PRON';
  };
  return pronoun(a, one) && !pronoun(b, other);
};

const STATE_NOUNS = new Set([
  'country',
  'nation',
  'state',
  'republic',
  'kingdom',
  'regime',
  'government',
  'administration',
  'homeland',
]);
const GENERAL_PERSON = new Set(
  'man woman leader politician official president minister premier chancellor general king queen emperor prince princess strongman dictator author writer actor singer artist scientist mathematician professor poet candidate senator governor mayor judge lawyer diplomat commander officer spokesman spokeswoman billionaire businessman boy girl'.split(
    ' ',
  ),
);
const PLACE_NOUNS = new Set([
  'city',
  'town',
  'village',
  'island',
  'region',
  'province',
  'area',
  'territory',
  'capital',
  'place',
  'peninsula',
  'district',
  'port',
  'site',
  'park',
]);
/** Which sectors of named organisations and groups a noun may describe. */
const SECTORS_OF: Readonly<Record<string, readonly string[]>> = {
  alliance: ['IGO'],
  bloc: ['IGO'],
  organization: ['IGO', 'NGO', 'REB'],
  organisation: ['IGO', 'NGO', 'REB'],
  body: ['IGO'],
  league: ['IGO'],
  union: ['IGO', 'CVL'],
  agency: ['IGO', 'GOV', 'MED', 'SPY', 'NGO'],
  watchdog: ['IGO', 'NGO'],
  group: ['REB', 'NGO', 'BUS'],
  movement: ['REB', 'PTY', 'OPP'],
  militia: ['REB'],
  rebel: ['REB'],
  militant: ['REB'],
  insurgent: ['REB'],
  fighter: ['REB'],
  guerrilla: ['REB'],
  company: ['BUS'],
  firm: ['BUS'],
  manufacturer: ['BUS'],
  newspaper: ['MED'],
  party: ['PTY'],
};
const PLURALS = new Set(['rebel', 'militant', 'insurgent', 'fighter', 'guerrilla']);

const REACH = { state: 4, person: 4, place: 5, organisation: 6 } as const;

/** A definite noun that fits a recent name: "the school" for a school named before, "the country", "the leader". */
export const byDescription = (
  phrase: Phrase,
  sentences: readonly ReadSentence[],
  history: History,
  clusters: Clusters,
): Phrase | undefined => {
  const sentence = sentences[phrase.sentence] as ReadSentence;
  if (!phrase.definite || sentence.tree.child(phrase.head, 'nmod:poss') !== undefined) return undefined;
  if (phrase.modifiers.length > 1 || (isPluralHead(sentence, phrase) && !PLURALS.has(phrase.noun))) return undefined;
  if (sentence.tree.child(phrase.head, 'nmod', 'acl:relcl', 'acl') !== undefined) return undefined;
  const noun = phrase.noun;
  for (let at = history.recent.length - 1; at >= 0; at--) {
    const candidate = history.recent[at] as Phrase;
    const distance = phrase.sentence - candidate.sentence;
    if (distance > 12) return undefined;
    if (candidate.form === 'pronoun' || candidate.form === 'demonym') continue;
    if (candidate.sentence === phrase.sentence && candidate.last > phrase.head && candidate.first <= phrase.head)
      continue;
    if (describes(noun, candidate, clusters, distance) && clusters.fit(phrase, candidate)) return candidate;
  }
  return undefined;
};

const describes = (noun: string, candidate: Phrase, clusters: Clusters, distance: number): boolean => {
  const cluster = clusters.of(candidate);
  if (candidate.form === 'name') {
    if (candidate.office === noun || candidate.office?.endsWith(` ${noun}`)) return true;
    if (
      candidate.kind !== 'person' &&
      (candidate.nameWords?.includes(noun) || candidate.name?.toLowerCase().split(' ').includes(noun))
    )
      return true;
    if (
      candidate.entry !== undefined &&
      candidate.kind !== 'person' &&
      candidate.entry.name.toLowerCase().split(/[ -]/).includes(noun)
    )
      return true;
  }
  if (candidate.form !== 'name') return false;
  if (cluster.kind === 'state') return STATE_NOUNS.has(noun) && distance <= REACH.state;
  if (cluster.kind === 'place') return PLACE_NOUNS.has(noun) && distance <= REACH.place;
  if (cluster.kind === 'person') return GENERAL_PERSON.has(noun) && distance <= REACH.person;
  if (cluster.kind === 'organisation' || cluster.kind === 'group') {
    if (distance > REACH.organisation) return false;
    const sectors = SECTORS_OF[noun];
    if (sectors !== undefined && candidate.sector !== undefined) return sectors.includes(candidate.sector);
    const sector = nounClass(noun);
    return sector?.kind === 'group' && sector.sector !== undefined && sector.sector === candidate.sector;
  }
  return false;
};
