import { describe, expect, test } from "vitest";
import { compileCondition, type Scope } from "./conditions.ts";

const holds = (text: string, scope: Partial<Scope>): boolean => {
  const condition = compileCondition(text);
  if ("refused" in condition) throw new Error(condition.refused);
  return condition.holds({ answers: {}, values: {}, ...scope });
};

describe("compileCondition", () => {
  test.each([
    ["{a} = 'x'", true],
    ["{a} <> 'x'", false],
    ["{grid.outreach} anyof ['available', 'partly']", true],
    ["{grid.nobody} anyof ['available', 'partly']", false],
    ["{n} >= 3 and {n} < 4", true],
    ["{nothing} empty and !({a} empty)", true],
    ["{list} contains 'b' or {n} > 100", true],
    ["{a} = 'y' and {a} = 'x' or {n} = 3", true],
    ["{a} = 'y' and ({a} = 'x' or {n} = 3)", false],
    ["{party_id} <> 'soc'", false],
    ["{row.kind} = 'z'", true],
    ["{item} = 'i'", true],
  ])("%s is %s", (text, expected) => {
    expect(
      holds(text, {
        answers: { a: "x", n: 3, list: ["a", "b"], grid: { outreach: "partly" } },
        values: { party_id: "soc" },
        row: { kind: "z" },
        item: "i",
      }),
    ).toBe(expected);
  });

  test("lists the names that it reads, each once", () => {
    const condition = compileCondition("{a} = 1 and ({b.c} empty or {a} = 2)");
    expect(condition).toMatchObject({ names: ["a", "b.c"] });
  });

  test.each([
    ["", "Villkoret är tomt."],
    ["{a} = ", "Villkoret slutar för tidigt."],
    ["{a} = 'x' 'y'", "Oväntat ”'y'” vid tecken 11."],
    ["({a} = 1", "Villkoret slutar för tidigt."],
    ["age({birth}) > 3", "Det går inte att läsa villkoret från tecken 1"],
    ["{a} + 1 = 2", "Det går inte att läsa villkoret från tecken 5"],
    ["{panel.a} = 1", "Det går inte att läsa villkoret från tecken 1"],
    ["{a[0].b} = 1", "Det går inte att läsa villkoret från tecken 1"],
    ["{#a} = 1", "Det går inte att läsa villkoret från tecken 1"],
    ["{iv.{code}} = 1", "Det går inte att läsa villkoret från tecken 1"],
    ["{a} like 'x'", "Det går inte att läsa villkoret från tecken 5"],
    ["{a} = 'it\\'s'", "Det går inte att läsa villkoret från tecken 7"],
    ["{a} = true", "Det går inte att läsa villkoret från tecken 7"],
  ])("refuses “%s” and says where", (text, why) => {
    expect(compileCondition(text)).toEqual({ refused: expect.stringContaining(why) as unknown });
  });

  test("does not read what every object has", () => {
    expect(holds("{constructor} empty and {grid.toString} empty", { answers: { grid: {} } })).toBe(true);
  });
});
