/** Tables as CSV: plain for programs (RFC 4180), and the dialect that Swedish Excel opens with a double click. */
import { MISSING_LABELS } from "../../survey-definitions/codes.ts";
import type { Table, TableCell, TableColumn } from "../../reports/section.ts";
import { guardFormula } from "./formula-guard.ts";

/** With `excel`: byte order mark, semicolon, decimal comma, labels instead of ids, missing values in words. */
export function tableCsv(table: Table, { excel }: { readonly excel: boolean }): string {
  const { columns } = table;
  const header = columns.map(({ key, label }) => guardFormula(excel ? label : key));
  const rows = table.rows.map((row) =>
    columns.map((column) => {
      const cell = row[column.key] ?? "";
      return excel ? sayCell(table, column, cell) : plainCell(column, cell);
    }),
  );
  const separator = excel ? ";" : ",";
  return (excel ? "\uFEFF" : "") + [header, ...rows].map((row) => csvLine(row, separator)).join("");
}

/** One record, quoted where RFC 4180 asks for it. */
export const csvLine = (fields: readonly string[], separator = ","): string =>
  `${fields.map((field) => (needsQuotes(field, separator) ? `"${field.replaceAll('"', '""')}"` : field)).join(separator)}\r\n`;

const needsQuotes = (field: string, separator: string): boolean =>
  /["\r\n]/.test(field) || field.includes(separator) || field !== field.trim();

/** Columns without a unit hold words; in all others a minus sign is the beginning of a number. */
export const isTextColumn = ({ unit }: TableColumn): boolean => unit === "" || unit === "code";

function plainCell(column: TableColumn, cell: TableCell): string {
  if (typeof cell === "object") return `!${cell.missing}`;
  return typeof cell === "string" && isTextColumn(column) ? guardFormula(cell) : String(cell);
}

function sayCell(table: Table, column: TableColumn, cell: TableCell): string {
  if (typeof cell === "object") return MISSING_LABELS[cell.missing];
  if (typeof cell === "boolean") return cell ? "ja" : "nej";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  const label = table.labels[column.key]?.[cell] ?? cell;
  return isTextColumn(column) ? guardFormula(label) : label;
}
