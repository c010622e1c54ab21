import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { continuedName, isLegalName, sheetNames } from "./xlsx-names.ts";
import { columnName } from "./xlsx-sheet.ts";
import { LONGEST_TEXT } from "./xlsx-text.ts";
import { type Sheet, type SheetCell, writeXlsx } from "./xlsx.ts";

const sheet = (rows: Iterable<readonly SheetCell[]>, more: Partial<Sheet> = {}): Sheet => ({
  name: "Ett",
  above: [],
  header: ["a", "b"],
  widths: [10, 10],
  rows,
  below: [],
  printed: { top: "", foot: "" },
  ...more,
});

const workbook = (sheets: readonly Sheet[]) => ({
  title: "T",
  subject: "S",
  creator: "behovskartan",
  date: "2026-11-22",
  sheets,
});

function open(sheets: readonly Sheet[], mostRows?: number): Record<string, string> {
  const files = unzipSync(new Uint8Array(Buffer.concat([...writeXlsx(workbook(sheets), mostRows)])));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}
const first = "xl/worksheets/sheet1.xml";

test("cells keep their type, and a text that looks like a formula stays a text", () => {
  const xml = open([sheet([[12, "=1+1", true, { value: 0.25, style: "percent" }, "<&\u0001", -7.5, Infinity]])])[first];
  expect(xml).toContain("<c><v>12</v></c>");
  expect(xml).toContain('<c t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  expect(xml).toContain('<c t="b"><v>1</v></c>');
  expect(xml).toMatch(/<c s="\d+"><v>0\.25<\/v><\/c>/);
  expect(xml).toContain("&lt;&amp;\uFFFD");
  expect(xml).toContain("<c><v>-7.5</v></c>");
  expect(xml).toContain(">Infinity<");
  expect(xml).not.toContain("<f>");
});

test("a text that Excel would read as an escaped letter is written so that it stays", () => {
  expect(open([sheet([["_x0041_ och _xyz_"]])])[first]).toContain("_x005F_x0041_ och _xyz_");
});

test("a text that is too long for a cell says so at its end", () => {
  const xml = open([sheet([["å".repeat(40_000)]])])[first] ?? "";
  const text = /preserve">([^<]*å)( …[^<]*)</.exec(xml);
  expect((text?.[1]?.length ?? 0) + (text?.[2]?.length ?? 0)).toBe(LONGEST_TEXT);
  expect(text?.[2]).toContain("40000 tecken");
});

test("a table that is longer than a sheet goes on in further sheets, with the heading and a link", () => {
  const rows = Array.from({ length: 7 }, (_, i) => [i, `rad ${i}`]);
  const files = open([sheet(rows, { below: [{ cells: ["Not"] }] }), sheet([], { name: "Ett (2)" })], 6);
  // Of six rows the heading, the note, the empty line before it and the line that leads on take one each: two are left…
  const kept = Object.entries(files)
    .filter(([path]) => path.startsWith("xl/worksheets"))
    .map(([, xml]) => [...xml.matchAll(/>rad (\d)</g)].map(([, i]) => Number(i)));
  expect(kept.flat()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(files[first]).toContain("Tabellen fortsätter på bladet ”Ett (2) 2”.");
  for (const xml of Object.values(files)) expect([...xml.matchAll(/<row /g)].length).toBeLessThanOrEqual(6);
  const names = [...(files["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  expect(names[0]).toBe("Ett");
  expect(new Set(names).size).toBe(names.length);
});

test("the filter covers the heading and every row, and rows stay under the heading", () => {
  const xml =
    open([
      sheet(
        [
          [1, 2],
          [3, 4],
        ],
        { above: [{ cells: ["Titel"] }], below: [{ cells: ["Not"] }] },
      ),
    ])[first] ?? "";
  expect(xml).toContain('<autoFilter ref="A2:B4"/>');
  expect(xml).toContain('<pane ySplit="2" topLeftCell="A3"');
  expect(xml.indexOf("<autoFilter")).toBeGreaterThan(xml.indexOf("</sheetData>"));
});

test("a link leads to a sheet whose name has an apostrophe", () => {
  const files = open([sheet([[{ value: "dit", style: "link", link: "Bo's" }]]), sheet([], { name: "Bo's" })]);
  expect(files[first]).toContain(`<hyperlink ref="A2" location="'Bo''s'!A1" display="Bo's"/>`);
});

test("names that Excel refuses are refused here", () => {
  for (const name of ["", "a/b", "'a", "a".repeat(32), "History"]) {
    expect(() => [...writeXlsx(workbook([sheet([], { name })]))], name).toThrow(RangeError);
  }
  expect(() => [...writeXlsx(workbook([sheet([]), sheet([], { name: "ETT" })]))]).toThrow(RangeError);
});

describe("sheet names", () => {
  test.each([
    [["1.1 Antal kända i målgruppen"], ["1.1 Antal kända i målgruppen"]],
    [["3.2 Hur många som är kända av flera parter"], ["3.2 Hur många som är kända"]],
    [
      ["=1+1", "=1+1"],
      ["=1+1", "=1+1 2"],
    ],
    [
      ["A/B [c]: d?", "a b c d"],
      ["A B c d", "a b c d 2"],
    ],
    [
      ["'x'", "History", ""],
      ["x", "Blad History", "Blad"],
    ],
  ])("%j become %j", (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names);
  });

  test("many names that begin alike are all different and legal", () => {
    const names = sheetNames(Array.from({ length: 120 }, () => "Ett mycket långt namn på en flik: a/b 👩‍👩‍👧"));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(120);
    expect(names.filter((name) => !isLegalName(name))).toEqual([]);
    expect(isLegalName(continuedName(names[0] ?? "", 12, names))).toBe(true);
  });
});

test("columns are named as in a sheet", () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
});

test("the same rows give the same bytes, and many rows come in pieces", () => {
  const big = () => sheet(Array.from({ length: 20_000 }, (_, i) => [i, `text ${i}`]));
  const chunks = [...writeXlsx(workbook([big()]))];
  expect(chunks.length).toBeGreaterThan(5);
  expect(Buffer.concat(chunks).equals(Buffer.concat([...writeXlsx(workbook([big()]))]))).toBe(true);
});
