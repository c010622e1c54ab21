import Papa from "papaparse";
import { expect, test } from "vitest";
import type { Table } from "../../reports/section.ts";
import { csvLine, tableCsv } from "./csv.ts";

const table: Table = {
  id: "counts",
  title: "Antal",
  columns: [
    { key: "party", label: "Part", unit: "code" },
    { key: "net", label: "=Netto", unit: "points" },
    { key: "note", label: "Not", unit: "text" },
  ],
  rows: [
    { party: "bup", net: -12.5, note: "=HYPERLINK(1)" },
    { party: "bup|ifo", net: "∞", note: 'två "ord", ett' },
    { party: "bup", net: { missing: "dont_know" }, note: true },
    { party: "bup", net: 0, note: "!dont_know" },
  ],
  notes: [],
  labels: { party: { bup: "+BUP", ifo: "IFO" } },
};

test("plain: ids, numbers as they are, reasons as !reason, RFC 4180", () => {
  expect(tableCsv(table, { excel: false })).toBe(
    [
      "party,net,note",
      "bup,-12.5,'=HYPERLINK(1)",
      'bup|ifo,∞,"två ""ord"", ett"',
      "bup,!dont_know,true",
      "bup,0,!!dont_know",
      "",
    ].join("\r\n"),
  );
});

test("for Swedish Excel: a mark, semicolons, decimal commas, words, and no formula but numbers below zero", () => {
  expect(tableCsv(table, { excel: true })).toBe(
    [
      "\uFEFFPart;'=Netto;Not",
      "'+BUP;-12,5;'=HYPERLINK(1)",
      `'+BUP, IFO;ingen övre gräns;"två ""ord"", ett"`,
      "'+BUP;vet ej;ja",
      "'+BUP;0;!dont_know",
      "",
    ].join("\r\n"),
  );
});

test.each([true, false])(
  "no cell and no heading of any column begins as a formula, except numbers (excel: %s)",
  (excel) => {
    const units = ["", "code", "text", "date", "persons", "share", "percentage points"];
    const texts = ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", " =1", "＝1", "－1"];
    const nasty: Table = {
      ...table,
      columns: units.map((unit, i) => ({ key: `${texts[i] ?? ""}${unit}`, label: `${texts[i] ?? ""}${unit}`, unit })),
      rows: texts.map((text) => Object.fromEntries(units.map((unit, i) => [`${texts[i] ?? ""}${unit}`, text]))),
      labels: {},
    };
    const { data } = Papa.parse<string[]>(tableCsv(nasty, { excel }).replace(/^\uFEFF/, ""), { skipEmptyLines: true });
    expect(data).toHaveLength(texts.length + 1);
    for (const field of data.flat()) expect(field).toMatch(/^'/);
  },
);

test("a number below zero is the same number in every column", () => {
  const columns = ["", "code", "text", "persons", "percentage points"].map((unit) => ({
    key: unit || "x",
    label: "X",
    unit,
  }));
  const numbers: Table = {
    ...table,
    columns,
    rows: [-1, -0.25, -1e21].map((n) => Object.fromEntries(columns.map(({ key }) => [key, n]))),
  };
  const read = (excel: boolean) =>
    Papa.parse<string[]>(tableCsv(numbers, { excel }).replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data.slice(1);
  expect(read(false).map((fields) => fields.map(Number))).toEqual([-1, -0.25, -1e21].map((n) => columns.map(() => n)));
  expect(read(true).map(([field]) => field)).toEqual(["-1", "-0,25", "-1e+21"]);
});

test("a field with its separator, quotes, line breaks or outer blanks is quoted", () => {
  expect(csvLine(["a,b", 'c"d', "e\nf", " g", "h;i", ""])).toBe('"a,b","c""d","e\nf"," g",h;i,\r\n');
});
