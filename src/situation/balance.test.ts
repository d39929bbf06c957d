import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuralBalance } from './balance.ts';
import { coalitionsOf } from './coalitions.ts';
import { READ_TRIBES } from './read-tribes.fixture.ts';
import { graphOfTies, type SignedEdge, signedGraph } from './signed-graph.ts';

const edge = (a: string, b: string, sign: 1 | -1): SignedEdge => ({ a, b, sign });

/** Any signed graph of up to eight nodes. */
const anyGraph = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom<1 | -1>(1, -1)), { maxLength: 28 })
  .map((edges) => edges.map(([i, j, sign]) => edge(`n${Math.min(i, j)}`, `n${Math.max(i, j)}`, sign)));

/** Frustration by its definition: every division in two tried, every edge looked at. */
const frustrationByDefinition = (edges: readonly SignedEdge[]): number => {
  const { names, neighbours } = signedGraph(edges);
  let best = Infinity;
  for (let division = 0; division < 2 ** names.length; division += 1) {
    let bad = 0;
    neighbours.forEach((of, i) => {
      for (const { node: j, sign } of of) {
        const together = ((division >> i) & 1) === ((division >> j) & 1);
        if (i < j && together !== sign > 0) bad += 1;
      }
    });
    best = Math.min(best, bad);
  }
  return best;
};

describe('structural balance', () => {
  it("gives the published figures for Read's tribes of 1954", () => {
    const { walkBalance, triangleBalance, ...counts } = structuralBalance(signedGraph(READ_TRIBES));
    expect(counts).toEqual({
      nodes: 16,
      edges: 58,
      triads: { ppp: 19, ppn: 2, pnn: 40, nnn: 7 },
      frustration: { edges: 7, exact: true },
    });
    expect(triangleBalance?.toFixed(7)).toBe('0.8676471');
    expect(walkBalance?.toFixed(7)).toBe('0.3575761');
  });

  it('measures nothing where there is nothing', () => {
    expect(structuralBalance(signedGraph([]))).toEqual({
      nodes: 0,
      edges: 0,
      triads: { ppp: 0, ppn: 0, pnn: 0, nnn: 0 },
      triangleBalance: null,
      walkBalance: null,
      frustration: null,
    });
  });

  it('finds one edge too many in a triangle of foes', () => {
    const foes = [edge('A', 'B', -1), edge('B', 'C', -1), edge('A', 'C', -1)];
    const { triads, triangleBalance, walkBalance, frustration } = structuralBalance(signedGraph(foes));
    expect(triads).toEqual({ ppp: 0, ppn: 0, pnn: 0, nnn: 1 });
    expect(triangleBalance).toBe(0);
    expect(frustration).toEqual({ edges: 1, exact: true });
    // Eigenvalues of the complete graph on three nodes are 2, −1, −1.
    expect(walkBalance).toBeCloseTo((Math.exp(-2) + 2 * Math.E) / (Math.exp(2) + 2 * Math.exp(-1)), 12);
  });

  it('has a walk measure for a dense graph of 60, whose traces overflow no number', () => {
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    const edges = names.flatMap((a, i) => names.slice(i + 1).map((b) => edge(a, b, 1)));
    expect(structuralBalance(signedGraph(edges)).walkBalance).toBe(1);
  });

  it('agrees with the definition of frustration on any small graph', () => {
    fc.assert(
      fc.property(anyGraph, (edges) => {
        const { frustration } = structuralBalance(signedGraph(edges));
        expect(frustration?.edges ?? 0).toBe(frustrationByDefinition(edges));
      }),
    );
  });

  it('does not change when a camp changes its name: switching any set of nodes', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (edges, side) => {
        const flipped = edges.map(({ a, b, sign }) => {
          const apart = side[Number(a.slice(1))] !== side[Number(b.slice(1))];
          return edge(a, b, apart ? (sign === 1 ? -1 : 1) : sign);
        });
        const [before, after] = [edges, flipped].map((list) => structuralBalance(signedGraph(list)));
        expect(after?.frustration).toEqual(before?.frustration);
        expect(after?.triangleBalance).toEqual(before?.triangleBalance);
        if (before?.walkBalance != null) expect(after?.walkBalance).toBeCloseTo(before.walkBalance, 9);
      }),
    );
  });

  it('gives balance 1 to two camps', () => {
    const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
    const camp = (index: number): boolean => index % 3 === 0;
    const edges = names.flatMap((a, i) =>
      names.slice(i + 1).map((b, k) => edge(a, b, camp(i) === camp(i + 1 + k) ? 1 : -1)),
    );
    const balance = structuralBalance(signedGraph(edges));
    expect(balance.triangleBalance).toBe(1);
    expect(balance.walkBalance).toBeCloseTo(1, 9);
    expect(balance.frustration).toEqual({ edges: 0, exact: true });
  });

  it('knows the most frustrated graphs: n foes of each other, of whom half the pairs must side together', () => {
    const foes = (nodes: number): SignedEdge[] =>
      Array.from({ length: nodes }, (_, i) =>
        Array.from({ length: i }, (__, j) =>
          edge(`n${String(i).padStart(2, '0')}`, `n${String(j).padStart(2, '0')}`, -1),
        ),
      ).flat();
    // Two camps of k and n − k foes each keep k(k−1)/2 + (n−k)(n−k−1)/2 quarrels at home.
    expect(structuralBalance(signedGraph(foes(20))).frustration).toEqual({ edges: 90, exact: true });
    expect(structuralBalance(signedGraph(foes(40))).frustration).toEqual({ edges: 380, exact: false });
  });

  it('sheds trees and looks at knots one by one, so that large sparse graphs stay exact', () => {
    const triangles = Array.from({ length: 10 }, (_, k) => [
      edge(`a${k}`, `b${k}`, -1),
      edge(`b${k}`, `c${k}`, 1),
      edge(`a${k}`, `c${k}`, 1),
      edge(`c${k}`, `leaf${k}`, -1),
    ]).flat();
    expect(structuralBalance(signedGraph(triangles)).frustration).toEqual({ edges: 10, exact: true });
  });
});

