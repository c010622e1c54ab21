import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("the text is that of RFC 8785, as the package canonicalize writes it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 500 },
  );
});

test.each([
  // Expected: RFC 8785, section 3.2.2 and 3.2.3, on the same input
  [
    { numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001] },
    '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  ],
  [
    { "\u20ac": "Euro Sign", "\r": "Carriage Return", "1": "One", "\u0080": "Control" },
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u20ac":"Euro Sign"}',
  ],
  [{ "10": 1, "9": 2 }, '{"10":1,"9":2}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [{}, "{}"],
])("%j", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test("half a surrogate pair is kept as it was sent", () => {
  expect(JSON.parse(canonicalJson({ text: "a\ud800b" }))).toEqual({ text: "a\ud800b" });
});
