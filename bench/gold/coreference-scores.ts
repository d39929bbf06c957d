/** A mention by a key that gold and reader share, with the entity it is of. */
export interface Keyed {
  readonly key: string;
  readonly entity: string;
}

/** What was found, of how many: recall of the first argument; swap the arguments for precision. */
export interface Counts {
  readonly found: number;
  readonly of: number;
}

type Groups = ReadonlyMap<string, ReadonlySet<string>>;

export const grouped = (mentions: readonly Keyed[]): Groups => {
  const groups = new Map<string, Set<string>>();
  for (const { key, entity } of mentions) {
    const group = groups.get(entity);
    if (group === undefined) groups.set(entity, new Set([key]));
    else group.add(key);
  }
  return groups;
};

const owners = (groups: Groups): Map<string, string> =>
  new Map([...groups].flatMap(([entity, members]) => [...members].map((one) => [one, entity] as const)));

const links = (n: number): number => (n === 1 ? 1 : (n * (n - 1)) / 2);

/** How many members of a group each group of the other side has. */
const shares = (members: ReadonlySet<string>, ownerOf: ReadonlyMap<string, string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const member of members) {
    const owner = ownerOf.get(member);
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return counts;
};

/** LEA (Moosavi & Strube 2016), singletons as self-links. */
export const lea = (key: readonly Keyed[], response: readonly Keyed[], singletons: boolean): Counts => {
  const [keyGroups, responseGroups] = [grouped(key), grouped(response)];
  const ownerOf = owners(responseGroups);
  let [found, of] = [0, 0];
  for (const members of keyGroups.values()) {
    if (members.size === 1 && !singletons) continue;
    of += members.size;
    if (members.size === 1) {
      const owner = ownerOf.get([...members][0] as string);
      if (owner !== undefined && responseGroups.get(owner)?.size === 1) found += 1;
      continue;
    }
    let resolved = 0;
    for (const share of shares(members, ownerOf).values()) if (share > 1) resolved += links(share);
    found += (members.size * resolved) / links(members.size);
  }
  return { found, of };
};

/** MUC (Vilain et al. 1995): links that are needed, and of them those that the other side has. Singletons have none. */
export const muc = (key: readonly Keyed[], response: readonly Keyed[]): Counts => {
  const ownerOf = owners(grouped(response));
  let [found, of] = [0, 0];
  for (const members of grouped(key).values()) {
    const counts = shares(members, ownerOf);
    const apart = members.size - [...counts.values()].reduce((sum, count) => sum + count, 0);
    found += members.size - counts.size - apart;
    of += members.size - 1;
  }
  return { found, of };
};

/** B³ (Bagga & Baldwin 1998) over all mentions, as the CoNLL-2012 scorer counts those that only one side has. */
export const bCubed = (key: readonly Keyed[], response: readonly Keyed[]): Counts => {
  const ownerOf = owners(grouped(response));
  let [found, of] = [0, 0];
  for (const members of grouped(key).values()) {
    for (const count of shares(members, ownerOf).values()) found += (count * count) / members.size;
    of += members.size;
  }
  return { found, of };
};

/** The best one-to-one matching of rows to columns (Kuhn 1955, with potentials); the weight that it collects. */
export const bestMatching = (weights: readonly (readonly number[])[]): number => {
  const rows = weights.length;
  const columns = Math.max(rows, ...weights.map((row) => row.length));
  if (rows === 0) return 0;
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[at] = 1;
      const current = rowOf[at] as number;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (used[column]) continue;
        const cost = -(weights[current - 1]?.[column - 1] ?? 0) - (u[current] as number) - (v[column] as number);
        if (cost < (least[column] as number)) {
          least[column] = cost;
          way[column] = at;
        }
        if ((least[column] as number) < delta) {
          delta = least[column] as number;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (used[column]) {
          const owner = rowOf[column] as number;
          u[owner] = (u[owner] as number) + delta;
          v[column] = (v[column] as number) - delta;
        } else least[column] = (least[column] as number) - delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    do {
      const before = way[at] as number;
      rowOf[at] = rowOf[before] as number;
      at = before;
    } while (at !== 0);
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] as number;
    if (row > 0) sum += weights[row - 1]?.[column - 1] ?? 0;
  }
  return sum;
};

/** CEAF-e (Luo 2005): similarity of the best matching of entities, φ4; `of` counts the entities of the first side. */
export const ceafEntity = (key: readonly Keyed[], response: readonly Keyed[]): Counts => {
  const keyGroups = [...grouped(key).values()];
  const responseGroups = grouped(response);
  const columns = new Map([...responseGroups.keys()].map((entity, column) => [entity, column]));
  const ownerOf = owners(responseGroups);
  const weights = keyGroups.map((members) => {
    const row = new Array<number>(columns.size).fill(0);
    for (const [owner, count] of shares(members, ownerOf))
      row[columns.get(owner) as number] = (2 * count) / (members.size + (responseGroups.get(owner)?.size ?? 0));
    return row;
  });
  return { found: bestMatching(weights), of: keyGroups.length };
};
