/** Report → bytes, in the formats that one section or the whole can be had in. */
import { renderToStaticMarkup } from "react-dom/server";
import type { WorkingCopy } from "../../reports/publication/publication.ts";
import { workingCopy } from "../../reports/publication/working-copy.ts";
import type { Report, SectionReport } from "../../reports/report.ts";
import { chartsOf, type Section, type Table, type Tables } from "../../reports/section.ts";
import { renderStandalone } from "../board/page.tsx";
import { problem } from "../problems.ts";
import { swedishDay } from "../study/shown-time.ts";
import { tableCsv } from "../export/csv.ts";
import { drawPng } from "../export/png.ts";
import { renderWorkbook } from "../export/workbook.ts";
import type { ReportOutput } from "./report-service.ts";

/** @throws {HttpProblem} nothing-to-draw, chart-not-found, table-not-found */
export async function renderReport(
  report: Report,
  chosen: readonly Section[],
  output: ReportOutput,
): Promise<Uint8Array> {
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
    case "xlsx": {
      const { table } = output;
      const copy = copyOf(report);
      const only =
        table === undefined ? undefined : { section: getShown(report).id, table: getTable(report, table).id };
      return concat(renderWorkbook(copy, only));
    }
    case "docx":
      return await (await import("../export/docx/render-docx.ts")).renderDocx(copyOf(report));
    case "pdf":
      return await (await import("../export/pdf/render-pdf.ts")).renderPdf(copyOf(report));
    case "html":
      return encode(renderStandalone(copyOf(report)));
  }
}

/** The figures are not protected, and every renderer says so. */
const copyOf = (report: Report): WorkingCopy => workingCopy(report, swedishDay(new Date()));

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
