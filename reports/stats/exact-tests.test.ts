/** Expected: R 4.2.2, SciPy or a publication, named at each case; the rest is counted out by hand or by brute force. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clopperPearson } from "./clopper-pearson.ts";
import { cohensW, cohensWAgainst } from "./cohens-w.ts";
import { fisherTable } from "./fisher-table.ts";
import { fisherExact } from "./fisher.ts";
import { logRank, type WaitingGroup } from "./log-rank.ts";
import { tauExact } from "./tau-exact.ts";
import { vanDerEijkAgreement } from "./van-der-eijk.ts";
import { wilsonCorrected } from "./wilson-corrected.ts";
import { wilsonInterval } from "./wilson.ts";

const digits = (text: string) => text.split(" ").map(Number);

describe("fisherTable", () => {
  // Agresti (2002) p. 57, 0.7827 printed; R: fisher.test(Job)
  const satisfaction = ["1 3 10 6", "2 3 10 7", "1 6 14 12", "0 1 9 11"].map(digits);

  test("gives the published value of job satisfaction, four by four", () => {
    expect(fisherTable(satisfaction)).toBeCloseTo(0.782684939, 9);
  });

  test("is the test of two by two", () => {
    const cell = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const expected = fisherExact([
          [a, b],
          [c, d],
        ]).twoSided;
        expect(
          fisherTable([
            [a, b],
            [c, d],
          ]),
        ).toBeCloseTo(expected, 9);
      }),
    );
  });

  test("does not change when rows, columns or both are turned", () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rows, (table) => {
        const p = fisherTable(table) ?? NaN;
        expect(fisherTable([...table].reverse())).toBeCloseTo(p, 9);
        expect(fisherTable(table.map((row) => [...row].reverse()))).toBeCloseTo(p, 9);
        expect(fisherTable([0, 1, 2, 3].map((j) => table.map((row) => row[j] ?? 0)))).toBeCloseTo(p, 9);
      }),
    );
  });

  test("adds up every table of three by two that is as unlikely", () => {
    // Margins 2 1 1 and 2 2: upper left 2 → rows (2,0)(0,1)(0,1); 1 → (1,1)(1,0)(0,1) or (1,1)(0,1)(1,0); 0 → (0,2)(1,0)(1,0).
    // Of the 4!/(2!2!) = 6 orders: 1, 2, 2, 1. The table seen has chance 1/6, so p = 2/6.
    expect(
      fisherTable([
        [2, 0],
        [0, 1],
        [0, 1],
      ]),
    ).toBeCloseTo(1 / 3, 12);
  });

  test("is 1 where one row or column holds all, and gives up on what cannot be gone through", () => {
    expect(fisherTable([])).toBe(1);
    expect(
      fisherTable([
        [3, 4],
        [0, 0],
      ]),
    ).toBe(1);
    const many = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => 20 + i + j));
    expect(fisherTable(many)).toBeUndefined();
    expect(() => fisherTable([[1, 2], [3]])).toThrow("differ in length");
    expect(() => fisherTable([[1, -2]])).toThrow("invalid cell");
  });
});

describe("tauExact", () => {
  test("gives Hollander and Wolfe's exact p-value, T = 26 (R: cor.test, method kendall)", () => {
    const x = digits("44.4 45.9 41.9 53.3 44.7 44.1 50.7 45.2 60.1");
    const found = tauExact(x, digits("2.6 3.1 2.5 5.0 3.6 4.0 5.2 2.8 3.8"));
    expect(found?.concordant).toBe(26);
    expect(found?.twoSided).toBeCloseTo(0.1194389, 7);
    expect(found?.greater).toBeCloseTo(0.0597195, 7);
  });

  test("counts all orders", () => {
    const permutations = (values: readonly number[]): number[][] =>
      values.length < 2
        ? [[...values]]
        : values.flatMap((value) => permutations(values.filter((v) => v !== value)).map((rest) => [value, ...rest]));
    for (const n of [2, 3, 4, 5]) {
      const base = Array.from({ length: n }, (_, i) => i);
      const all = permutations(base);
      const concordant = (y: readonly number[]) =>
        base.reduce((sum, i) => sum + base.filter((j) => j < i && (y[j] ?? 0) < (y[i] ?? 0)).length, 0);
      for (const y of all) {
        const t = concordant(y);
        const found = tauExact(base, y);
        expect(found?.greater).toBeCloseTo(all.filter((other) => concordant(other) >= t).length / all.length, 12);
        expect(found?.less).toBeCloseTo(all.filter((other) => concordant(other) <= t).length / all.length, 12);
      }
    }
  });

  test("is not defined with ties, one unit or fifty", () => {
    expect(tauExact([1, 1, 2], [1, 2, 3])).toBeUndefined();
    expect(tauExact([1], [1])).toBeUndefined();
    const fifty = Array.from({ length: 50 }, (_, i) => i);
    expect(tauExact(fifty, fifty)).toBeUndefined();
    expect(tauExact(fifty.slice(1), fifty.slice(1))?.less).toBeCloseTo(1, 12);
    expect(() => tauExact([1], [1, 2])).toThrow("1 and 2 units");
  });
});

describe("intervals of a share", () => {
  // Newcombe (1998) Table I, method 4, and R: binom.test.
  test.each([
    [81, 263, 0.2535, 0.3682, 0.2527, 0.3676],
    [15, 148, 0.0598, 0.1644, 0.0578, 0.1617],
    [0, 20, 0, 0.2005, 0, 0.1684],
    [1, 29, 0.0018, 0.1963, 0.0009, 0.1776],
  ])("of %d/%d are the printed ones", (successes, n, low, high, exactLow, exactHigh) => {
    expect(wilsonCorrected(successes, n).low).toBeCloseTo(low, 4);
    expect(wilsonCorrected(successes, n).high).toBeCloseTo(high, 4);
    expect(clopperPearson(successes, n).low).toBeCloseTo(exactLow, 4);
    expect(clopperPearson(successes, n).high).toBeCloseTo(exactHigh, 4);
  });

  test("of none and of all are those of the closed form, (0.025)^(1/n)", () => {
    expect(clopperPearson(5, 5).low).toBeCloseTo(0.025 ** (1 / 5), 11);
    expect(clopperPearson(5, 5).high).toBe(1);
    expect(clopperPearson(0, 5).high).toBeCloseTo(1 - 0.025 ** (1 / 5), 11);
    expect(wilsonCorrected(5, 5).high).toBe(1);
  });

  test("of a million are those of scipy.stats.beta.ppf", () => {
    expect(clopperPearson(500_000, 1_000_000).low).toBeCloseTo(0.49901951919531, 10);
  });

  test("mirror each other, hold the share, and are wider with the correction", () => {
    const counts = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        for (const interval of [wilsonCorrected, clopperPearson]) {
          const [found, mirror] = [interval(successes, n), interval(n - successes, n)];
          expect(found.low).toBeCloseTo(1 - mirror.high, 9);
          expect(found.low).toBeLessThanOrEqual(found.share);
          expect(found.high).toBeGreaterThanOrEqual(found.share);
        }
        expect(wilsonCorrected(successes, n).low).toBeLessThanOrEqual(wilsonInterval(successes, n).low + 1e-12);
        expect(wilsonCorrected(successes, n).high).toBeGreaterThanOrEqual(wilsonInterval(successes, n).high - 1e-12);
      }),
    );
  });

  test("refuse what is no count", () => {
    for (const interval of [wilsonCorrected, clopperPearson]) {
      expect(() => interval(3, 2)).toThrow("successes");
      expect(() => interval(0, 0)).toThrow("invalid n");
    }
  });
});

describe("cohensW", () => {
  test("gives Cohen's examples (1988, p. 219; R: pwr::ES.w1, ES.w2)", () => {
    expect(cohensWAgainst([0.25, 0.25, 0.25, 0.25], [9 / 24, 5 / 24, 5 / 24, 5 / 24])).toBeCloseTo(0.2886751346, 9);
    const table = ["0.225 0.125 0.125 0.125", "0.16 0.16 0.04 0.04"].map(digits);
    expect(cohensW(table)).toBeCloseTo(0.2558646069, 9);
  });

  test("is 0 for independence, 1 for a diagonal, and not defined for one row", () => {
    expect(cohensW(["1 2", "2 4"].map(digits))).toBeCloseTo(0, 12);
    expect(cohensW(["5 0", "0 7"].map(digits))).toBeCloseTo(1, 12);
    expect(cohensW([[1, 2]])).toBeUndefined();
    expect(cohensW(["1 2", "0 0"].map(digits))).toBeUndefined();
    expect(() => cohensW([[1, 2], [3]])).toThrow("differ in length");
    expect(() => cohensWAgainst([1, 0], [1, 1])).toThrow("expected");
    expect(() => cohensWAgainst([1], [1, 1])).toThrow("1 and 2");
    expect(() => cohensWAgainst([1, 1], [0, 0])).toThrow("nothing but 0");
  });

  test("does not change when every count is doubled", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 5 }), (table) => {
        const [once, twice] = [cohensW(table), cohensW(table.map((row) => row.map((cell) => 2 * cell)))];
        if (once === undefined) expect(twice).toBeUndefined();
        else expect(twice).toBeCloseTo(once, 12);
      }),
    );
  });
});

describe("vanDerEijkAgreement", () => {
  // R: agrmt::agreement
  test.each([
    ["1 0 0 0 1", -1],
    ["0 0 1 0 0", 1],
    ["1 1 1 1 1", 0],
    ["10 20 40 20 10", 0.35],
    ["2 6 5 9 3", 0.2933333333],
    ["30 40 210 130 530 50 10", 0.6113333333],
  ])("of %s is %d", (counts, expected) => {
    expect(vanDerEijkAgreement(digits(counts))).toBeCloseTo(expected, 9);
  });

  test("is not defined without answers, and needs three categories", () => {
    expect(vanDerEijkAgreement([0, 0, 0])).toBeUndefined();
    expect(() => vanDerEijkAgreement([1, 2])).toThrow("fewer than three");
    expect(() => vanDerEijkAgreement([1, 2, NaN])).toThrow("not a number");
  });

  test("lies in [−1, 1], reads the same from either end, and does not change when counts are doubled", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 7 }), (counts) => {
        const found = vanDerEijkAgreement(counts);
        if (found === undefined) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(vanDerEijkAgreement([...counts].reverse())).toBeCloseTo(found, 12);
        expect(vanDerEijkAgreement(counts.map((count) => 2 * count))).toBeCloseTo(found, 12);
      }),
    );
  });
});

describe("logRank", () => {
  const read = (text: string): WaitingGroup => {
    const marks = text.split(" ");
    return { times: marks.map((mark) => parseFloat(mark)), events: marks.map((mark) => !mark.endsWith("+")) };
  };
  const maintained = read("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
  const other = read("5 5 8 8 12 16+ 23 27 30 33 43 45");

  test("gives the value of survival::aml (R: survdiff), whichever group comes first", () => {
    for (const groups of [
      [maintained, other],
      [other, maintained],
    ]) {
      const found = logRank(groups);
      expect(found?.chiSquare).toBeCloseTo(3.39639, 5);
      expect(found?.p).toBeCloseTo(0.06534, 5);
      expect(found?.df).toBe(1);
    }
  });

  test("gives 49/17 for 1 2 against 3 4: 2 seen, 5/6 expected, variance 17/36 (scipy.stats.logrank: 2.882353)", () => {
    // Expected at 1: 2/4, at 2: 1/3. Variance 1/4 + 2/9 = 17/36; (2 − 5/6)² / (17/36) = 49/17.
    const found = logRank([read("1 2"), read("3 4")]);
    expect(found?.chiSquare).toBeCloseTo(49 / 17, 12);
    expect(found?.groups[0]?.expected).toBeCloseTo(5 / 6, 12);
  });

  test("compares three groups, and does not count an empty one", () => {
    const three = logRank([maintained, other, read("6 7 9+ 30")]);
    expect(three?.df).toBe(2);
    expect(three?.groups.reduce((sum, { observed, expected }) => sum + observed - expected, 0)).toBeCloseTo(0, 12);
    expect(logRank([maintained, { times: [], events: [] }, other])?.df).toBe(1);
  });

  test("is not defined for one group or without events", () => {
    expect(logRank([maintained])).toBeUndefined();
    expect(logRank([])).toBeUndefined();
    expect(logRank([read("1+ 2+"), read("3+")])).toBeUndefined();
    expect(() => logRank([{ times: [1], events: [] }])).toThrow("1 and 0");
    expect(() => logRank([{ times: [-1], events: [true] }])).toThrow("invalid time");
  });

  test("depends on the order of the times only", () => {
    const group = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(group, group, (a, b) => {
        const test = (scale: (time: number) => number) =>
          logRank(
            [a, b].map((persons) => ({
              times: persons.map(([time]) => scale(time)),
              events: persons.map(([, event]) => event),
            })),
          );
        const [found, scaled] = [test((time) => time), test((time) => time ** 2 * 3)];
        expect(scaled?.chiSquare).toEqual(found?.chiSquare);
      }),
    );
  });
});
