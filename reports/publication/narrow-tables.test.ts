import { expect, test } from "vitest";
import type { Table } from "../section.ts";
import { narrowTables } from "./narrow-tables.ts";

const table = (id: string, keys: readonly string[], rows: Table["rows"]): Table => ({
  id,
  title: id,
  columns: keys.map((key) => ({ key, label: key, unit: "" })),
  rows,
  notes: ["En not."],
  labels: {},
});

const tables = {
  totals: table(
    "totals",
    ["municipality", "n"],
    [
      { municipality: "1492", n: 1 },
      { municipality: "1487", n: 2 },
      { municipality: "1492", n: 3 },
    ],
  ),
  owners: table("owners", ["owner", "n"], [{ owner: "soc", n: 4 }]),
};

test("only the rows about the municipality are left, in their order, with the columns and notes of the table", () => {
  const { totals } = narrowTables(tables, "1492");
  expect(totals).toEqual({ ...tables.totals, rows: [tables.totals.rows[0], tables.totals.rows[2]] });
});

test("a municipality without rows has none", () => {
  expect(narrowTables(tables, "1488")["totals"]?.rows).toEqual([]);
});

test("a table that tells no municipalities apart stays whole", () => {
  expect(narrowTables(tables, "1492")["owners"]).toBe(tables.owners);
});

test("a row for all municipalities is about none of them", () => {
  const all = { totals: { ...tables.totals, rows: [{ municipality: { missing: "not_applicable" } as const, n: 9 }] } };
  expect(narrowTables(all, "1492")["totals"]?.rows).toEqual([]);
});
