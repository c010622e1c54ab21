import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { mergeAnswers, mergeShown } from "./merge-answers.ts";

test.each([
  [
    "both sides' changes to different questions are kept",
    { a: 1, b: 1 },
    { a: 2, b: 1 },
    { a: 1, b: 2 },
    { a: 2, b: 2 },
  ],
  [
    "the same change on both sides is no conflict",
    { a: 1 },
    { a: { x: 1, y: 2 } },
    { a: { y: 2, x: 1 } },
    { a: { x: 1, y: 2 } },
  ],
  ["an answer that one side takes away goes", { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, { b: 2 }],
  ["an answer that both take away goes", { a: 1 }, {}, {}, {}],
  ["a first save on both sides is put together", {}, { a: 1 }, { b: 1 }, { a: 1, b: 1 }],
  [
    "a question may be named as something every object has",
    {},
    { constructor: 1 },
    { toString: 2 },
    { constructor: 1, toString: 2 },
  ],
])("%s", (_, base, mine, theirs, answers) => {
  expect(mergeAnswers(base, mine, theirs)).toEqual({ answers, conflicts: [] });
});

test.each([
  ["both changed it to different values", { a: 1 }, { a: 2 }, { a: 3 }],
  ["one took away what the other changed", { a: 1 }, {}, { a: 3 }],
  ["both answered it first, differently", {}, { a: [1, 2] }, { a: [2, 1] }],
  ["different rows of one matrix: a question is never mixed", { a: {} }, { a: { x: 1 } }, { a: { y: 1 } }],
])("a question is a conflict when %s", (_, base, mine, theirs) => {
  expect(mergeAnswers(base, mine, theirs).conflicts).toEqual(["a"]);
});

const answers = fc.dictionary(
  fc.constantFrom("a", "b", "c", "__proto__", "constructor"),
  fc.jsonValue({ maxDepth: 2 }),
);
const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

test("when only one side changed something, the result is that side", () => {
  fc.assert(
    fc.property(answers, answers, (base, mine) => {
      expect(same(mergeAnswers(base, mine, base).answers, mine)).toBe(true);
      expect(same(mergeAnswers(base, base, mine).answers, mine)).toBe(true);
      expect(mergeAnswers(base, mine, mine).conflicts).toEqual([]);
    }),
  );
});

test("who saves first makes no difference, and every question is as one of the two left it", () => {
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const one = mergeAnswers(base, mine, theirs);
      const other = mergeAnswers(base, theirs, mine);
      expect([...one.conflicts].sort()).toEqual([...other.conflicts].sort());
      if (one.conflicts.length > 0) return;
      expect(same(one.answers, other.answers)).toBe(true);
      for (const [key, value] of Object.entries(one.answers)) {
        expect([mine, theirs].some((side) => Object.hasOwn(side, key) && same(side[key], value))).toBe(true);
      }
    }),
  );
});

test("what each side made visible or hid since the base is carried over", () => {
  expect(mergeShown(["a", "b"], ["a", "c"], ["a", "b", "d"])).toEqual(["a", "d", "c"]);
});
