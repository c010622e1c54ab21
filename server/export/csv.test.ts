import { expect, test } from "vitest";
import type { Table } from "../../reports/section.ts";
import { csvLine, tableCsv } from "./csv.ts";

const table: Table = {
  id: "counts",
  title: "Antal",
  columns: [
    { key: "party", label: "Part", unit: "code" },
    { key: "net", label: "=Netto", unit: "points" },
    { key: "note", label: "Not", unit: "" },
  ],
  rows: [
    { party: "bup", net: -12.5, note: "=HYPERLINK(1)" },
    { party: "bup", net: "∞", note: 'två "ord", ett' },
    { party: "bup", net: { missing: "dont_know" }, note: true },
  ],
  notes: [],
  labels: { party: { bup: "+BUP" } },
};

test("plain: ids, numbers as they are, reasons as !reason, RFC 4180", () => {
  expect(tableCsv(table, { excel: false })).toBe(
    ["party,net,note", "bup,-12.5,'=HYPERLINK(1)", 'bup,∞,"två ""ord"", ett"', "bup,!dont_know,true", ""].join("\r\n"),
  );
});

test("for Swedish Excel: a mark, semicolons, decimal commas, words, and no formula but numbers below zero", () => {
  expect(tableCsv(table, { excel: true })).toBe(
    ["\uFEFFPart;'=Netto;Not", "'+BUP;-12,5;'=HYPERLINK(1)", `'+BUP;∞;"två ""ord"", ett"`, "'+BUP;vet ej;ja", ""].join(
      "\r\n",
    ),
  );
});

test("a field with its separator, quotes, line breaks or outer blanks is quoted", () => {
  expect(csvLine(["a,b", 'c"d', "e\nf", " g", "h;i", ""])).toBe('"a,b","c""d","e\nf"," g",h;i,\r\n');
});
