/** The bounds of a union with the solver that the server uses: published cases, and simulated persons on lists. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { classicalBounds } from "../reports/stats/classical-bounds.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { unionBounds } from "../reports/stats/union-bounds.ts";
import { partsOf, type Count, type StatedOverlap, type UnionInput } from "../reports/stats/union-constraints.ts";
import { loadSolver } from "../server/highs-solver.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** "12:50 13:40" → overlaps of the parties 1 and 2, 1 and 3. */
const overlaps = (text: string): StatedOverlap[] =>
  text === ""
    ? []
    : text.split(" ").map((pair) => {
        const [parties = "", n] = pair.split(":");
        return { parties: [...parties], n: Number(n) };
      });
const lists = (margins: string, pairs: string, cap?: number): UnionInput => ({
  sizes: Object.fromEntries(margins.split(" ").map((n, i) => [String(i + 1), Number(n)])),
  overlaps: overlaps(pairs),
  ...(cap === undefined ? {} : { cap }),
});

const diabetes = "1754 452 1135 173";
const diabetesPairs = "12:337 13:911 14:134 23:249 24:97 34:126";
const toyPairs = "12:50 13:40 14:20 23:30 24:15 34:10";

describe("unionBounds", () => {
  // scipy linprog and milp (HiGHS); for three lists also the closed form S1 − S2 + t.
  test.each([
    ["3a", "50 40 30", "12:20 13:10 23:5", 50, 120, 85, 90],
    ["3b", "60 60 60", "12:30 13:30 23:30", 60, 180, 90, 120],
    ["3c", "10 10 10", "12:9 13:9 23:9", 10, 30, 11, 12],
    ["3d", "35 28 22", "12:12 13:9 23:7", 35, 85, 57, 64],
    ["3e", "100 80 60", "12:0 13:0 23:0", 100, 240, 240, 240],
    ["3h hepatitis A in Taiwan", "135 122 126", "12:49 13:45 23:46", 135, 383, 243, 288],
    ["3h with two pairs", "135 122 126", "12:49 23:46", 135, 383, 208, 288],
    ["3h with one pair", "135 122 126", "12:49", 135, 383, 208, 334],
    ["3i diabetes in Casale Monferrato", diabetes, diabetesPairs, 1754, 3514, 1978, 2132],
    ["3i with triples", diabetes, `${diabetesPairs} 123:215 124:76 134:104 234:72`, 1754, 3514, 2059, 2076],
    ["3i with three pairs", diabetes, "12:337 23:249 34:126", 1754, 3514, 1869, 2802],
    ["toy", "200 120 90 60", toyPairs, 200, 470, 305, 360],
    ["toy with two pairs", "200 120 90 60", "12:50 13:40", 200, 470, 270, 380],
    ["toy, margins only", "200 120 90 60", "", 200, 470, 200, 470],
  ])("gives the values of %s", (_, margins, pairs, countsLower, countsUpper, lower, upper) => {
    expect(unionBounds(lists(margins, pairs), solver)).toMatchObject({
      feasible: true,
      countsLower,
      countsUpper,
      lower,
      upper,
      lowerWhole: lower,
      upperWhole: upper,
      conflicts: [],
    });
  });

  test.each([
    ["135 122 126", "12:49 13:45 23:46", 284, 243, 284],
    ["200 120 90 60", "", 250, 200, 250],
  ])("is cut by the population: %s, %s, at most %d", (margins, pairs, cap, lower, upper) => {
    expect(unionBounds(lists(margins, pairs, cap), solver)).toMatchObject({ feasible: true, lower, upper });
  });

  test.each([
    [
      "3f",
      lists("10 10 10", "12:9 13:9 23:1"),
      [["1", "2", "3"]],
      "Av 10 hos 1 är 9 också hos 2 och 9 också hos 3. Då måste 2 och 3 ha minst 8 gemensamma, men de uppges ha 1.",
    ],
    [
      "3g",
      lists("10 10 10", "12:6 13:6 23:1"),
      [["1", "2", "3"]],
      "Av 10 hos 1 är 6 också hos 2 och 6 också hos 3. Då måste 2 och 3 ha minst 2 gemensamma, men de uppges ha 1.",
    ],
    ["an overlap above a size", lists("10 5", "12:6"), [["1", "2"]], "1 och 2 uppges ha 6 gemensamma, men 2 har 5."],
    [
      "two values for one overlap",
      lists("10 15", "12:5 21:8"),
      [["1", "2"]],
      "För 1 och 2 uppges både 8 och 5 gemensamma.",
    ],
    [
      "a cap below all pairs",
      lists("200 120 90 60", toyPairs, 300),
      [["1", "2", "3", "4"]],
      "1, 2, 3 och 4 har minst 305 olika personer, men befolkningen är 300.",
    ],
    [
      "a cap below one list",
      lists("200 120 90 60", "", 150),
      [["1"]],
      "1 har minst 200 olika personer, men befolkningen är 150.",
    ],
  ])("names what contradicts in %s", (_, input, parties, why) => {
    const found = unionBounds(input, solver);
    expect(found.feasible).toBe(false);
    expect(found.lower).toBeUndefined();
    expect(found.conflicts.map((conflict) => conflict.parties)).toEqual(parties);
    expect(found.conflicts[0]?.why).toBe(why);
  });

  test("finds a contradiction that needs four lists, and leaves the fifth and sixth out of it", () => {
    // 1 has 10 persons and shares 4 with each of 2, 3 and 4, which share nobody with each other: 12 > 10, though any
    // three of the lists fit.
    const input = lists("10 10 10 10 10 10", "12:4 13:4 14:4 23:0 24:0 34:0 25:3 56:2");
    expect(unionBounds(input, solver).conflicts).toEqual([
      {
        parties: ["1", "2", "3", "4"],
        why:
          "De här uppgifterna kan inte alla stämma: 1 10; 2 10; 3 10; 4 10; 1 och 2 4 gemensamma; 1 och 3 4 gemensamma; " +
          "1 och 4 4 gemensamma; 2 och 3 0 gemensamma; 2 och 4 0 gemensamma; 3 och 4 0 gemensamma.",
      },
    ]);
    const three = lists("10 10 10", "12:4 13:4 23:0");
    expect(unionBounds(three, solver).feasible).toBe(true);
  });

  test("uses the names that it is given", () => {
    const input = { ...lists("10 5", "12:6"), names: { "1": "Socialtjänsten", "2": "BUP" } };
    expect(unionBounds(input, solver).conflicts[0]?.why).toBe(
      "Socialtjänsten och BUP uppges ha 6 gemensamma, men BUP har 5.",
    );
  });

  test("takes ranges as constraints: n1 in 8–12, n2 = 10, overlap 3–5 gives 8 + 10 − 5 to 12 + 10 − 3", () => {
    const input = {
      sizes: { a: { low: 8, high: 12 }, b: 10 },
      overlaps: [{ parties: ["a", "b"], n: { low: 3, high: 5 } }],
    };
    expect(unionBounds(input, solver)).toMatchObject({ lower: 13, upper: 19, countsLower: 10, countsUpper: 22 });
  });

  test("has no upper end where a size has none, unless the population gives one", () => {
    const input = { sizes: { a: { low: 8, high: Infinity }, b: 10 }, overlaps: [{ parties: ["a", "b"], n: 3 }] };
    expect(unionBounds(input, solver)).toMatchObject({ lower: 15, upper: Infinity, countsUpper: Infinity });
    expect(unionBounds({ ...input, cap: 40 }, solver)).toMatchObject({ lower: 15, upper: 40, countsUpper: 40 });
  });

  test("nests or separates groups of lists that no overlap connects", () => {
    // {1, 2}: 10 + 10 − 4 = 16; {3, 4}: 6 + 6 − 2 = 10. Together between max(16, 10) and 16 + 10.
    expect(unionBounds(lists("10 10 6 6", "12:4 34:2"), solver)).toMatchObject({ lower: 16, upper: 26 });
  });

  test("is 0 without lists, and the list itself with one", () => {
    expect(unionBounds({ sizes: {}, overlaps: [] }, solver)).toMatchObject({ feasible: true, lower: 0, upper: 0 });
    expect(unionBounds(lists("7", ""), solver)).toMatchObject({ lower: 7, upper: 7, method: "counts" });
  });

  test.each([
    [{ sizes: { a: 1 }, overlaps: [{ parties: ["a", "b"], n: 1 }] }, "no size of b"],
    [{ sizes: { a: 1 }, overlaps: [{ parties: ["a", "a"], n: 1 }] }, "repeated"],
    [{ sizes: { a: { low: 2, high: 1 } }, overlaps: [] }, "low ≤ high"],
  ])("refuses %o", (input, message) => {
    expect(() => unionBounds(input, solver)).toThrow(message);
  });

  test("falls back to valid closed forms, and says so, when there are too many patterns", () => {
    // Fourteen lists of 10 that share 1 in a ring: Hunter–Worsley 140 − 13; no cell is ruled out.
    const ids = "abcdefghijklmn";
    const input = {
      sizes: Object.fromEntries([...ids].map((id) => [id, 10])),
      overlaps: [...ids].map((id, i) => ({ parties: [id, ids[(i + 1) % 14] ?? ""], n: 1 })),
    };
    expect(unionBounds(input, solver)).toMatchObject({ feasible: true, upper: 127, method: "classical" });
    const contradictory = { ...input, overlaps: [...input.overlaps, { parties: ["a", "c"], n: 11 }] };
    expect(unionBounds(contradictory, solver)).toMatchObject({ feasible: false, conflicts: [{ parties: ["a", "c"] }] });
  });
});

