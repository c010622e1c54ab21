/**
 * Log-linear models with the solver that the server uses. Expected: R 4.2.2 with Rcapture 1.4-4 (closedpMS.t,
 * closedpCI.t) and SparseMSE 2.0.1, reproduced with numpy; what publications print is named.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { captureTable, type CaptureTable } from "../reports/stats/list-patterns.ts";
import { isRefused, logLinear, type LogLinearFit } from "../reports/stats/log-linear.ts";
import { compareModels, defensibleRange } from "../reports/stats/log-linear-models.ts";
import { profileInterval } from "../reports/stats/log-linear-profile.ts";
import type { LpSolver } from "../reports/stats/lp.ts";
import { loadSolver } from "../server/highs-solver.ts";
import { cells, diabetes, hepatitis, hiv, sparse } from "./fixtures/capture-tables.ts";

let solver: LpSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const terms = (text: string) => (text === "" ? [] : text.split(",").map((term) => [...term]));
const fit = (table: CaptureTable, text: string): LogLinearFit => {
  const found = logLinear(table, terms(text), solver);
  if (isRefused(found)) throw new Error(found);
  return found;
};
const near = (value: number | undefined, expected: number, relative: number) => {
  expect(Math.abs((value ?? NaN) - expected), `${value} is not near ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), relative),
  );
};

const ALL_PAIRS = "12,13,14,23,24,34";

describe("logLinear", () => {
  test.each([
    ["HIV", hiv, "", 11124.5785, 904.753, 13.026137, 10, 90.061995, 117.799504],
    ["HIV", hiv, "12", 12318.4677, 1188.7215, 7.613759, 9, 86.649618, 119.934628],
    ["HIV", hiv, ALL_PAIRS, 23443.5, 9594.9, 3.037, 4, 92.073, 153.095],
    ["diabetes", diabetes, "", 2250.600763, 18.594615, 217.475798, 10, 312.638057, 340.81216],
    ["diabetes", diabetes, "13,24,34", 2472.246549, 53.457034, 21.972316, 7, 123.134575, 168.21314],
    ["diabetes", diabetes, "12,13,23,24,34", 2771.191275, 145.08907, 7.617046, 5, 112.779304, 169.127511],
    ["hepatitis A", hepatitis, "", 388.483495, 21.553, 24.356835, 3, 69.747902, 84.156377],
    ["hepatitis A", hepatitis, "12", 416, 30.942734, 21.144258, 2, 68.535324, 86.545918],
    ["hepatitis A", hepatitis, "12,23", 526.705882, 78.021745, 13.20262, 1, 62.593686, 84.206399],
    ["hepatitis A", hepatitis, "12,13", 463.5, 59.271621, 19.422048, 1, 68.813114, 90.425827],
    ["hepatitis A", hepatitis, "12,13,23", 1312.764706, 517.978062, 0, 0, 51.391066, 76.605898],
  ])("gives R's values of %s, %#", (_, table, text, estimate, se, deviance, df, aic, bic) => {
    const found = fit(table, text);
    near(found.estimate, estimate, 1e-5);
    near(found.se, se, 1e-4);
    near(found.deviance, deviance, 1e-4);
    expect(found.df).toBe(df);
    near(found.aic, aic, 1e-5);
    near(found.bic, bic, 1e-5);
    expect(found.terms).toEqual(terms(text));
  });

  test.each([
    ["13", 393.31],
    ["23", 413.18],
    ["13,23", 451.71],
  ])("gives the estimate of hepatitis A with %s", (text, estimate) => {
    expect(fit(hepatitis, text).estimate).toBeCloseTo(estimate, 2);
  });

  test("takes interactions of three lists, with the pairs that they imply", () => {
    near(fit(diabetes, "234,12,13").estimate, 2819.28941, 1e-6);
    near(fit(diabetes, "234,12,13").aic, 113.682458, 1e-6);
    near(fit(diabetes, "123,24,34").estimate, 2585.55118, 1e-6);
    near(fit(diabetes, "124,134,23").estimate, 3126.60678, 1e-6);
    expect(fit(diabetes, "234,23,12,13")).toEqual(fit(diabetes, "12,13,234"));
    expect(fit(diabetes, "432,1").terms).toEqual([["2", "3", "4"]]);
  });

  test("gives R's coefficients", () => {
    const expected = [9.25171911, -3.26750771, -2.94377023, -2.81992346, -3.93567892, 0.49323122];
    const found = fit(hiv, "12").coefficients;
    expect(found.map(({ members }) => members.join(""))).toEqual(["", "1", "2", "3", "4", "12"]);
    for (const [i, value] of expected.entries()) expect(found[i]?.value).toBeCloseTo(value, 7);
  });

  test("gives SparseMSE's interval, n + exp(b ± z se)", () => {
    near(fit(hiv, "").low, 9519.53, 1e-5);
    near(fit(hiv, "").high, 13067.55, 1e-5);
    near(fit(hiv, "12").low, 10237.54, 1e-5);
    near(fit(hiv, "12").high, 14918.51, 1e-5);
  });

  test("agrees with the published interval of diabetes, 2492 to 3051, which is estimate ± 1.96 √(se² − f0)", () => {
    const { estimate, se } = fit(diabetes, "12,13,23,24,34");
    const half = 1.96 * Math.sqrt(se ** 2 - (estimate - diabetes.persons));
    expect(Math.round(estimate - half)).toBe(2492);
    expect(Math.round(estimate + half)).toBe(3051);
  });

  test("is Lincoln–Petersen for two lists, 10·15/5 = 30", () => {
    const found = fit(cells("10 5 · 01 10 · 11 5"), "");
    expect(found.estimate).toBeCloseTo(30, 9);
    expect(found.df).toBe(0);
  });

  // Chan, Silverman & Vincent: the linear programme of Fienberg & Rinaldo, and the rank of the design.
  test.each([
    ["12", "no-maximum"],
    ["12,13", "no-maximum"],
    ["12,23", "no-maximum"],
    ["12,13,23", "not-identifiable"],
  ])("refuses lists of which one shares nobody with the others, with %s: %s", (text, why) => {
    expect(logLinear(sparse, terms(text), solver)).toBe(why);
  });

  test("fits the same lists where the interaction is between those that share nobody", () => {
    // f0 = 40·30/6 = 200 beside the 96 seen: what is left are lists 1 and 2, and list 3 by itself.
    expect(fit(sparse, "13,23").estimate).toBeCloseTo(296, 6);
    // Five cells are left, 1, 2, 3, 12 and 23, with independent lists: numpy's IRLS gives 396.
    expect(fit(sparse, "13").estimate).toBeCloseTo(396, 6);
    expect(fit(sparse, "13").coefficients.at(-1)).toEqual({ members: ["1", "3"], value: -Infinity });
    expect(Number.isFinite(fit(sparse, "").estimate)).toBe(true);
  });

  test("refuses the highest interaction, nobody at all, and lists that share nobody", () => {
    expect(logLinear(hepatitis, terms("123"), solver)).toBe("not-identifiable");
    expect(logLinear(cells("10 5 · 01 10 · 11 5"), terms("12"), solver)).toBe("not-identifiable");
    expect(logLinear(cells("100 0 · 111 0"), [], solver)).toBe("not-identifiable");
    expect(logLinear(cells("10 5 · 01 10"), [], solver)).toBe("no-maximum");
    expect(logLinear(cells("100 5 · 010 10 · 001 3"), [], solver)).toBe("no-maximum");
    expect(logLinear(cells("100 5 · 010 0"), [], solver)).toBe("not-identifiable");
  });

  test("names what is wrong with a table or a term", () => {
    expect(() => captureTable(["a"], [])).toThrow("not two to 10");
    expect(() => captureTable(["a", "a"], [])).toThrow("one stands twice");
    expect(() => captureTable(["a", "b"], [{ members: [], n: 1 }])).toThrow("on no list");
    expect(() => captureTable(["a", "b"], [{ members: ["c"], n: 1 }])).toThrow("not a list: c");
    expect(() => captureTable(["a", "b"], [{ members: ["a"], n: 1.5 }])).toThrow("invalid n");
    const twice = [
      { members: ["a", "b"], n: 1 },
      { members: ["b", "a"], n: 2 },
    ];
    expect(() => captureTable(["a", "b"], twice)).toThrow("stated twice");
    expect(() => logLinear(hepatitis, [["1", "1"]], solver)).toThrow("stands twice");
  });

  const threeLists = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })), {
    minLength: 7,
    maxLength: 7,
  });
  const tableOf = (counts: readonly number[], order = [0, 1, 2]) =>
    captureTable(
      order.map((place) => "abc"[place] ?? ""),
      counts.map((n, i) => ({ members: [..."abc"].filter((_, place) => ((i + 1) >> place) & 1), n })),
    );
  const models = fc.subarray([
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ]);

  test("does not depend on the order of the lists", () => {
    fc.assert(
      fc.property(threeLists, models, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (counts, model, order) => {
        const [first, second] = [tableOf(counts), tableOf(counts, order)].map((t) => logLinear(t, model, solver));
        if (first === undefined || second === undefined) throw new Error("two models");
        if (isRefused(first) || isRefused(second)) expect(second).toEqual(first);
        else near(second.estimate, first.estimate, 1e-6);
      }),
    );
  });

  test("doubles with the counts, and never falls below the persons seen", () => {
    fc.assert(
      fc.property(threeLists, models, (counts, model) => {
        const once = logLinear(tableOf(counts), model, solver);
        const twice = logLinear(tableOf(counts.map((n) => 2 * n)), model, solver);
        if (isRefused(once) || isRefused(twice)) {
          expect(twice).toEqual(once);
          return;
        }
        near(twice.estimate, 2 * once.estimate, 1e-6);
        expect(once.low).toBeGreaterThanOrEqual(counts.reduce((a, b) => a + b, 0));
        expect(once.low).toBeLessThanOrEqual(once.estimate);
        expect(once.high).toBeGreaterThanOrEqual(once.estimate);
      }),
    );
  });

  test("finds the size of a population whose expected counts are independent lists", () => {
    // 1 000 persons, known with chance a, b, c; counts rounded, so that each is off by a half at most.
    const chance = fc.double({ min: 0.25, max: 0.75, noNaN: true });
    fc.assert(
      fc.property(chance, chance, chance, (a, b, c) => {
        const counts = Array.from({ length: 7 }, (_, i) =>
          Math.round(
            [a, b, c].reduce((product, p, place) => product * (((i + 1) >> place) & 1 ? p : 1 - p), 1_000_000),
          ),
        );
        const found = logLinear(tableOf(counts), [], solver);
        if (isRefused(found)) throw new Error(found);
        near(found.estimate, 1_000_000, 1e-4);
      }),
    );
  });
});

describe("profileInterval", () => {
  test.each([
    ["HIV", hiv, "", 11117.0, 9531.7, 13114.1],
    ["HIV", hiv, "12", 12308.0, 10266.0, 14992.3],
    ["HIV", hiv, ALL_PAIRS, 23269.8, 10027.6, 50046.3],
    ["diabetes", diabetes, "", 2249.73, 2215.24, 2288.12],
    ["diabetes", diabetes, "13,24,34", 2469.28, 2374.49, 2584.36],
    ["diabetes", diabetes, "12,13,23,24,34", 2760.04, 2527.56, 3104.09],
    ["hepatitis A", hepatitis, "", 387.1, 350.31, 435.41],
    ["hepatitis A", hepatitis, "12,23", 520.61, 408.9, 734.18],
    ["hepatitis A", hepatitis, "12,13,23", 1286.02, 654.69, 3031.12],
  ])("gives Rcapture's interval of %s, %#", (_, table, text, estimate, low, high) => {
    const found = profileInterval(table, terms(text), solver);
    if (isRefused(found)) throw new Error(found);
    near(found.estimate, estimate, 1e-4);
    near(found.low, low, 1e-4);
    near(found.high, high, 1e-4);
  });

  test("refuses what the model refuses, and has no upper end where one person in common proves little", () => {
    expect(profileInterval(sparse, terms("12"), solver)).toBe("no-maximum");
    const found = profileInterval(cells("10 50 · 01 60 · 11 1"), [], solver);
    if (isRefused(found)) throw new Error(found);
    expect(found.high).toBeGreaterThan(10_000);
    expect(found.low).toBeLessThan(found.estimate);
  });
});

describe("compareModels", () => {
  const names = (models: readonly LogLinearFit[]) =>
    models.map((model) => model.terms.map((term) => term.join("")).join(","));

  test("orders the 64 models of four lists by AIC as R does", () => {
    const { models, refused } = compareModels(hiv, solver);
    expect(models).toHaveLength(64);
    expect(refused).toEqual([]);
    expect(names(models).slice(0, 3)).toEqual(["12", "12,23", "12,13"]);
    near(models[1]?.estimate, 13569.0439, 1e-6);
    near(models[1]?.aic, 87.1315, 1e-5);
    near(models[2]?.estimate, 11788.7621, 1e-6);
    const byBic = [...models].sort((a, b) => a.bic - b.bic);
    expect(names(byBic).slice(0, 2)).toEqual(["", "12"]);
  });

  test("finds the models of diabetes that are best by AIC and by BIC", () => {
    const { models } = compareModels(diabetes, solver);
    expect(names(models).slice(0, 2)).toEqual(["12,13,23,24,34", ALL_PAIRS]);
    near(models[1]?.estimate, 2789.834454, 1e-6);
    near(models[1]?.aic, 114.215955, 1e-6);
    expect(names([...models].sort((a, b) => a.bic - b.bic))[0]).toBe("13,24,34");
  });

  test("names the models that it refuses", () => {
    const { models, refused } = compareModels(sparse, solver);
    expect(names(models).sort()).toEqual(["", "13", "13,23", "23"]);
    expect(refused.map(({ terms: refusedTerms, why }) => [refusedTerms.length, why])).toEqual([
      [1, "no-maximum"],
      [2, "no-maximum"],
      [2, "no-maximum"],
      [3, "not-identifiable"],
    ]);
    expect(() => compareModels(captureTable([..."abcdef"], []), solver)).toThrow("more than 5");
  });

  test("gives a range that leaves out the saturated model, however good its AIC", () => {
    const { models } = compareModels(hepatitis, solver);
    expect(models[0]?.df).toBe(0);
    // All other seven models are within 10 of 62.59; 545 persons were found by a later screening.
    const range = defensibleRange(models);
    expect(range?.models).toBe(7);
    near(range?.smallest, 388.483495, 1e-6);
    near(range?.largest, 526.705882, 1e-6);
    expect(range?.high).toBeGreaterThan(545);
    expect(defensibleRange(models.slice(0, 1))).toBeUndefined();
  });
});
