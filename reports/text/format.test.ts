import { describe, expect, test } from "vitest";
import { compareSwedish } from "./compare-swedish.ts";
import {
  cleanText,
  counted,
  formatDate,
  formatFixed,
  formatList,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatRange,
  formatShortList,
  inSentence,
  percentInWords,
} from "./format.ts";

describe("numbers", () => {
  // Expected: Intl of Node for sv-SE, in which Node and browsers agree.
  test.each([0, 1, -1, 12.34, -0.04, 999.96, 1000, 12_345, 1_234_567.891, -98_765.4])(
    "%d agrees with Intl",
    (value) => {
      const intl = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 1, signDisplay: "negative" });
      expect(formatNumber(value, 1)).toBe(intl.format(value));
    },
  );
  test.each([0, 0.004, 0.256, 0.41, 1])("the share %d agrees with Intl", (share) => {
    const intl = new Intl.NumberFormat("sv-SE", { style: "percent", maximumFractionDigits: 0 });
    expect(formatPercent(share)).toBe(intl.format(share));
  });
  test("figures under each other have equally many decimals", () => {
    expect([50, 33.333, 0.25, 1200].map((value) => formatFixed(value, 1))).toEqual([
      "50,0",
      "33,3",
      "0,3",
      "1\u00a0200,0",
    ]);
    expect(formatFixed(7, 0)).toBe("7");
  });
  test("a half is rounded up although its product falls short of it", () => {
    expect(0.285 * 100).toBeLessThan(28.5);
    expect(percentInWords(0.285)).toBe("29 procent");
  });
  test("what is not finite is refused", () => {
    expect(() => formatNumber(Number.NaN)).toThrow("invalid value; not finite: NaN");
  });
  test("a range has an en dash, one number when its ends are equal, and words when it has no end", () => {
    expect([formatRange(61, 118), formatRange(5, 5), formatRange(180, "∞")]).toEqual(["61–118", "5", "över 180"]);
  });
});

describe("dates", () => {
  test("a date is written with the name of the month", () => {
    expect(formatDate("2026-11-21")).toBe("21 november 2026");
    expect(() => formatDate("2026-13-01")).toThrow("invalid date");
  });
  test.each([
    ["2026-01-01", "2026-12-31", "2026"],
    ["2026-03-01", "2026-03-31", "1–31 mars 2026"],
    ["2026-03-01", "2026-04-30", "1 mars–30 april 2026"],
    ["2025-12-01", "2026-01-31", "1 december 2025–31 januari 2026"],
    ["2026-05-04", "2026-05-04", "4 maj 2026"],
  ])("the period %s to %s is %s", (from, to, text) => {
    expect(formatPeriod(from, to)).toBe(text);
  });
});

describe("words", () => {
  test("a list ends with och", () => {
    expect([formatList([]), formatList(["a"]), formatList(["a", "b"]), formatList(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a och b",
      "a, b och c",
    ]);
  });
  test("a long list says how many are left", () => {
    expect(formatShortList(["a", "b", "c", "d"], 2)).toBe("a, b och 2 till");
    expect(formatShortList(["a", "b", "c"], 2)).toBe("a, b och c");
  });
  test("counts are words up to twelve and follow the noun", () => {
    const party = ["part", "parter"] as const;
    expect([0, 1, 7, 12, 13, 1200].map((n) => counted(n, party))).toEqual([
      "ingen part",
      "en part",
      "sju parter",
      "tolv parter",
      "13 parter",
      "1\u00a0200 parter",
    ]);
    expect([counted(1, ["svar", "svar"], true), counted(0, ["svar", "svar"], true)]).toEqual([
      "ett svar",
      "inget svar",
    ]);
  });
  test("an abbreviation keeps its capitals inside a sentence", () => {
    expect([inSentence("Boende"), inSentence("KBT-behandling"), inSentence("BUP")]).toEqual([
      "boende",
      "KBT-behandling",
      "BUP",
    ]);
  });
  test("control characters are removed and no-break spaces stay", () => {
    expect(cleanText("a\u0000b\u0007c\nd\u00a0e")).toBe("abc d\u00a0e");
  });
});

test("names are ordered as in Swedish: å, ä, ö last, accents and case ignored, numbers by value", () => {
  const names = ["Östra 10", "Zackes", "Åmål", "Ärla", "Östra 9", "Élan", "Eda", "Emil", "arvika", "Ängelholm"];
  expect(names.sort(compareSwedish)).toEqual([
    "arvika",
    "Eda",
    "Élan",
    "Emil",
    "Zackes",
    "Åmål",
    "Ängelholm",
    "Ärla",
    "Östra 9",
    "Östra 10",
  ]);
});
