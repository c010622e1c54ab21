import fc from "fast-check";
import { expect, test } from "vitest";
import { measure } from "./measure.ts";
import { longestWord, wrap } from "./wrap.ts";

// Expected: Chromium, getBoundingClientRect at 1000 px with font-kerning: none: A 544, m 829, å 504, 1 497.
test("a text is as wide as the sum of the font's advance widths", () => {
  expect(measure("Am", 10)).toBeCloseTo(5.44 + 8.29, 10);
  expect(measure("å1", 20)).toBeCloseTo(10.08 + 9.94, 10);
});

test("a character that the table lacks counts as the widest", () => {
  expect(measure("ש", 10)).toBeGreaterThanOrEqual(measure("W", 10));
});

test("lines break at spaces and after hyphens, not inside a range", () => {
  expect(wrap("ett två-tre 61–118", measure("ett två-", 10), 10)).toEqual(["ett två-", "tre", "61–118"]);
});

test("a no-break space holds a number together", () => {
  expect(wrap("högst 12\u00a0345 personer", measure("personer", 10) + 1, 10)).toEqual([
    "högst",
    "12\u00a0345",
    "personer",
  ]);
});

test("a word wider than a line is broken between letters and nothing is lost", () => {
  const lines = wrap("Försäkringskassan", 40, 12);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).toBe("Försäkringskassan");
});

test("no line is wider than asked for and no letter is lost", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."abcWåäö -–/,.12\u00a0"), maxLength: 80 }),
      fc.integer({ min: 20, max: 200 }),
      (text, width) => {
        const lines = wrap(text, width, 14);
        for (const line of lines) expect(measure(line, 14)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      },
    ),
  );
});

test("the longest word is what a column must hold", () => {
  expect(longestWord("Barn- och ungdomspsykiatri", 10)).toBe(measure("ungdomspsykiatri", 10));
});
