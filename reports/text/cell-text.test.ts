import { expect, test } from "vitest";
import type { TableCell, TableColumn } from "../section.ts";
import { cellText } from "./cell-text.ts";

const column = (unit: string, key = "x"): TableColumn => ({ key, label: "X", unit });
const labels = { x: { bup: "BUP", ifo: "Socialtjänsten" } };

test.each<[string, TableCell | undefined, string, string]>([
  ["a number of persons", 12345, "persons", "12\u00a0345"],
  ["a share", 0.41, "share", "41\u00a0%"],
  ["a rate", 3.456, "per 1 000", "3,46"],
  ["a number below zero", -8, "percentage points", "\u22128"],
  ["yes", true, "", "ja"],
  ["no upper end", "∞", "persons", "ingen övre gräns"],
  ["a missing value, in words", { missing: "too_early" }, "persons", "för tidigt att bedöma"],
  ["a code, as its label", "bup", "code", "BUP"],
  ["several codes", "bup|ifo", "code", "BUP, Socialtjänsten"],
  ["a text that is no code", "Fritext", "", "Fritext"],
  ["a cell that is not there", undefined, "", "–"],
])("%s", (_, cell, unit, expected) => {
  expect(cellText(cell, column(unit), labels)).toBe(expected);
});
