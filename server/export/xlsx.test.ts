import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Sheet, writeXlsx } from "./xlsx.ts";

function open(sheets: readonly Sheet[]): Record<string, string> {
  const files = unzipSync(new Uint8Array(Buffer.concat([...writeXlsx(sheets)])));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

test("cells keep their type, and a text that looks like a formula stays a text", () => {
  const files = open([
    { name: "Ett", header: ["a"], rows: [[12, "=1+1", true, { share: 0.25 }, "<&\u0001", Infinity]] },
  ]);
  const sheet = files["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toContain("<c><v>12</v></c>");
  expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  expect(sheet).toContain('<c t="b"><v>1</v></c>');
  expect(sheet).toContain('<c s="2"><v>0.25</v></c>');
  expect(sheet).toContain("&lt;&amp;\uFFFD");
  expect(sheet).not.toContain("<f>");
});

test("sheet names that Excel refuses are made valid and different", () => {
  const name = "Ett mycket långt namn på en flik: a/b";
  const workbook = open([name, name].map((each) => ({ name: each, header: [], rows: [] })))["xl/workbook.xml"] ?? "";
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, each]) => each ?? "");
  expect(new Set(names).size).toBe(2);
  for (const each of names) {
    expect(each.length).toBeLessThanOrEqual(31);
    expect(each).not.toMatch(/[:/]/);
  }
});

test("the same rows give the same bytes, and many rows come in pieces", () => {
  const sheet = (): Sheet => ({
    name: "Stor",
    header: ["n"],
    rows: Array.from({ length: 20_000 }, (_, i) => [i, `text ${i}`]),
  });
  const chunks = [...writeXlsx([sheet()])];
  expect(chunks.length).toBeGreaterThan(5);
  expect(Buffer.concat(chunks).equals(Buffer.concat([...writeXlsx([sheet()])]))).toBe(true);
});