describe('coalitions', () => {
  it("finds the three alliances of Read's tribes", () => {
    expect(coalitionsOf(signedGraph(READ_TRIBES)).map(({ members }) => members)).toEqual([
      ['Alika', 'Asaro', 'Gahuk', 'Geham', 'Masil', 'Ove', 'Ukudz'],
      ['Kohik', 'Nagam', 'Notoh', 'Seuve', 'Uheto'],
      ['Gama', 'Gavev', 'Kotun', 'Nagad'],
    ]);
  });

  it('makes no coalition of the foes of a foe', () => {
    expect(coalitionsOf(signedGraph([edge('A', 'Z', -1), edge('B', 'Z', -1), edge('C', 'Z', -1)]))).toEqual([]);
  });

  it('goes by enmity as well as by friendship', () => {
    const pairs = (list: string, sign: 1 | -1) =>
      list.split(' ').map((pair) => edge(pair.charAt(0), pair.charAt(1), sign));
    const friends = [...pairs('AB BC AC DE EF DF', 1), { ...edge('C', 'D', 1), weight: 3 }];
    const foes = pairs('AD AE AF BD BE BF', -1);
    const groups = (edges: readonly SignedEdge[]) =>
      coalitionsOf(signedGraph(edges)).map(({ members }) => members.join(''));
    expect(groups(friends)).toEqual(['AB', 'CD', 'EF']);
    expect(groups([...friends, ...foes])).toEqual(['ABC', 'DEF']);
  });

  it('counts a divided tie for less', () => {
    const tie = {
      id: 't',
      a: 'A',
      b: 'B',
      sign: 1,
      strength: 3,
      types: [],
      first: null,
      last: null,
      claims: [],
    } as const;
    const weight = (agreement: number) => graphOfTies([{ ...tie, agreement }]).neighbours[0]?.[0]?.weight;
    expect([weight(1), weight(0.5)]).toEqual([2, 1]);
  });

  it('is the same whatever the order of the edges', () => {
    fc.assert(
      fc.property(
        anyGraph.chain((edges) => {
          // One edge a pair, or the order would rightly decide which counts.
          const distinct = [...new Map(edges.map((one) => [`${one.a} ${one.b}`, one])).values()];
          return fc.tuple(fc.constant(distinct), fc.shuffledSubarray(distinct, { minLength: distinct.length }));
        }),
        ([edges, shuffled]) => {
          expect(coalitionsOf(signedGraph(shuffled))).toEqual(coalitionsOf(signedGraph(edges)));
        },
      ),
    );
  });
});
