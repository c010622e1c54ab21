import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentityNumber, identityNumbersIn } from "./identity-number.ts";

describe("findIdentityNumber", () => {
  // Skatteverket's own example of a personnummer (SKV 704): 811218-9876.
  // Check digit by hand, doubling every other digit from the first:
  //   8·2=16→7  1  1·2=2  2  1·2=2  8  9·2=18→9  8  7·2=14→5   sum 44, and 50 − 44 = 6.
  // Skatteverket's own example of a samordningsnummer (SKV 707): 701063-2391, born on the third (63 − 60).
  //   7·2=14→5  0  1·2=2  0  6·2=12→3  3  2·2=4  3  9·2=18→9   sum 29, and 30 − 29 = 1.
  test.each([
    ["811218-9876", "811218-9876"],
    ["Ring 8112189876 i morgon", "8112189876"],
    ["19811218-9876", "19811218-9876"],
    ["198112189876.", "198112189876"],
    ["hundra år: 121212+1212", "121212+1212"],
    ["1981-12-18-9876", "1981-12-18-9876"],
    ["811218 9876", "811218 9876"],
    ["811218–9876", "811218–9876"],
    ["samordningsnummer 701063-2391", "701063-2391"],
    ["19701063-2391", "19701063-2391"],
    ["2000 personer, 811218-9876 och 3", "811218-9876"],
  ])("finds the number in “%s”", (text, found) => {
    expect(findIdentityNumber(text)).toBe(found);
  });

  test.each([
    ["wrong check digit", "811218-9877"],
    ["a day that does not exist", "810230-9870"],
    ["a month that does not exist", "811318-9875"],
    ["a telephone number with a wrong month", "070-913 45 67"],
    ["an organisation number", "556016-0680"],
    ["a date and a number of persons", "2026-11-21: 40 personer"],
    ["more digits around it", "98112189876123"],
    ["nine digits", "811218987"],
    ["no digits", "Tio personer i åldern sexton till tjugofem år"],
    ["nothing", ""],
  ])("leaves %s alone", (_, text) => {
    expect(findIdentityNumber(text)).toBeUndefined();
  });

  test("takes exactly one of ten last digits for a right one", () => {
    const month = fc.integer({ min: 1, max: 12 });
    const parts = fc.tuple(fc.integer({ min: 10, max: 99 }), month, fc.integer({ min: 1, max: 28 }), fc.nat(999));
    fc.assert(
      fc.property(parts, fc.constantFrom(0, 60), ([year, monthOfYear, day, number], added) => {
        const two = (n: number): string => String(n).padStart(2, "0");
        const stem = `${year}${two(monthOfYear)}${two(day + added)}-${String(number).padStart(3, "0")}`;
        const found = [...Array(10).keys()].filter((digit) => findIdentityNumber(stem + digit) !== undefined);
        expect(found).toHaveLength(1);
      }),
    );
  });
});

describe("identityNumbersIn", () => {
  test("names the questions whose values hold one, at any depth, in texts, numbers and row names", () => {
    const answers = {
      inclusion_note: "för 811218-9876",
      iv_details: { outreach: { note: ["ja", "701063-2391"] } },
      n_known: 8112189876,
      grid: { "811218-9876": 1 },
      open_comment: "inget",
      n_caseload_age: 1234567890,
    };
    expect(identityNumbersIn(answers)).toEqual(["inclusion_note", "iv_details", "n_known", "grid"]);
  });

  test("does not repeat a question name that is an identity number itself", () => {
    expect(identityNumbersIn({ "811218-9876": "x" })).toEqual([""]);
  });

  test("finds nothing where nothing is", () => {
    expect(identityNumbersIn({})).toEqual([]);
  });
});
