import { MISSING_LABELS } from "../../survey-definitions/codes.ts";
import type { Report } from "../../reports/report.ts";
import type { Table, TableCell, TableColumn } from "../../reports/section.ts";
import type { Sheet, SheetCell } from "./xlsx.ts";

/** A sheet that says what the figures are, then one a table. */
export function* tableSheets(report: Report, only?: Table): Generator<Sheet> {
  yield aboutSheet(report);
  for (const section of report.sections) {
    for (const table of section.tables) {
      if (only !== undefined && table.id !== only.id) continue;
      yield {
        name: `${section.id} ${table.id}`,
        header: table.columns.map(({ label }) => label),
        rows: table.rows.map((row) => table.columns.map((column) => sheetCell(table, column, row[column.key] ?? ""))),
      };
    }
  }
}

function aboutSheet({ study, sections }: Report): Sheet {
  const rows: SheetCell[][] = [
    ["Studie", study.title],
    ["Period", `${study.reference_period.from} – ${study.reference_period.to}`],
    ...(study.invented ? [["Observera", "Exempel med påhittade svar"]] : []),
  ];
  for (const section of sections) {
    rows.push(["Fråga", section.question], ["Metod", section.method]);
    for (const sentence of section.sentences) rows.push(["Resultat", sentence]);
    for (const { title, notes } of section.tables) for (const note of notes) rows.push([title, note]);
  }
  return { name: "Om uppgifterna", header: ["Vad", "Text"], rows };
}

function sheetCell(table: Table, { key, unit }: TableColumn, cell: TableCell): SheetCell {
  if (typeof cell === "object") return MISSING_LABELS[cell.missing];
  if (typeof cell === "string") return table.labels[key]?.[cell] ?? cell;
  return typeof cell === "number" && unit === "share" ? { share: cell } : cell;
}