/** A population of persons over up to six lists, with all, some or no overlaps stated, exactly or as ranges. */
const simulated = fc
  .record({
    persons: fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 80 }),
    k: fc.integer({ min: 1, max: 6 }),
    stated: fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
    slack: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 21, maxLength: 21 }),
    exact: fc.boolean(),
  })
  .map(({ persons, k, stated, slack, exact }) => {
    const ids = ["a", "b", "c", "d", "e", "f"].slice(0, k);
    const count = (mask: number) => persons.filter((person) => (person & mask) === mask).length;
    const range = (n: number, i: number): Count => {
      const [down, up] = exact ? [0, 0] : (slack[i] ?? [0, 0]);
      return exact ? n : { low: Math.max(0, n - down), high: n + up };
    };
    const pairs = ids.flatMap((a, i) =>
      ids.slice(i + 1).map((b, j) => ({ parties: [a, b], mask: (1 << i) | (2 << (i + j)) })),
    );
    const input: UnionInput = {
      sizes: Object.fromEntries(ids.map((id, i) => [id, range(count(1 << i), i)])),
      overlaps: pairs.flatMap(({ parties, mask }, i) => (stated[i] ? [{ parties, n: range(count(mask), 6 + i) }] : [])),
    };
    return { input, truth: persons.filter((person) => (person & (2 ** k - 1)) !== 0).length };
  });

