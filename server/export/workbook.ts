/** A document as an Excel workbook: a list of contents, what the figures are, then one sheet a table. */
import type { ReportDocument } from "../../reports/publication/publication.ts";
import { documentSheets, type OneTable } from "./table-sheets.ts";
import { writeXlsx } from "./xlsx.ts";

/**
 * The chunks of the .xlsx file, so that a large table never lies whole in memory. A working copy says on every sheet that
 * it is not protected; a publication which one it is and its content address.
 * With `only`, one table of the document alone, with its list of contents.
 *
 * @throws {RangeError} when the document has no such table
 */
export function* renderWorkbook(document: ReportDocument, only?: OneTable): Generator<Uint8Array> {
  yield* writeXlsx({
    title: document.title,
    subject: document.study.title,
    creator: document.kind === "publication" ? document.basis.program : "behovskartan",
    date: document.date,
    sheets: documentSheets(document, only),
  });
}
