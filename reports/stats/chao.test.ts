/** Expected: domain values checked by hand from the formulas, which stand at each case. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chao, chaoObjections, personsByLists, personsByParties } from "./chao.ts";
import { captureTable } from "./list-patterns.ts";

describe("chao", () => {
  test("gives the bounds of the hepatitis lists", () => {
    const found = chao(187, 56, 271);
    // 271 + 187²/(2·56) and 271/(1 − e^(−2·56/187))
    expect(found.lowerBound).toBeCloseTo(583.22, 2);
    expect(found.zelterman).toBeCloseTo(601.42, 2);
    // 271 + 187·186/(2·57)
    expect(found.biasCorrected).toBeCloseTo(576.11, 2);
    // √(56·(r⁴/4 + r³ + r²/2)), r = 187/56: 56·(31.084 + 37.235 + 5.575) = 4138.1
    expect(found.se).toBeCloseTo(64.33, 2);
    // C = exp(1.96 √ln(1 + 4138.1/312.22²)) = 1.4923: 271 + 312.22/C and 271 + 312.22·C
    expect(found.low).toBeCloseTo(480.22, 0);
    expect(found.high).toBeCloseTo(736.93, 0);
  });

  test("has no bound where nobody is known to two, and nobody unseen where nobody is known to one", () => {
    expect(chao(3, 0, 3)).toEqual({
      lowerBound: Infinity,
      biasCorrected: 6,
      zelterman: Infinity,
      se: undefined,
      low: undefined,
      high: undefined,
    });
    expect(chao(0, 4, 9)).toMatchObject({ lowerBound: 9, zelterman: 9, low: 9, high: 9 });
    expect(chao(0, 0, 0).lowerBound).toBe(0);
  });

  test("refuses counts that cannot be", () => {
    expect(() => chao(3, 2, 4)).toThrow("invalid persons");
    expect(() => chao(1.5, 2, 4)).toThrow("invalid once");
  });

  test("doubles with the counts, and lies above the persons seen", () => {
    const count = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(count, count, count, (once, twice, more) => {
        const [single, double] = [
          chao(once, twice, once + twice + more),
          chao(2 * once, 2 * twice, 2 * (once + twice + more)),
        ];
        expect(double.lowerBound).toBeCloseTo(2 * single.lowerBound, 8);
        expect(double.zelterman).toBeCloseTo(2 * single.zelterman, 6);
        expect(single.lowerBound).toBeGreaterThan(once + twice + more);
      }),
    );
  });
});

describe("chaoObjections", () => {
  const fine = { parties: 3, answered: 3, once: 187, twice: 56, thrice: 28 };

  test("has none against the hepatitis lists: 2·56/(2·187) = 0.30 is below 3·28/56 = 1.5", () => {
    expect(chaoObjections(fine)).toEqual([]);
  });

  test.each([
    [{ parties: 2, answered: 2 }, ["fewer-than-three-parties"]],
    [{ answered: 2 }, ["party-missing"]],
    [{ twice: 4 }, ["too-few-twice"]],
    // 2·56/(2·187) = 0.30 is above 3·5/56 = 0.27
    [{ thrice: 5 }, ["not-a-mixture"]],
    [{ once: 0, twice: 0, thrice: 0 }, ["too-few-twice"]],
  ])("objects to %j: %j", (changed, objections) => {
    expect(chaoObjections({ ...fine, ...changed })).toEqual(objections);
  });

  test("does not hold for populations in which each party knows a person by that person's own chance", () => {
    // Expected counts of a mixture of two kinds of persons over k parties; f1, f2, f3 are not rounded.
    const chance = fc.double({ min: 0.05, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 8 }), chance, chance, chance, (k, p, q, share) => {
        const choose = (n: number) => [1, k, (k * (k - 1)) / 2, (k * (k - 1) * (k - 2)) / 6][n] ?? 0;
        const known = (n: number) =>
          1e6 * choose(n) * (share * p ** n * (1 - p) ** (k - n) + (1 - share) * q ** n * (1 - q) ** (k - n));
        const found = chaoObjections({
          parties: k,
          answered: k,
          once: known(1) * (1 + 1e-9),
          twice: known(2),
          thrice: known(3) * (1 + 1e-9),
        });
        expect(found.filter((objection) => objection === "not-a-mixture")).toEqual([]);
      }),
    );
  });
});

test("persons by how many lists know them are counted from the patterns", () => {
  const table = captureTable(
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
  expect(personsByLists(table)).toEqual([0, 187, 56, 28]);
});

describe("personsByParties", () => {
  test("divides what k parties say of the same persons by k", () => {
    // Seven known to one party; the two that both know are in both answers.
    expect(
      personsByParties([
        [3, 2],
        [4, 2],
      ]),
    ).toEqual([0, 7, 2]);
    expect(personsByParties([])).toEqual([0]);
    expect(() => personsByParties([[-1]])).toThrow("invalid count");
  });

  test("gives back the persons of a simulated population", () => {
    const persons = fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 40 });
    fc.assert(
      fc.property(persons, (masks) => {
        const size = (mask: number) => [0, 1, 2, 3].filter((party) => (mask >> party) & 1).length;
        const stated = [0, 1, 2, 3].map((party) =>
          [1, 2, 3, 4].map((k) => masks.filter((mask) => (mask >> party) & 1 && size(mask) === k).length),
        );
        expect(personsByParties(stated).slice(1)).toEqual(
          [1, 2, 3, 4].map((k) => masks.filter((m) => size(m) === k).length),
        );
      }),
    );
  });
});
