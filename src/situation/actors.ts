import type { Lexicon } from '../lexicon/index.ts';
import {
  type Actor,
  type ActorKind,
  type Reading,
  type Sector,
  type SituationActor,
  stableId,
  WatchfloorError,
} from '../model/index.ts';
import { aliasIn, isDescription, normaliseName, shortForms } from './actor-names.ts';
import { cite } from './cite.ts';
import { byText, compact, groupBy, tally } from './collation.ts';
import { disjointSets } from './union.ts';

/** Another name → the name or id that it stands for: an analyst's correction, and the only thing that merges over kinds. */
export type ActorAliases = Readonly<Record<string, string>>;

/** All actors of a case, and who an actor of one reading is among them. */
export interface ActorIndex {
  readonly actors: readonly SituationActor[];
  readonly get: (id: string) => SituationActor | undefined;
  /** @throws WatchfloorError `case.inconsistent-reading` when the reading has no such actor. */
  readonly resolve: (reading: Reading, localId: string) => string;
}

interface Node {
  readonly reading: Reading;
  readonly actor: Actor;
}

/** What the merger asks of the lexicon: whether an id is one of its own, and not a reader's number for an unknown name. */
export type KnownActors = Pick<Lexicon, 'entry'>;

/** Two of a kind whose states are known and differ are two, whatever they are called. */
const conflict = (a: Actor, b: Actor): boolean =>
  a.kind !== b.kind || (a.country !== undefined && b.country !== undefined && a.country !== b.country);

/** An id that means the same in every reading: the lexicon's, and that of a state's group ("grp-rus-mil"). */
const isIdentity = (id: string, known: KnownActors): boolean =>
  known.entry(id) !== undefined ||
  (/^grp-[a-z]{3}-/.test(id) && known.entry(id.slice(4, 7).toUpperCase())?.kind === 'state');

/** One name, one actor, unless it is used of several states' actors: then one a state, and one for where no state is given. */
const mergeSameNames = (nodes: readonly Node[], known: KnownActors, unite: (a: number, b: number) => void): void => {
  const uniteAll = (members: readonly number[]): void => {
    for (const member of members) unite(members[0] as number, member);
  };
  const indices = nodes.map((_, index) => index);
  const byName = groupBy(indices, (index) => {
    const { reading, actor } = nodes[index] as Node;
    return JSON.stringify([actor.kind, normaliseName(actor.name), isDescription(actor.name) ? reading.id : null]);
  });
  const listed = indices.filter((index) => isIdentity((nodes[index] as Node).actor.id, known));
  const byId = groupBy(listed, (index) => (nodes[index] as Node).actor.id);
  for (const members of byId.values()) uniteAll(members);
  for (const members of byName.values()) {
    const byCountry = groupBy(members, (index) => (nodes[index] as Node).actor.country ?? '');
    const states = byCountry.size - (byCountry.has('') ? 1 : 0);
    if (states <= 1) uniteAll(members);
    else for (const group of byCountry.values()) uniteAll(group);
  }
};

/** A short form joins the one full name it fits; where it fits several it stays an actor of its own. */
const mergeShortForms = (
  nodes: readonly Node[],
  find: (member: number) => number,
  unite: (a: number, b: number) => void,
): void => {
  const fullBy = new Map<string, Set<number>>();
  nodes.forEach(({ actor }, index) => {
    for (const form of shortForms(actor.name, actor.kind, actor.country)) {
      const key = `${actor.kind} ${form}`;
      const roots = fullBy.get(key) ?? new Set();
      fullBy.set(key, roots.add(find(index)));
    }
  });
  nodes.forEach(({ actor }, index) => {
    const roots = fullBy.get(`${actor.kind} ${normaliseName(actor.name)}`);
    const [root] = roots ?? [];
    if (root !== undefined && roots?.size === 1 && !conflict((nodes[root] as Node).actor, actor)) unite(root, index);
  });
};

