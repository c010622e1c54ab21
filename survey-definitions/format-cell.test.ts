import { expect, test } from "vitest";
import { formatCell, formatNumber } from "./format-cell.ts";
import { findVariable } from "./arrange.ts";
import type { Cell } from "./dictionary.ts";
import { swedishPeriod } from "./swedish-date.ts";
import { variables } from "../tests/fixtures/fielded-party.ts";

const cases: readonly (readonly [string, Cell, string])[] = [
  ["n_known", { value: 12345 }, "12\u00A0345\u00A0personer"],
  ["n_known", { missing: "cannot_state" }, "kan inte anges"],
  ["trend_3y", { value: "increased_much" }, "Ökat mycket"],
  ["iv_missing", { value: ["outreach", "cbt_treatment"] }, "Stöd outreach, Stöd cbt_treatment"],
  ["problem_top3", { value: ["housing", "economy"] }, "1. Boende, 2. Ekonomi"],
  ["ref_date", { value: "2026-11-21" }, "21 november 2026"],
  ["open_comment", { value: "Fri text" }, "Fri text"],
  ["trend_3y", { value: "retired_code" }, "retired_code"],
];

test.each(cases)("%s %j reads as “%s”", (name, cell, text) => {
  const variable = findVariable(variables, name);
  if (!variable) throw new Error(name);
  expect(formatCell(variable, cell)).toBe(text);
});

test("numbers have a decimal comma and no-break spaces between thousands", () => {
  expect([0, 999, 1000, 1234567.25, -4.5].map(formatNumber)).toEqual([
    "0",
    "999",
    "1\u00A0000",
    "1\u00A0234\u00A0567,25",
    "−4,5",
  ]);
});

test("a period names its year once, or at both ends", () => {
  expect(swedishPeriod("2026-01-01", "2026-12-31")).toBe("1 januari–31 december 2026");
  expect(swedishPeriod("2025-07-01", "2026-06-30")).toBe("1 juli 2025 – 30 juni 2026");
});
