import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { turnbull, type TimeInterval } from "./turnbull.ts";

const read = (text: string): TimeInterval[] =>
  text.split(" ").map((pair) => {
    const [from, to] = pair.slice(1, -1).split(",");
    return { from: Number(from), to: to === "∞" ? null : Number(to) };
  });

// Breast cosmesis, radiation only (n = 46): Finkelstein (1986); masses printed in Fay & Shaw (2010).
const cosmesis = read(
  "(45,∞) (6,10] (0,7] (46,∞) (46,∞) (7,16] (17,∞) (7,14] (37,44] (0,8] (4,11] (15,∞) (11,15] (22,∞) (46,∞) (46,∞) " +
    "(25,37] (46,∞) (26,40] (46,∞) (27,34] (36,44] (46,∞) (36,48] (37,∞) (40,∞) (17,25] (46,∞) (11,18] (38,∞) (5,12] " +
    "(37,∞) (0,5] (18,∞) (24,∞) (36,∞) (5,11] (19,35] (17,25] (24,∞) (32,∞) (33,∞) (19,26] (37,∞) (34,∞) (36,∞)",
);

const massOf = (intervals: readonly TimeInterval[], from: number, to: number | null) =>
  turnbull(intervals)?.masses.find((mass) => mass.from === from && mass.to === to)?.mass;

describe("turnbull", () => {
  // Expected: R 4.2.2, interval::icfit, eps 1e-10.
  test.each([
    [4, 5, 0.0463468],
    [6, 7, 0.0333634],
    [7, 8, 0.0886674],
    [11, 12, 0.0707529],
    [24, 25, 0.0926458],
    [33, 34, 0.0817858],
    [38, 40, 0.1208798],
    [46, 48, 0.4655581],
  ])("puts the published mass on (%d, %d] of the breast cosmesis data", (from, to, mass) => {
    expect(massOf(cosmesis, from, to)).toBeCloseTo(mass, 6);
  });

  test("reaches the published log-likelihood, and nothing but the published intervals holds mass", () => {
    const estimate = turnbull(cosmesis);
    expect(estimate?.logLikelihood).toBeCloseTo(-58.06002195, 7);
    expect(estimate?.masses.filter(({ mass }) => mass > 1e-7)).toHaveLength(8);
    expect(estimate?.gap).toBeLessThan(1e-9);
    // Half is reached in (38, 40]: 0.4135620 before it, 0.5344418 after it.
    expect(estimate?.median).toEqual({ from: 38, to: 40 });
  });

  test("puts all mass where three intervals meet", () => {
    expect(turnbull(read("(1,4] (2,5] (3,6]"))).toMatchObject({
      masses: [{ from: 3, to: 4, mass: 1 }],
      logLikelihood: 0,
      median: { from: 3, to: 4 },
    });
  });

  test("finds the exact masses of eight intervals, among them one interval without mass", () => {
    const intervals = read("(0,2] (0,4] (2,6] (3,∞) (5,7] (1,3] (4,∞) (6,8]");
    for (const [from, to, mass] of [
      [1, 2, 1 / 3],
      [2, 3, 1 / 15],
      [3, 4, 0],
      [5, 6, 4 / 15],
      [6, 7, 1 / 3],
    ] as const)
      expect(massOf(intervals, from, to)).toBeCloseTo(mass, 6);
    expect(turnbull(intervals)?.logLikelihood).toBeCloseTo(-6.660895201, 8);
  });

  test("finds the exact masses printed for the interval package", () => {
    const intervals = read("(2,3] (5,6] (1,7] (1,7] (9,12] (8,10] (10,13]");
    for (const [from, to, mass] of [
      [2, 3, 2 / 7],
      [5, 6, 2 / 7],
      [9, 10, 3 / 14],
      [10, 12, 3 / 14],
    ] as const)
      expect(massOf(intervals, from, to)).toBeCloseTo(mass, 6);
  });

  test("gives the proportions when everybody answers in the same disjoint bins", () => {
    const estimate = turnbull([...read("(0,3] (0,3] (3,7] (7,∞)"), { from: 0, to: 0 }]);
    expect(estimate?.masses.map(({ from, to, mass }) => [from, to, Number(mass.toFixed(9))])).toEqual([
      [0, 0, 0.2],
      [0, 3, 0.4],
      [3, 7, 0.2],
      [7, null, 0.2],
    ]);
    expect(estimate?.median).toEqual({ from: 0, to: 3 });
  });

  test("keeps the same day apart from one to three days, and takes “0 to 3 days” as both", () => {
    const estimate = turnbull([
      { from: 0, to: 0 },
      { from: 0, to: 0 },
      { from: 0, to: 3 },
      { from: -1, to: 3 },
    ]);
    // The last one may lie in either: by symmetry of the likelihood a²·b·1 is largest for a = 2/3.
    expect(estimate?.masses.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [0, 3],
    ]);
    expect(estimate?.masses[0]?.mass).toBeCloseTo(2 / 3, 8);
  });

  test("has an unbounded median when all are only known to be longer", () => {
    expect(turnbull(read("(5,∞) (3,∞)"))).toMatchObject({
      masses: [{ from: 5, to: null, mass: 1 }],
      median: { from: 5, to: null },
    });
  });

  test("takes one interval as it is, and no intervals as no estimate", () => {
    expect(turnbull(read("(4,7]"))?.masses).toEqual([{ from: 4, to: 7, mass: 1 }]);
    expect(turnbull([])).toBeUndefined();
  });

  test.each([
    [{ from: 4, to: 3 }, "to is below from"],
    [{ from: Number.NaN, to: 3 }, "from is not finite"],
  ])("refuses %o", (interval, message) => {
    expect(() => turnbull([interval])).toThrow(message);
  });

  const someIntervals = fc.array(
    fc
      .tuple(fc.integer({ min: -1, max: 40 }), fc.option(fc.integer({ min: 0, max: 30 })))
      .map(([from, length]) => ({ from, to: length === null ? null : from + length })),
    { minLength: 1, maxLength: 40 },
  );

  test("is at the maximum by Kuhn and Tucker, whatever the intervals", () => {
    fc.assert(
      fc.property(someIntervals, (intervals) => {
        const estimate = turnbull(intervals);
        expect(estimate?.masses.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 9);
        expect(estimate?.gap).toBeLessThan(1e-7);
      }),
      { numRuns: 500 },
    );
  });

  test("is at the maximum for hundreds of different intervals, whose cells EM alone empties too slowly", () => {
    // A fixed sequence (Numerical Recipes' linear congruential generator), so that a failure can be looked at.
    let seed = 1;
    const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const intervals = Array.from({ length: 400 }, () => {
      const from = next() * 200;
      return { from, to: next() < 0.1 ? null : from + next() * 60 };
    });
    expect(turnbull(intervals)?.gap).toBeLessThan(1e-9);
  });

  test("does not depend on the order, nor on whether everybody is counted twice", () => {
    fc.assert(
      fc.property(someIntervals, (intervals) => {
        const once = turnbull(intervals);
        expect(turnbull([...intervals].reverse())).toEqual(once);
        expect(turnbull([...intervals, ...intervals])?.masses).toEqual(once?.masses);
        expect(
          turnbull(
            intervals,
            intervals.map(() => 2),
          )?.masses,
        ).toEqual(once?.masses);
      }),
    );
  });
});