const mergeAliases = (
  nodes: readonly Node[],
  aliases: ActorAliases,
  find: (member: number) => number,
  unite: (a: number, b: number) => void,
): ReadonlyMap<number, string> => {
  const matching = (name: string): number[] =>
    nodes.flatMap(({ actor }, index) =>
      actor.id === name || normaliseName(actor.name) === normaliseName(name) ? [index] : [],
    );
  const preferred: (readonly [member: number, kind: ActorKind, id: string])[] = [];
  for (const [other, canonical] of Object.entries(aliases).sort(([a], [b]) => byText(a, b))) {
    const [target, ...rest] = matching(canonical);
    if (target === undefined) continue;
    for (const index of [...rest, ...matching(other)]) unite(target, index);
    const { actor } = nodes[target] as Node;
    preferred.push([target, actor.kind, actor.id]);
  }
  return new Map(preferred.map(([member, kind, id]) => [find(member), `${kind} ${id}`]));
};

const mostFrequent = <T extends string>(values: readonly (T | undefined)[]): T | undefined =>
  tally(compact(values))[0]?.[0] as T | undefined;

const describe = (members: readonly Node[], leader: Actor | undefined, known: KnownActors): SituationActor => {
  const voters = leader === undefined ? members : members.filter(({ actor }) => actor.id === leader.id);
  const kind = mostFrequent(voters.map(({ actor }) => actor.kind)) as ActorKind;
  const country = mostFrequent(voters.map(({ actor }) => actor.country));
  const sector = mostFrequent<Sector>(voters.map(({ actor }) => actor.sector));
  const listed = mostFrequent(voters.map(({ actor }) => known.entry(actor.id)?.id));
  const names = tally(voters.map(({ actor }) => actor.name));
  // Of names used equally often the fullest says most.
  const fullest = [...names].sort(([a, m], [b, n]) => n - m || b.length - a.length || byText(a, b))[0]?.[0] as string;
  const name = (listed === undefined ? undefined : known.entry(listed)?.name) ?? fullest;
  const mentions = members.flatMap(({ reading, actor }) =>
    [...actor.mentions].sort((a, b) => a.start - b.start || a.end - b.end).map((span) => cite(reading, span)),
  );
  // A description is an actor of its document alone.
  const own = isDescription(name) ? [(members[0] as Node).reading.id] : [];
  const forms = compact([
    ...mentions.map(({ quote }) => aliasIn(quote) ?? undefined),
    ...members.map(({ actor }) => actor.name),
  ]);
  return {
    id: listed ?? stableId('act', kind, normaliseName(name), country ?? '', ...own),
    name,
    kind,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    aliases: tally(forms)
      .map(([alias]) => alias)
      .filter((alias) => alias !== name),
    mentions,
  };
};

/** Actors over all documents; the rules are in docs/situation.md, in the order applied here. */
export const mergeActors = (readings: readonly Reading[], aliases: ActorAliases, known: KnownActors): ActorIndex => {
  const nodes: Node[] = readings.flatMap((reading) => reading.actors.map((actor) => ({ reading, actor })));
  const { find, unite } = disjointSets(nodes.length);
  mergeSameNames(nodes, known, unite);
  mergeShortForms(nodes, find, unite);
  const preferred = mergeAliases(nodes, aliases, find, unite);

  const clusters = groupBy(nodes.keys(), (index) => String(find(index)));
  const byId = new Map<string, SituationActor>();
  const resolved = new Map<Actor, string>();
  for (const members of clusters.values()) {
    const own = members.map((index) => nodes[index] as Node);
    const key = preferred.get(find(members[0] as number));
    const leader = own.find(({ actor }) => key === `${actor.kind} ${actor.id}`)?.actor;
    const merged = describe(own, leader, known);
    // Two actors may share an id only when a foreign reading reuses one; the later is then named by what it is.
    const id = byId.has(merged.id)
      ? stableId('act', merged.id, merged.kind, normaliseName(merged.name), merged.country ?? '')
      : merged.id;
    byId.set(id, { ...merged, id });
    for (const { actor } of own) resolved.set(actor, id);
  }

  const local = new Map(
    readings.map((reading) => [reading, new Map(reading.actors.map((actor) => [actor.id, actor]))]),
  );
  return {
    actors: [...byId.values()].sort((a, b) => byText(a.id, b.id)),
    get: (id) => byId.get(id),
    resolve: (reading, localId) => {
      const actor = local.get(reading)?.get(localId);
      const id = actor === undefined ? undefined : resolved.get(actor);
      if (id === undefined)
        throw new WatchfloorError(
          'case.inconsistent-reading',
          `The reading “${reading.id}” refers to an actor “${localId}” that it does not list; read the document again.`,
          { record: reading.id },
        );
      return id;
    },
  };
};
