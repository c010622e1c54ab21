/** Expected: Padgett's marriage network (Wasserman & Faust 1994; Jackson 2008), and networks counted by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betweenness, degreeCentralisation } from "./centrality.ts";
import { describeNetwork, neighboursOf, type NetworkInput } from "./network.ts";

const marriages: Record<string, string> = {
  Acciaiuoli: "Medici",
  Albizzi: "Ginori Guadagni Medici",
  Barbadori: "Castellani Medici",
  Bischeri: "Guadagni Peruzzi Strozzi",
  Castellani: "Peruzzi Strozzi",
  Guadagni: "Lamberteschi Tornabuoni",
  Medici: "Ridolfi Salviati Tornabuoni",
  Pazzi: "Salviati",
  Peruzzi: "Strozzi",
  Ridolfi: "Strozzi Tornabuoni",
};
const couples = Object.entries(marriages).flatMap(([a, others]) => others.split(" ").map((b) => [a, b] as const));
const connected = [...new Set(couples.flat())].sort();
const families = [...connected, "Pucci"];
const padgett = (nodes: readonly string[]): NetworkInput => ({
  nodes,
  answered: nodes,
  ties: couples.flatMap(([a, b]) => [
    { from: a, to: b, value: 1 },
    { from: b, to: a, value: 1 },
  ]),
});

describe("Padgett's marriage network", () => {
  const all = describeNetwork(padgett(families));
  const medici = families.indexOf("Medici");

  test("has 16 families and 20 ties, density 0.1667, all of them confirmed", () => {
    expect(families).toHaveLength(16);
    expect(all.pairs.filter(({ status }) => status === "confirmed")).toHaveLength(20);
    expect(all.density).toBeCloseTo(0.1667, 4);
    expect([all.densityLow, all.densityHigh]).toEqual([all.density, all.density]);
    expect(all.reciprocity).toBe(1);
    expect(all.nodes[medici]).toMatchObject({ out: 6, in: 6, inOf: 15 });
  });

  test("has degree centralisation 0.2667, and 0.2747 without the family that is tied to nobody", () => {
    const without = describeNetwork(padgett(connected));
    expect(degreeCentralisation(neighboursOf(all, "confirmed"))).toBeCloseTo(0.2667, 4);
    expect(degreeCentralisation(neighboursOf(without, "confirmed"))).toBeCloseTo(0.2747, 4);
  });

  test("has the Medici between 47.5 pairs, 0.5220 of all, and the others as Jackson has them", () => {
    const between = betweenness(neighboursOf(all, "confirmed"));
    expect(between[medici]).toBeCloseTo(47.5, 10);
    const share = (id: string) => (between[families.indexOf(id)] ?? 0) / 91;
    expect(share("Medici")).toBeCloseTo(0.522, 4);
    expect(share("Guadagni")).toBeCloseTo(0.255, 3);
    expect(share("Strozzi")).toBeCloseTo(0.103, 3);
    expect(share("Pucci")).toBe(0);
  });
});

describe("describeNetwork", () => {
  // A and B have answered. A: B 1, C 3. B: says no to A (by not naming it), has not stated C. C has not answered.
  const gaps: NetworkInput = {
    nodes: ["A", "B", "C"],
    answered: ["A", "B"],
    ties: [
      { from: "A", to: "B", value: 1 },
      { from: "A", to: "C", value: 3 },
      { from: "B", to: "C", value: undefined },
    ],
  };

  test("keeps unknown apart from no tie", () => {
    const found = describeNetwork(gaps);
    expect(found.pairs).toEqual([
      { a: "A", b: "B", status: "one-sided", aSays: 1, bSays: 0 },
      { a: "A", b: "C", status: "unanswered", aSays: 3, bSays: undefined },
      { a: "B", b: "C", status: "unknown", aSays: undefined, bSays: undefined },
    ]);
    // Known: A→B, A→C, B→A. Ties: A→B, A→C. Unknown: B→C, C→A, C→B.
    expect(found).toMatchObject({ ties: 2, known: 3, density: 2 / 3, densityLow: 2 / 6, densityHigh: 5 / 6 });
    expect(found.reciprocity).toBe(0);
    expect(found.nodes).toEqual([
      { id: "A", answered: true, out: 2, in: 0, inOf: 1, outValue: 4, inValue: 0 },
      { id: "B", answered: true, out: 0, in: 1, inOf: 1, outValue: 0, inValue: 1 },
      { id: "C", answered: false, out: undefined, in: 1, inOf: 1, outValue: undefined, inValue: 3 },
    ]);
  });

  test("counts as a tie only what reaches the threshold", () => {
    const found = describeNetwork({ ...gaps, atLeast: 2 });
    expect(found.pairs.map(({ status }) => status)).toEqual(["none", "unanswered", "unknown"]);
    expect(neighboursOf(found, "either")).toEqual([[2], [], [0]]);
    expect(neighboursOf(found, "confirmed")).toEqual([[], [], []]);
  });

  test("knows nothing where nobody has answered, and has nothing to say about one node or none", () => {
    const silent = describeNetwork({ nodes: ["A", "B"], answered: [], ties: [] });
    expect(silent).toMatchObject({ density: undefined, densityLow: 0, densityHigh: 1, reciprocity: undefined });
    expect(describeNetwork({ nodes: [], answered: [], ties: [] })).toMatchObject({ pairs: [], densityHigh: 0 });
    expect(describeNetwork({ nodes: ["A"], answered: ["A"], ties: [] }).nodes[0]?.out).toBeUndefined();
  });

  test.each([
    [{ nodes: ["A", "A"] }, "one stands twice"],
    [{ answered: ["D"] }, "invalid node: D"],
    [{ ties: [{ from: "A", to: "A", value: 1 }] }, "to itself"],
    [{ ties: [{ from: "A", to: "B", value: -1 }] }, "invalid value"],
    [{ ties: [gaps.ties[0], gaps.ties[0]].flatMap((tie) => tie ?? []) }, "stated twice"],
  ])("refuses %j", (changed, message) => {
    expect(() => describeNetwork({ ...gaps, ...changed })).toThrow(message);
  });

  const networks = fc.integer({ min: 2, max: 7 }).chain((n) => {
    const nodes = Array.from({ length: n }, (_, i) => `p${i}`);
    const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    return fc.record({
      nodes: fc.constant(nodes),
      answered: fc.subarray(nodes),
      ties: fc
        .array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), value), { maxLength: 30 })
        .map((stated) =>
          [...new Map(stated.filter(([a, b]) => a !== b).map((tie) => [tie[0] * n + tie[1], tie])).values()].map(
            ([from, to, v]) => ({ from: nodes[from] ?? "", to: nodes[to] ?? "", value: v }),
          ),
        ),
    });
  });

  test("has density between its bounds, whatever the silent ones would have said", () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 0, max: 4 }), (network, said) => {
        const found = describeNetwork(network);
        // Let everybody answer every question that is open with the same value.
        const ties = network.nodes.flatMap((from) =>
          network.nodes.flatMap((to) => {
            if (from === to) return [];
            const stated = network.ties.find((tie) => tie.from === from && tie.to === to);
            const open = stated === undefined ? !network.answered.includes(from) : stated.value === undefined;
            return [{ from, to, value: open ? said : (stated?.value ?? 0) }];
          }),
        );
        const full = describeNetwork({ nodes: network.nodes, answered: network.nodes, ties });
        expect(full.density).toBeGreaterThanOrEqual(found.densityLow - 1e-12);
        expect(full.density).toBeLessThanOrEqual(found.densityHigh + 1e-12);
        expect(full.nodes.reduce((sum, node) => sum + node.in, 0)).toBe(full.ties);
        expect(full.nodes.reduce((sum, node) => sum + (node.out ?? 0), 0)).toBe(full.ties);
      }),
    );
  });

  test("does not depend on the order of nodes and ties", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const [once, back] = [
          describeNetwork(network),
          describeNetwork({ ...network, nodes: [...network.nodes].reverse(), ties: [...network.ties].reverse() }),
        ];
        expect(back.density).toBe(once.density);
        expect(back.reciprocity).toBe(once.reciprocity);
        expect([...back.nodes].reverse()).toEqual(once.nodes);
        const between = betweenness(neighboursOf(once, "either"));
        for (const [i, value] of [...betweenness(neighboursOf(back, "either"))].reverse().entries())
          expect(value).toBeCloseTo(between[i] ?? NaN, 9);
      }),
    );
  });
});

describe("positions", () => {
  test("of a star, a ring and a path", () => {
    expect(degreeCentralisation([[1, 2, 3], [0], [0], [0]])).toBe(1);
    expect(
      degreeCentralisation([
        [1, 2],
        [0, 2],
        [0, 1],
      ]),
    ).toBe(0);
    expect(degreeCentralisation([[1], [0]])).toBeUndefined();
    expect(betweenness([[1], [0, 2], [1]])).toEqual([0, 1, 0]);
    expect(betweenness([[1, 2, 3], [0], [0], [0]])).toEqual([3, 0, 0, 0]);
    // In a ring of four, each lies on one of two shortest paths between its neighbours.
    expect(
      betweenness([
        [1, 3],
        [0, 2],
        [1, 3],
        [0, 2],
      ]),
    ).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(betweenness([])).toEqual([]);
  });

  test("sum to the steps between all pairs, less one each", () => {
    const graphs = fc.integer({ min: 2, max: 8 }).chain((n) =>
      fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 20 }).map((ties) => {
        const neighbours = Array.from({ length: n }, () => new Set<number>());
        for (const [a, b] of ties)
          if (a !== b) {
            neighbours[a]?.add(b);
            neighbours[b]?.add(a);
          }
        return neighbours.map((others) => [...others]);
      }),
    );
    fc.assert(
      fc.property(graphs, (neighbours) => {
        const n = neighbours.length;
        const steps = neighbours.map((_, i) =>
          neighbours.map((__, j) => (i === j ? 0 : neighbours[i]?.includes(j) ? 1 : Infinity)),
        );
        for (let via = 0; via < n; via++)
          for (const row of steps)
            for (let j = 0; j < n; j++) row[j] = Math.min(row[j] ?? 0, (row[via] ?? 0) + (steps[via]?.[j] ?? 0));
        const expected = steps.flat().reduce((sum, d) => (d > 0 && d < Infinity ? sum + d - 1 : sum), 0) / 2;
        expect(betweenness(neighbours).reduce((a, b) => a + b, 0)).toBeCloseTo(expected, 9);
      }),
    );
  });
});
