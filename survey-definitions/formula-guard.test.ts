import fc from "fast-check";
import { expect, test } from "vitest";
import { guardFormula, unguardFormula } from "./formula-guard.ts";

test.each([
  "=1+1",
  "+46 70 123 45 67",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1;1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\tindraget",
  "  =1+1",
  "\u00a0=1+1",
  "\ufeff=1+1",
  "\u200b=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "﹦1+1",
  "'=1+1",
  "''=1+1",
])("an apostrophe stops %j", (text) => {
  expect(guardFormula(text)).toBe(`'${text}`);
});

test.each(["", "Socialtjänsten", "1–3 dagar", "–", "−5", "a=b", "'citat'", "O'Brien", "100 %", "!dont_know"])(
  "%j is no formula and stays as it is",
  (text) => {
    expect(guardFormula(text)).toBe(text);
  },
);

test("every text comes back as it was", () => {
  const sign = fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "＝", "\ufeff", "a", "1");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: sign, maxLength: 6 }), fc.string()), (text) => {
      expect(unguardFormula(guardFormula(text))).toBe(text);
    }),
  );
});
