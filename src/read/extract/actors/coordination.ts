import type { Token } from '../../annotate/index.ts';
import type { Draft } from './desk.ts';
import { type PhraseKind, PRONOUNS_OF } from './phrase.ts';
import type { Tree } from './tree.ts';

const JOINT_KIND: Readonly<Record<PhraseKind, PhraseKind>> = {
  person: 'people',
  people: 'people',
  group: 'people',
  organisation: 'people',
  state: 'people',
  place: 'thing',
  time: 'time',
  event: 'thing',
  thing: 'thing',
};

/**
 * "Frank and his colleagues", as one: what a later "they" may stand for. Such phrases are latent: they count only when
 * something goes back to them. Inserted after the last conjunct, so that text order holds.
 */
export const withCoordinations = (tree: Tree, drafts: readonly Draft[]): Draft[] => {
  const byHead = new Map<number, Draft>();
  for (const draft of drafts) if (!byHead.has(draft.head)) byHead.set(draft.head, draft);
  const after = new Map<Draft, Draft>();
  for (const draft of byHead.values()) {
    if (draft.form === 'demonym') continue;
    const others = tree
      .children(draft.head)
      .filter((child) => tree.token(child)?.deprel === 'conj' && isJoined(tree, child))
      .map((child) => byHead.get(child))
      .filter((one): one is Draft => one !== undefined && one.form !== 'demonym');
    const final = others[others.length - 1];
    if (final === undefined || draft.kind === 'time') continue;
    const kind = JOINT_KIND[draft.kind];
    after.set(final, {
      first: draft.first,
      last: Math.max(draft.last, final.last),
      head: draft.head,
      form: 'nominal',
      kind,
      pronouns: { ...PRONOUNS_OF[kind], it: false, they: true },
      noun: '',
      modifiers: [],
      definite: false,
      compound: false,
      parts: [draft.head, ...others.map(({ head }) => head)],
      rule: 'coordination',
    });
  }
  if (after.size === 0) return [...drafts];
  return drafts.flatMap((draft) => {
    const joint = after.get(draft);
    return joint === undefined ? [draft] : [draft, joint];
  });
};

/** Joined by "and" (or nothing said), not "or", "but". */
const isJoined = (tree: Tree, conjunct: number): boolean =>
  tree.children(conjunct).every((child) => {
    const token = tree.token(child) as Token;
    return token.deprel !== 'cc' || /^(?:and|&)$/i.test(token.text);
  });
