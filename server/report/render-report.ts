/** Report → bytes, in the formats that one section or the whole can be had in. */
import { renderToStaticMarkup } from "react-dom/server";
import type { Report, SectionReport } from "../../reports/report.ts";
import { chartsOf, type Section, type Table, type Tables } from "../../reports/section.ts";
import { problem } from "../problems.ts";
import { tableCsv } from "../export/csv.ts";
import { drawPng } from "../export/png.ts";
import { tableSheets } from "../export/table-sheets.ts";
import { writeXlsx } from "../export/xlsx.ts";
import type { ReportOutput } from "./report-service.ts";

/** @throws {HttpProblem} nothing-to-draw, chart-not-found, table-not-found */
export function renderReport(report: Report, chosen: readonly Section[], output: ReportOutput): Uint8Array {
  switch (output.format) {
    case "json":
      return encode(JSON.stringify(report));
    case "svg":
      return encode(drawChart(report, chosen, output.chart, output.width));
    case "png":
      return drawPng(drawChart(report, chosen, output.chart, output.width));
    case "csv": {
      const { table, excel } = output;
      const tables = table === undefined ? report.sections.flatMap((each) => each.tables) : [getTable(report, table)];
      return encode(tables.map((each) => tableCsv(each, { excel })).join("\r\n"));
    }
    case "xlsx":
      return concat(
        writeXlsx(
          output.table === undefined ? tableSheets(report) : tableSheets(report, getTable(report, output.table)),
        ),
      );
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function concat(chunks: Iterable<Uint8Array>): Uint8Array {
  return new Uint8Array(Buffer.concat([...chunks]));
}

function drawChart(report: Report, chosen: readonly Section[], id: string | undefined, width: number): string {
  const section = getShown(report);
  const tables: Tables = Object.fromEntries(section.tables.map((table) => [table.id, table]));
  const charts = chosen[0] === undefined ? [] : chartsOf(chosen[0], tables);
  const chart = charts.find((candidate) => id === undefined || candidate.id === id);
  if (chart === undefined) throw problem("chart-not-found", { chart: id ?? "" });
  return renderToStaticMarkup(chart.draw(tables, { width, invented: report.study.invented }));
}

function getTable(report: Report, id: string): Table {
  const table = getShown(report).tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw problem("table-not-found", { table: id });
  return table;
}

/** The only section of a report that was asked for one. */
function getShown({ sections: [section] }: Report): SectionReport {
  if (section === undefined || section.status === "failed") throw problem("report-failed");
  if (section.status !== "ok") throw problem("nothing-to-draw", { section: section.id });
  return section;
}
