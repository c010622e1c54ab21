/** A publication → bytes, in every form that its readers can have it in. */
import type { Publication } from "../../reports/publication/publication.ts";
import type { Table } from "../../reports/section.ts";
import {
  renderBoardPage,
  renderStandalone,
  renderTablePage,
  type BoardView,
  type WantedTable,
} from "../board/page.tsx";
import { tableCsv } from "../export/csv.ts";
import { drawPng } from "../export/png.ts";
import { standaloneSvg } from "../export/embed-svg.ts";
import { drawSvg } from "../export/svg.ts";
import { problem } from "../problems.ts";
import type { OneTable } from "../export/table-sheets.ts";
import type { PackageExtras } from "../export/package/extras.ts";
import { renderPackage } from "../export/package/render-package.ts";
import { renderWorkbook } from "../export/workbook.ts";

export type PublicationOutput =
  | { readonly format: "page"; readonly view: BoardView }
  | { readonly format: "table-page"; readonly view: BoardView; readonly wanted: WantedTable }
  | { readonly format: Exclude<DocumentFormat, "xlsx"> }
  /** All tables, or one. */
  | { readonly format: "xlsx"; readonly only?: OneTable }
  | { readonly format: "csv"; readonly section: string; readonly id: string; readonly excel: boolean }
  | {
      readonly format: "svg" | "png";
      readonly section: string;
      readonly id: string;
      /** In px. */
      readonly width: number;
      /** Only this municipality's rows. */
      readonly municipality?: string;
    };

export type DocumentFormat = "docx" | "pdf" | "xlsx" | "zip" | "html";

/**
 * Word and Typst are loaded by the first who asks for them. `getExtras` gives what the data package holds beside the
 * publication.
 *
 * @throws {HttpProblem} section-not-found, table-not-found, chart-not-found, web-not-built
 */
export async function renderPublication(
  publication: Publication,
  output: PublicationOutput,
  getExtras: () => Promise<PackageExtras>,
): Promise<Uint8Array> {
  switch (output.format) {
    case "page":
      return encode(renderBoardPage(publication, output.view));
    case "table-page":
      getTable(publication, output.wanted.section, output.wanted.table);
      return encode(renderTablePage(publication, output.view, output.wanted));
    case "docx":
      return await (await import("../export/docx/render-docx.ts")).renderDocx(publication);
    case "pdf":
      return await (await import("../export/pdf/render-pdf.ts")).renderPdf(publication);
    case "xlsx":
      if (output.only !== undefined) getTable(publication, output.only.section, output.only.table);
      return await concat(renderWorkbook(publication, output.only));
    case "zip":
      return await concat(renderPackage(publication, await getExtras()));
    case "html":
      return encode(renderStandalone(publication));
    case "csv":
      return encode(tableCsv(getTable(publication, output.section, output.id), output));
    case "svg":
      return encode(standaloneSvg(drawChart(publication, output)));
    case "png":
      return drawPng(drawChart(publication, output));
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function concat(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}

function getSection({ sections }: Publication, id: string): Publication["sections"][number] {
  const section = sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw problem("section-not-found", { section: id });
  return section;
}

function getTable(publication: Publication, section: string, id: string): Table {
  const table = getSection(publication, section).tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw problem("table-not-found", { table: id });
  return table;
}

interface WantedChart {
  readonly section: string;
  readonly id: string;
  readonly width: number;
  readonly municipality?: string;
}

function drawChart(publication: Publication, { section, id, width, municipality }: WantedChart): string {
  if (!getSection(publication, section).charts.some((chart) => chart.id === id)) {
    throw problem("chart-not-found", { chart: id });
  }
  return drawSvg(publication, section, id, { width, ...(municipality === undefined ? {} : { municipality }) });
}