describe("unionBounds of simulated persons", () => {
  test("contains the truth, and lies within the classical bounds", () => {
    fc.assert(
      fc.property(simulated, ({ input, truth }) => {
        const found = unionBounds(input, solver);
        expect(found.feasible).toBe(true);
        expect(found.lowerWhole).toBeLessThanOrEqual(truth);
        expect(found.upperWhole).toBeGreaterThanOrEqual(truth);
        const classical = partsOf(input).map(classicalBounds);
        expect(found.lower).toBeGreaterThanOrEqual(Math.max(...classical.map(({ lower }) => lower)) - 1e-6);
        expect(found.upper).toBeLessThanOrEqual(classical.reduce((sum, { upper }) => sum + upper, 0) + 1e-6);
        expect(found.lower).toBeGreaterThanOrEqual(found.countsLower - 1e-6);
        expect(found.upper).toBeLessThanOrEqual(found.countsUpper + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test("contains the truth under a population of just that size", () => {
    fc.assert(
      fc.property(simulated, ({ input, truth }) => {
        expect(unionBounds({ ...input, cap: truth }, solver)).toMatchObject({ feasible: true, upperWhole: truth });
      }),
      { numRuns: 100 },
    );
  });

  test("does not depend on the order of lists, overlaps or parties", () => {
    fc.assert(
      fc.property(simulated, fc.boolean(), ({ input }, contradict) => {
        const first = input.overlaps[0];
        const changed = contradict && first ? [...input.overlaps.slice(1), { ...first, n: 200 }] : input.overlaps;
        const straight = { ...input, overlaps: changed };
        const reversed = {
          sizes: Object.fromEntries(Object.entries(input.sizes).reverse()),
          overlaps: [...changed].reverse().map(({ parties, n }) => ({ parties: [...parties].reverse(), n })),
        };
        expect(unionBounds(reversed, solver)).toEqual(unionBounds(straight, solver));
      }),
      { numRuns: 100 },
    );
  });

  test("names conflicts that are irreducible: without any one of its overlaps the rest can be true", () => {
    const random = fc.record({
      sizes: fc.array(fc.integer({ min: 5, max: 12 }), { minLength: 4, maxLength: 5 }),
      pairs: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 10, maxLength: 10 }),
    });
    fc.assert(
      fc.property(random, ({ sizes, pairs }) => {
        const ids = sizes.map((_, i) => String(i));
        const all = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ parties: [a, b], n: 0 })));
        const stated = all.map((overlap, i) => ({ ...overlap, n: pairs[i] ?? 0 }));
        const input = { sizes: Object.fromEntries(ids.map((id, i) => [id, sizes[i] ?? 0])), overlaps: stated };
        const found = unionBounds(input, solver);
        const [conflict] = found.conflicts;
        if (conflict === undefined) return;
        const inside = stated.filter(({ parties }) => parties.every((id) => conflict.parties.includes(id)));
        const held = { ...input, overlaps: inside };
        expect(unionBounds(held, solver).feasible).toBe(false);
        // No party can be spared.
        for (const id of conflict.parties) {
          const less = { ...input, overlaps: inside.filter(({ parties }) => !parties.includes(id)) };
          expect(unionBounds(less, solver).feasible).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the solver", () => {
  test("answers 500 programmes in a row", () => {
    for (let i = 0; i < 500; i++)
      expect(unionBounds(lists("135 122 126", "12:49 13:45 23:46"), solver)).toMatchObject({ lower: 243, upper: 288 });
  });

  test("tells infeasible from unbounded", () => {
    const row = (low: number, high: number) => ({ terms: [[0, 1]] as const, low, high });
    const solve = (constraints: ReturnType<typeof row>[], whole = false) =>
      solver.solve({ sense: "maximise", objective: [1], constraints, whole }).status;
    expect(solve([row(1, Infinity)])).toBe("unbounded");
    expect(solve([row(3, 4), row(-Infinity, 2)])).toBe("infeasible");
    expect(solve([])).toBe("unbounded");
    expect(solver.solve({ sense: "minimise", objective: [1], constraints: [] })).toMatchObject({ value: 0 });
    expect(solver.solve({ sense: "minimise", objective: [], constraints: [] })).toMatchObject({ value: 0 });
    expect(
      solver.solve({ sense: "minimise", objective: [], constraints: [{ terms: [], low: 1, high: 2 }] }).status,
    ).toBe("infeasible");
  });

  test("keeps upper bounds and whole variables: max 2x + y, 2x + 2y ≤ 7, x ≤ 1.5", () => {
    const programme = {
      sense: "maximise" as const,
      objective: [2, 1],
      constraints: [
        {
          terms: [
            [0, 2],
            [1, 2],
          ] as const,
          low: -Infinity,
          high: 7,
        },
      ],
      upper: [1.5, undefined],
    };
    // x = 1.5, y = 2; in whole numbers x = 1, y = 2.
    expect(solver.solve(programme)).toMatchObject({ status: "optimal", value: 5 });
    expect(solver.solve({ ...programme, whole: true })).toMatchObject({ status: "optimal", value: 4 });
  });

  test("goes on after a programme that it could not take", () => {
    const broken = { sense: "minimise" as const, objective: [Number.NaN], constraints: [] };
    for (let i = 0; i < 2; i++) {
      expect(() => solver.solve(broken)).toThrow("HiGHS stopped without an answer");
    }
  });
});
