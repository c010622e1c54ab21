/** Expected: the published or calculated case stands at each test. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exclusiveIntersections } from "./exclusive-intersections.ts";
import { divergingEnds, summariseLikert } from "./likert.ts";
import { responseRates } from "./response-rates.ts";

const digits = (text: string) => text.split(" ").map(Number);

describe("summariseLikert", () => {
  test("of 5 10 20 40 25 has net +50, median 4, interpolated median 3.5 + (50 − 35)/40 = 3.875", () => {
    expect(summariseLikert([5, 10, 20, 40, 25])).toEqual({
      n: 100,
      shares: [0.05, 0.1, 0.2, 0.4, 0.25],
      net: 50,
      median: 4,
      // A quarter is reached within category 3 (15 below, 35 with it); three quarters exactly at the end of 4.
      lowerQuartile: 3,
      upperQuartile: 4.5,
      interpolatedMedian: 3.875,
    });
  });

  test("takes the mean of the two middle answers", () => {
    expect(summariseLikert([0, 2, 0, 2, 0])).toMatchObject({ median: 3, interpolatedMedian: 3, net: 0 });
    expect(summariseLikert([1, 1])).toMatchObject({ median: 1.5, net: 0 });
  });

  test("splits a scale without a middle in two halves: (30 + 40 − 10 − 20)/100", () => {
    expect(summariseLikert([10, 20, 30, 40])?.net).toBe(40);
  });

  test("of one answer is that answer", () => {
    expect(summariseLikert([0, 0, 0, 1, 0])).toMatchObject({
      n: 1,
      net: 100,
      median: 4,
      lowerQuartile: 4,
      upperQuartile: 4,
      interpolatedMedian: 4,
    });
  });

  test("is not defined without answers, and needs two categories", () => {
    expect(summariseLikert([0, 0, 0])).toBeUndefined();
    expect(() => summariseLikert([3])).toThrow("fewer than two");
    expect(() => summariseLikert([3, -1])).toThrow("not a number");
  });

  const scales = fc.array(fc.nat(60), { minLength: 2, maxLength: 7 });
  test("has the median of the answers laid out in a row (R: quantile type 2)", () => {
    fc.assert(
      fc.property(scales, (counts) => {
        const answers = counts.flatMap((count, i) => Array.from({ length: count }, () => i + 1));
        const found = summariseLikert(counts);
        const at = (share: number) => {
          const place = share * answers.length;
          return Number.isInteger(place)
            ? ((answers[place - 1] ?? 0) + (answers[place] ?? 0)) / 2
            : answers[Math.ceil(place) - 1];
        };
        if (found === undefined) return;
        expect([found.lowerQuartile, found.median, found.upperQuartile]).toEqual([at(0.25), at(0.5), at(0.75)]);
        expect(Math.abs(found.interpolatedMedian - found.median)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test("does not change when every count is doubled, and turns with the scale", () => {
    fc.assert(
      fc.property(scales, (counts) => {
        const found = summariseLikert(counts);
        if (found === undefined) return;
        const { n: _, ...shares } = found;
        expect(summariseLikert(counts.map((count) => 2 * count))).toMatchObject(shares);
        const turned = summariseLikert([...counts].reverse());
        expect(turned?.net).toBeCloseTo(-found.net, 9);
        expect(turned?.median).toBe(counts.length + 1 - found.median);
      }),
    );
  });
});

describe("divergingEnds", () => {
  test("of five levels lie 42 % to the left and 58 % to the right: 8 + 24 + 20/2", () => {
    const found = divergingEnds(digits("2 6 5 9 3"));
    expect(found?.left).toBeCloseTo(-0.42, 12);
    expect(found?.right).toBeCloseTo(0.58, 12);
  });

  test("of four levels have no middle to split", () => {
    expect(divergingEnds(digits("10 20 30 40"))).toEqual({ left: -0.3, right: 0.7 });
    expect(divergingEnds([0, 0])).toBeUndefined();
  });

  test("are half the net apart from the middle", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 7 }), (counts) => {
        const [ends, summary] = [divergingEnds(counts), summariseLikert(counts)];
        if (ends === undefined || summary === undefined) return;
        expect(ends.right - ends.left).toBeCloseTo(1, 12);
        expect(100 * (ends.right + ends.left)).toBeCloseTo(summary.net, 9);
      }),
    );
  });
});

describe("responseRates", () => {
  const units = { complete: 0, partial: 0, declined: 0, notReached: 0, other: 0, unknown: 0 };

  test("of 100 complete and 20 not reached are all 83.3 %", () => {
    for (const rate of Object.values(responseRates({ ...units, complete: 100, notReached: 20 }, 1)))
      expect(rate).toBeCloseTo(0.8333, 4);
  });

  test("of I60 P10 R10 NC15 U5 with e = 0.8 are .600 .700 .606 .707 .632 .737", () => {
    const rates = responseRates({ ...units, complete: 60, partial: 10, declined: 10, notReached: 15, unknown: 5 }, 0.8);
    const expected = { rr1: 0.6, rr2: 0.7, rr3: 0.606, rr4: 0.707, rr5: 0.632, rr6: 0.737 };
    expect(Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, Number(rate?.toFixed(3))]))).toEqual(
      expected,
    );
  });

  test("are not defined where nothing is known, and refuse what is no number of units", () => {
    expect(responseRates({ ...units, unknown: 3 }, 0)).toMatchObject({ rr1: 0, rr3: undefined, rr5: undefined });
    expect(() => responseRates({ ...units, partial: -1 }, 0.5)).toThrow("invalid partial");
    expect(() => responseRates(units, 1.1)).toThrow("invalid eligible");
  });

  test("grow from 1 over 3 to 5, and with partial answers", () => {
    const n = fc.integer({ min: 0, max: 50 });
    const all = fc.record({ complete: n, partial: n, declined: n, notReached: n, other: n, unknown: n });
    fc.assert(
      fc.property(all, fc.double({ min: 0, max: 1, noNaN: true }), (dispositions, e) => {
        const { rr1, rr2, rr3, rr4, rr5, rr6 } = responseRates(dispositions, e);
        if (rr1 === undefined || rr2 === undefined || rr3 === undefined || rr4 === undefined) return;
        if (rr5 === undefined || rr6 === undefined) return;
        const sorted = [rr1, rr3, rr5];
        expect([...sorted].sort((a, b) => a - b)).toEqual(sorted);
        expect(rr2).toBeGreaterThanOrEqual(rr1);
        expect(rr4).toBeGreaterThanOrEqual(rr3);
        expect(rr6).toBeGreaterThanOrEqual(rr5);
      }),
    );
  });
});

describe("exclusiveIntersections", () => {
  test("of UpSetR's example are 4, then 2 2 2, then 1 1 1", () => {
    const sets = [
      { id: "one", elements: digits("1 2 3 5 7 8 11 12 13") },
      { id: "two", elements: digits("1 2 4 5 10") },
      { id: "three", elements: digits("1 5 6 7 8 9 10 12 13") },
    ];
    expect(exclusiveIntersections(sets).map(({ members, n }) => `${members.join("&")}=${n}`)).toEqual([
      "one&three=4",
      "one=2",
      "three=2",
      "one&two&three=2",
      "two=1",
      "one&two=1",
      "two&three=1",
    ]);
  });

  test("of nothing are none, and an element counts once in a set", () => {
    expect(exclusiveIntersections([])).toEqual([]);
    expect(exclusiveIntersections([{ id: "a", elements: ["x", "x"] }])).toEqual([{ members: ["a"], n: 1 }]);
    const many = Array.from({ length: 31 }, (_, i) => ({ id: String(i), elements: [] }));
    expect(() => exclusiveIntersections(many)).toThrow("more than 30");
  });

  test("add up to the sizes of the sets and to all elements", () => {
    const element = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 25 });
    fc.assert(
      fc.property(element, element, element, (...elements) => {
        const sets = elements.map((members, i) => ({ id: "abc"[i] ?? "", elements: members }));
        const found = exclusiveIntersections(sets);
        const sum = (of: typeof found) => of.reduce((total, { n }) => total + n, 0);
        expect(sum(found)).toBe(new Set(elements.flat()).size);
        for (const { id, elements: members } of sets)
          expect(sum(found.filter((pattern) => pattern.members.includes(id)))).toBe(new Set(members).size);
      }),
    );
  });
});
