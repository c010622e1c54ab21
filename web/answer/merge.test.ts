import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedNames, rebase, sameValue } from "./merge.ts";

const value = fc.jsonValue({ maxDepth: 2 });
const answers = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), value);

describe("comparing answers", () => {
  it("does not mind the order of keys, but that of a list", () => {
    expect(sameValue({ x: 1, y: { z: 2 } }, { y: { z: 2 }, x: 1 })).toBe(true);
    expect(sameValue(["a", "b"], ["b", "a"])).toBe(false);
  });

  it("takes an empty text, list or object for no answer, and zero and false for answers", () => {
    for (const empty of ["", [], {}, { row: "" }, null]) expect(sameValue(empty, undefined)).toBe(true);
    for (const answer of [0, false]) expect(sameValue(answer, undefined)).toBe(false);
  });

  it("finds every value the same as a copy of itself", () => {
    fc.assert(fc.property(value, (one) => sameValue(one, structuredClone(one))));
  });
});

describe("putting my changes on top of somebody else's", () => {
  it("takes a question away that I have emptied", () => {
    expect(rebase({ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 })).toEqual({ b: 2 });
  });

  it("is mine where I changed something, and theirs everywhere else", () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const merged = rebase(base, mine, theirs);
        const changedByMe = new Set(changedNames(base, mine));
        return ["a", "b", "c", "d"].every((name) =>
          sameValue(merged[name], changedByMe.has(name) ? mine[name] : theirs[name]),
        );
      }),
    );
  });
});
