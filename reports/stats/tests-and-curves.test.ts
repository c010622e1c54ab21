/** Expected values from R 4.2.2 and SciPy; the call or the publication stands at each case. */
import { describe, expect, test } from "vitest";
import { chiSquareTail, logGamma } from "./chi-square.ts";
import { fisherExact } from "./fisher.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { kruskalWallis } from "./kruskal-wallis.ts";
import { tauB } from "./tau-b.ts";
import { twoList } from "./two-list.ts";

const digits = (text: string) => text.split(" ").map(Number);

describe("chiSquareTail", () => {
  // R: pchisq(x, df, lower.tail = FALSE)
  test.each([
    [3.841458820694124, 1, 0.05],
    [30.7604419294, 19, 0.04288347313],
    [0, 3, 1],
    [100, 2, 1.9287498479639178e-22],
  ])("of %d with %d degrees of freedom is %d", (statistic, df, p) => {
    expect(chiSquareTail(statistic, df) / p).toBeCloseTo(1, 8);
  });
  test("knows that Γ(5) = 24 and Γ(1/2) = √π", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});

describe("twoList", () => {
  // Wikipedia (turtles, interval 22 to 65 printed); hepatitis A in Taiwan, CARE1 estN.pair; own numbers.
  test.each([
    [10, 15, 5, 30, 28.3333, 5.9094, 22.385, 49.114, 21.94, 64.67],
    [135, 122, 49, 336.12245, 333.56, 28.699714, 288.67906, 403.40776, 289.243, 409.311],
    [200, 150, 40, 750, 739.26829, 86.983, 599.722, 946.028, 602.19, 964.673],
  ])("of %d and %d with %d in both", (n1, n2, m, petersen, chapman, se, low, high, logitLow, logitHigh) => {
    const found = twoList(n1, n2, m);
    expect(found.lincolnPetersen).toBeCloseTo(petersen, 4);
    expect(found.chapman).toBeCloseTo(chapman, 4);
    expect(found.se).toBeCloseTo(se, 4);
    expect(found.logNormal.low).toBeCloseTo(low, 1);
    expect(found.logNormal.high).toBeCloseTo(high, 1);
    expect(found.logit.low).toBeCloseTo(logitLow, 2);
    expect(found.logit.high).toBeCloseTo(logitHigh, 2);
  });

  test("gives CARE1's log-normal interval to its last digit", () => {
    expect(twoList(135, 122, 49).logNormal.low).toBeCloseTo(288.67906, 4);
    expect(twoList(135, 122, 49).logNormal.high).toBeCloseTo(403.40776, 4);
  });

  test("gives the values of the other pairs of the hepatitis lists", () => {
    // Chapman 374.48 (se 35.58) and 331.36 (se 29.93), calculated by hand from the formulas.
    expect(twoList(135, 126, 45).chapman).toBeCloseTo(374.48, 2);
    expect(twoList(135, 126, 45).se).toBeCloseTo(35.58, 2);
    expect(twoList(122, 126, 46).chapman).toBeCloseTo(331.36, 2);
  });

  test("has an infinite Lincoln–Petersen without overlap, but a finite Chapman: (4·5)/1 − 1 = 19", () => {
    expect(twoList(3, 4, 0)).toMatchObject({ lincolnPetersen: Infinity, chapman: 19 });
    expect(Number.isFinite(twoList(3, 4, 0).logNormal.high)).toBe(true);
  });

  test("collapses to a point when both lists hold the same persons", () => {
    expect(twoList(7, 7, 7)).toMatchObject({ lincolnPetersen: 7, chapman: 7, se: 0, logNormal: { low: 7, high: 7 } });
  });

  test.each([
    [0, 5, 0, "n1"],
    [5, 5, 6, "above the smaller list"],
    [5, 5, 1.5, "invalid m"],
  ])("refuses %d, %d, %d", (n1, n2, m, message) => {
    expect(() => twoList(n1, n2, m)).toThrow(message);
  });
});

describe("kruskalWallis", () => {
  test("gives Hollander and Wolfe's example (R: ?kruskal.test)", () => {
    const found = kruskalWallis([
      digits("2.9 3.0 2.5 2.6 3.2"),
      digits("3.8 2.7 4.0 2.4"),
      digits("2.8 3.4 3.7 2.2 2.0"),
    ]);
    expect(found?.h).toBeCloseTo(0.7714285714, 9);
    expect(found?.df).toBe(2);
    expect(found?.p).toBeCloseTo(0.6799647736, 9);
  });

  test("corrects for ties: R, kruskal.test(Ozone ~ Month, airquality)", () => {
    const found = kruskalWallis([
      digits("41 36 12 18 28 23 19 8 7 16 11 14 18 14 34 6 30 11 1 11 4 32 23 45 115 37"),
      digits("29 71 39 23 21 37 20 12 13"),
      digits("135 49 32 64 40 77 97 97 85 10 27 7 48 35 61 79 63 16 80 108 20 52 82 50 64 59"),
      digits("39 9 16 78 35 66 122 89 110 44 28 65 22 59 23 31 44 21 9 45 168 73 76 118 84 85"),
      digits("96 78 73 91 47 32 20 23 21 24 44 21 28 9 13 46 18 13 24 16 13 23 36 7 14 30 14 18 20"),
    ]);
    expect(found?.h).toBeCloseTo(29.26657631, 7);
    expect((found?.p ?? 0) / 6.900714119e-6).toBeCloseTo(1, 7);
  });

  test("is not defined for one group or for equal values", () => {
    expect(kruskalWallis([[1, 2, 3], []])).toBeUndefined();
    expect(kruskalWallis([[2, 2], [2]])).toBeUndefined();
  });
});

describe("tauB", () => {
  test("gives Hollander and Wolfe's tau, which has no ties", () => {
    const x = digits("44.4 45.9 41.9 53.3 44.7 44.1 50.7 45.2 60.1");
    expect(tauB(x, digits("2.6 3.1 2.5 5.0 3.6 4.0 5.2 2.8 3.8"))?.tau).toBeCloseTo(0.4444444, 7);
  });

  test("gives SciPy's value with ties", () => {
    const found = tauB(digits("12 2 1 12 2"), digits("1 4 7 1 0"));
    expect(found?.tau).toBeCloseTo(-0.4714045208, 9);
    expect(found?.p).toBeCloseTo(0.2827454599, 9);
  });

  test("gives the tau-b that SAS prints for its 2 × 5 table, 0.3373", () => {
    const table = [digits("26 26 23 18 9"), digits("6 7 9 14 23")];
    const cells = table.flatMap((row, i) => row.flatMap((n, j) => Array.from({ length: n }, () => [i, j] as const)));
    expect(
      tauB(
        cells.map(([i]) => i),
        cells.map(([, j]) => j),
      )?.tau,
    ).toBeCloseTo(0.3372567375, 9);
  });

  test("is not defined where a list is constant", () => {
    expect(tauB([1, 1, 1], [1, 2, 3])).toBeUndefined();
  });
});

describe("fisherExact", () => {
  test("gives R's values of the tea tasting and of Fisher's convictions", () => {
    const tea = fisherExact([
      [3, 1],
      [1, 3],
    ]);
    expect(tea.twoSided).toBeCloseTo(0.4857142857, 9);
    expect(tea.greater).toBeCloseTo(0.2428571429, 9);
    const convictions = fisherExact([
      [2, 15],
      [10, 3],
    ]);
    expect(convictions.less).toBeCloseTo(0.0004651809, 9);
    expect(convictions.twoSided).toBeCloseTo(0.0005367241, 9);
  });

  test("is 1 for an empty table", () => {
    expect(
      fisherExact([
        [0, 0],
        [0, 0],
      ]).twoSided,
    ).toBe(1);
  });
});

describe("kaplanMeier", () => {
  const read = (text: string) => {
    const marks = text.split(" ");
    return kaplanMeier(
      marks.map((mark) => parseFloat(mark)),
      marks.map((mark) => !mark.endsWith("+")),
    );
  };

  test("gives the maintained group of survival::aml (R: survfit, conf.type = log)", () => {
    const curve = read("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
    const expected = [0.909091, 0.818182, 0.715909, 0.613636, 0.490909, 0.368182, 0.184091];
    expect(curve.steps.map(({ time }) => time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    for (const [i, survival] of expected.entries()) expect(curve.steps[i]?.survival).toBeCloseTo(survival, 6);
    expect(curve.median).toEqual({ value: 31, low: 18, high: Infinity });
  });

  test("gives the other group, whose curve reaches zero", () => {
    const curve = read("5 5 8 8 12 16+ 23 27 30 33 43 45");
    const expected = [0.833333, 0.666667, 0.583333, 0.486111, 0.388889, 0.291667, 0.194444, 0.0972222, 0];
    for (const [i, survival] of expected.entries()) expect(curve.steps[i]?.survival).toBeCloseTo(survival, 6);
    expect(curve.median).toEqual({ value: 23, low: 8, high: Infinity });
  });

  test("has no step and no median where everybody is censored", () => {
    expect(read("3+ 4+")).toEqual({ steps: [], median: { value: Infinity, low: Infinity, high: Infinity } });
  });
});
