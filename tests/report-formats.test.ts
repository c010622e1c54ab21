/** Every section of the example in every format: each file opens and holds what it should. */
import { Resvg } from "@resvg/resvg-js";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { Report, SectionReport } from "../reports/report.ts";
import type { Section } from "../reports/section.ts";
import { sections } from "../reports/sections/index.ts";
import type { ReportOutput } from "../server/report/report-service.ts";
import { renderReport } from "../server/report/render-report.ts";
import { exampleReport } from "./fixtures/example-report.ts";

const { report } = await exampleReport();
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function sheetNames(files: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const workbook = strFromU8(files["xl/workbook.xml"] ?? new Uint8Array());
  return [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name ?? "");
}

function expectSheets(bytes: Uint8Array, tables: number): void {
  const files = unzipSync(bytes);
  const names = sheetNames(files);
  // Before the tables: what is where, and what the figures are.
  expect(names.slice(0, 2)).toEqual(["Innehåll", "Om uppgifterna"]);
  expect(names).toHaveLength(tables + 2);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/);
  names.forEach((_, i) => {
    const sheet = strFromU8(files[`xl/worksheets/sheet${i + 1}.xml`] ?? new Uint8Array());
    expect(sheet).toMatch(/^<\?xml [^>]*\?>\n<worksheet [\s\S]*<\/worksheet>$/);
  });
}

describe.each(sections.map((section) => [section.id, section] as const))("section %s", (id, section) => {
  const found = report.sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id} in the report`);
  const only: Report = { ...report, sections: [found] };
  const render = (output: ReportOutput) => renderReport(only, [section] satisfies readonly Section[], output);

  test("has an answer, tables and a chart in the example", () => {
    expect(found.status).toBe("ok");
    expect(found.tables.length).toBeGreaterThan(0);
    expect(found.charts.length).toBeGreaterThan(0);
    expect(found.sentences.length).toBeGreaterThan(0);
  });

  test("as JSON is read back to the same tables", async () => {
    const read = JSON.parse(text(await render({ format: "json" }))) as { sections: readonly SectionReport[] };
    expect(read.sections[0]?.tables.map((table) => table.rows.length)).toEqual(
      found.tables.map((table) => table.rows.length),
    );
  });

  test("as CSV has the keys as its first line and a line a row, each with as many cells", async () => {
    for (const { id: table, columns, rows } of found.tables) {
      for (const excel of [false, true]) {
        const bytes = text(await render({ format: "csv", table, excel }));
        const { data, errors } = Papa.parse<string[]>(bytes.replace(/^\uFEFF/, ""), {
          delimiter: excel ? ";" : ",",
          skipEmptyLines: true,
        });
        expect(errors).toEqual([]);
        expect(data).toHaveLength(rows.length + 1);
        expect(new Set(data.map((line) => line.length))).toEqual(new Set([columns.length]));
        if (!excel) expect(data[0]).toEqual(columns.map(({ key }) => key));
      }
    }
  });

  test("as a workbook has a sheet a table, with names that Excel takes", async () => {
    expectSheets(await render({ format: "xlsx" }), found.tables.length);
    for (const { id: table } of found.tables) expectSheets(await render({ format: "xlsx", table }), 1);
  });

  test("as SVG is a drawing of the width that was asked for, and as PNG its picture", async () => {
    for (const { id: chart } of found.charts) {
      const svg = text(await render({ format: "svg", chart, width: 400 }));
      expect(svg).toMatch(/^<svg [^>]*width="400"/);
      // An XML parser of its own, which refuses what is not well-formed.
      const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
      expect([width, height > 40]).toEqual([400, true]);
      const png = Buffer.from(await render({ format: "png", chart, width: 400 }));
      expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
      expect(png.subarray(12, 16).toString()).toBe("IHDR");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, Math.round(height * 2)]);
    }
  });
});

test("the whole report as a workbook has a sheet for every table of every section", async () => {
  const tables = report.sections.reduce((sum, section) => sum + section.tables.length, 0);
  expectSheets(await renderReport(report, sections, { format: "xlsx" }), tables);
});
