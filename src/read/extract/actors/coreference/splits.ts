import type { Token } from '../../../annotate/index.ts';
import type { Phrase } from '../phrase.ts';
import type { ReadSentence } from '../text-context.ts';
import type { Cluster, Clusters } from './clusters.ts';

const TWO = /^(?:two|both)$/i;
const STATES = new Set([
  'country',
  'nation',
  'state',
  'side',
  'government',
  'neighbor',
  'neighbour',
  'power',
  'capital',
  'foe',
  'ally',
  'rival',
  'party',
  'superpower',
  'adversary',
]);
const REACH = 3;

/** "Both countries", "the two strongmen": the last two states, or people, that the text spoke of. */
export const splitAntecedents = (
  phrase: Phrase,
  sentences: readonly ReadSentence[],
  recent: readonly Phrase[],
  clusters: Clusters,
): readonly Phrase[] | undefined => {
  const { tree } = sentences[phrase.sentence] as ReadSentence;
  const counted = tree.children(phrase.head).some((child) => TWO.test((tree.token(child) as Token).text));
  const both = tree.children(phrase.head).some((child) => /^both$/i.test((tree.token(child) as Token).text));
  if (!counted || !(both || phrase.definite)) return undefined;
  if (tree.child(phrase.head, 'nmod', 'acl:relcl', 'acl', 'nmod:poss', 'appos') !== undefined) return undefined;
  if (phrase.country !== undefined) return undefined;
  const wanted = STATES.has(phrase.noun)
    ? 'state'
    : phrase.kind === 'people' && phrase.sector !== 'CVL'
      ? 'person'
      : undefined;
  if (wanted === undefined) return undefined;
  const found = new Map<Cluster, Phrase>();
  for (let at = recent.length - 1; at >= 0 && found.size < 2; at--) {
    const candidate = recent[at] as Phrase;
    if (phrase.sentence - candidate.sentence > REACH) break;
    const cluster = clusters.of(candidate);
    if (
      cluster.kind === wanted &&
      candidate.parts === undefined &&
      (wanted === 'state' ? cluster.entry !== undefined : true)
    )
      if (!found.has(cluster)) found.set(cluster, candidate);
  }
  return found.size === 2 ? [...found.values()] : undefined;
};
