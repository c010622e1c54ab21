import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Statements } from "../reports/sections/unduplicated-bounds.ts";
import { judgedModels } from "../reports/sections/unduplicated-models.ts";
import { patternsOf } from "../reports/sections/unduplicated-patterns.ts";
import { captureTable, includes, sizeOf } from "../reports/stats/list-patterns.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

type Known = readonly [onlyUs: number | undefined, oneMore: number | undefined, twoOrMore: number];

function statements(
  sizes: Readonly<Record<string, number>>,
  overlaps: Readonly<Record<string, number | readonly [number, number]>>,
  known: Readonly<Record<string, Known>> = {},
): Statements {
  return {
    municipality: "1492",
    sizes: new Map(Object.entries(sizes).map(([id, n]) => [id, { count: n, exact: n }])),
    pairs: Object.entries(overlaps).map(([pair, n]) => {
      const [a = "", b = ""] = pair.split("");
      return { parties: [a, b] as const, stated: typeof n === "number" ? ([n, undefined] as const) : n };
    }),
    knownBy: new Map(
      Object.entries(known).map(([id, [only_us, one_more, two_or_more]]) => [id, { only_us, one_more, two_or_more }]),
    ),
    cap: undefined,
    names: {},
  };
}

/** What truthful parties would say of a table of patterns, each about itself. */
function saidOf(lists: readonly string[], counts: readonly number[]): Statements {
  const sum = (fits: (cell: number) => boolean) => counts.reduce((n, count, cell) => (fits(cell) ? n + count : n), 0);
  const entries = lists.map((id, i) => {
    const among = (others: (n: number) => boolean) => sum((cell) => includes(cell, 1 << i) && others(sizeOf(cell) - 1));
    const by = [among((n) => n === 0), among((n) => n === 1), among((n) => n >= 2)] as const;
    return [id, by] as const;
  });
  return statements(
    Object.fromEntries(entries.map(([id, [a, b, c]]) => [id, a + b + c])),
    Object.fromEntries(
      lists.flatMap((a, i) =>
        lists.slice(i + 1).map((b, j) => [a + b, sum((cell) => includes(cell, (1 << i) | (1 << (i + 1 + j))))]),
      ),
    ),
    Object.fromEntries(entries),
  );
}

// Hepatitis A in Taiwan (Chao et al. 1997): PQE 28, PQ 21, PE 17, QE 18, P 69, Q 55, E 63.
const sizes = { P: 135, Q: 122, E: 126 };
const overlaps = { PQ: 49, PE: 45, QE: 46 };
const hepatitis = captureTable(
  ["P", "Q", "E"],
  [
    { members: ["P"], n: 69 },
    { members: ["Q"], n: 55 },
    { members: ["E"], n: 63 },
    { members: ["P", "Q"], n: 21 },
    { members: ["P", "E"], n: 17 },
    { members: ["Q", "E"], n: 18 },
    { members: ["P", "Q", "E"], n: 28 },
  ],
);

describe("patternsOf", () => {
  test("finds the published table from sizes, overlaps and how many know the persons", () => {
    const known = { P: [69, 38, 28], Q: [55, 39, 28], E: [63, 35, 28] } as const;
    expect(patternsOf(statements(sizes, overlaps, known), 3)).toEqual(hepatitis);
  });

  test("with three parties one of them is enough to say how many know the persons", () => {
    // 28 of P's are known to both others: the same 28 of Q and E; then 49 − 28, 45 − 28 and 46 − 28 to two only.
    expect(patternsOf(statements(sizes, overlaps, { P: [69, 38, 28] }), 3)).toEqual(hepatitis);
  });

  test.each([
    [
      "three parties without how many know the persons: anything from 0 to 45 may be known to all",
      statements(sizes, overlaps),
      3,
      "not-determined",
    ],
    // From P alone 28 are known to all; 30 of Q's cannot be.
    [
      "parties that do not agree on those known to all",
      statements(sizes, overlaps, { P: [69, 38, 28], Q: [55, 37, 30] }),
      3,
      "contradiction",
    ],
    // 2 of P's 3 at Q, 2 at R, none at both: 2 + 2 > 3.
    [
      "patterns that would hold fewer than nobody",
      statements({ P: 3, Q: 4, R: 4 }, { PQ: 2, PR: 2, QR: 1 }, { P: [undefined, undefined, 0] }),
      3,
      "contradiction",
    ],
    ["a party that has not answered", statements(sizes, overlaps), 4, "party-missing"],
    ["two parties", statements({ P: 135, Q: 122 }, { PQ: 49 }), 2, "fewer-than-three-parties"],
    ["five parties", statements(sizes, overlaps), 5, "more-than-four-parties"],
    [
      "an overlap that two state differently",
      statements(sizes, { ...overlaps, PQ: [49, 50] }),
      3,
      "stated-differently",
    ],
    ["nobody with a figure", statements({}, {}), 3, "nobody-answered"],
  ])("refuses %s", (_, said, expected, refusal) => {
    expect(patternsOf(said, expected)).toBe(refusal);
  });

  test.each([3, 4])("gives the truth back, whatever it is, when %d parties tell it", (k) => {
    const lists = ["a", "b", "c", "d"].slice(0, k);
    const tables = fc.array(fc.nat(60), { minLength: 2 ** k - 1, maxLength: 2 ** k - 1 });
    fc.assert(
      fc.property(tables, (cells) => {
        const counts = [0, ...cells];
        const found = patternsOf(saidOf(lists, counts), k);
        expect(typeof found === "string" ? found : found.counts).toEqual(counts);
      }),
    );
  });
});

describe("judgedModels", () => {
  const estimates = (models: ReturnType<typeof judgedModels>, objection?: string) =>
    models
      .filter((model) => model.objection === objection)
      .map(({ terms, fit }) => [terms.map((pair) => pair.join("")).join("+"), fit?.estimate]);

  test("defends seven of the eight models of the published table, and not the one that repeats it", () => {
    // Rcapture: independence 388.48, PQ 416.00, PE 393.31, QE 413.18, PQ+PE 463.50, PQ+QE 526.71, PE+QE 451.71; all pairs 1 312.76 on df 0.
    const models = judgedModels(hepatitis, undefined, solver);
    expect(Object.fromEntries(estimates(models))).toEqual({
      "": expect.closeTo(388.483495, 5) as number,
      PQ: expect.closeTo(416, 5) as number,
      PE: expect.closeTo(393.31, 2) as number,
      QE: expect.closeTo(413.18, 2) as number,
      "PQ+PE": expect.closeTo(463.5, 5) as number,
      "PQ+QE": expect.closeTo(526.705882, 5) as number,
      "PE+QE": expect.closeTo(451.71, 2) as number,
    });
    expect(estimates(models, "repeats_counts")).toEqual([["PQ+PE+QE", expect.closeTo(1312.764706, 4)]]);
  });

  test("does not defend an estimate above the population", () => {
    expect(estimates(judgedModels(hepatitis, 460, solver), "above_population").map(([terms]) => terms)).toEqual([
      "PQ+QE",
      "PQ+PE",
    ]);
  });

  test("lists a model without an estimate with the reason, and fits none where nobody is known to two", () => {
    const apart = captureTable(
      ["P", "Q", "E"],
      [
        { members: ["P"], n: 5 },
        { members: ["Q"], n: 4 },
        { members: ["E"], n: 3 },
      ],
    );
    const models = judgedModels(apart, undefined, solver);
    expect(models).toHaveLength(8);
    expect(models.every(({ fit }) => fit === undefined)).toBe(true);
  });
});
