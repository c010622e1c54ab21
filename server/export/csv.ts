/** Tables as CSV: plain for programs (RFC 4180), and the dialect that Swedish Excel opens with a double click. */
import { MISSING_LABELS, MISSING_REASONS } from "../../survey-definitions/codes.ts";
import { guardFormula } from "../../survey-definitions/formula-guard.ts";
import type { Table, TableCell, TableColumn } from "../../reports/section.ts";
import { cellText } from "../../reports/text/cell-text.ts";

export interface CsvDialect {
  /** Byte order mark, semicolon, decimal comma, labels instead of ids, missing values in words. */
  readonly excel: boolean;
}

/** A whole table as CSV in either dialect; docs/formats.md describes them. */
export const tableCsv = (table: Table, dialect: CsvDialect): string => [...csvRecords(table, dialect)].join("");

/** The heading, then one record a row, each with its line end. */
export function* csvRecords(table: Table, { excel }: CsvDialect): Generator<string> {
  const { columns } = table;
  const separator = excel ? ";" : ",";
  const header = columns.map(({ key, label }) => guardFormula(excel ? label : key));
  yield (excel ? "\uFEFF" : "") + csvLine(header, separator);
  for (const row of table.rows) {
    yield csvLine(
      columns.map((column) => {
        const cell = row[column.key] ?? "";
        return excel ? sayCell(table, column, cell) : plainCell(cell);
      }),
      separator,
    );
  }
}

/** One record, quoted where RFC 4180 asks for it. */
export const csvLine = (fields: readonly string[], separator = ","): string =>
  `${fields.map((field) => (needsQuotes(field, separator) ? `"${field.replaceAll('"', '""')}"` : field)).join(separator)}\r\n`;

const needsQuotes = (field: string, separator: string): boolean =>
  /["\r\n]/.test(field) || field.includes(separator) || field !== field.trim();

function plainCell(cell: TableCell): string {
  if (typeof cell === "object") return `!${cell.missing}`;
  if (typeof cell !== "string") return String(cell);
  return LOOKS_MISSING.test(cell) ? `!${cell}` : guardFormula(cell);
}

/** A text that would be read as a missing value gets one exclamation mark more. */
const LOOKS_MISSING = new RegExp(`^!(?:!|(?:${MISSING_REASONS.join("|")})$)`);

function sayCell({ labels }: Table, column: TableColumn, cell: TableCell): string {
  if (cell === "") return "";
  if (typeof cell === "object") return MISSING_LABELS[cell.missing];
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return guardFormula(cellText(cell, column, labels));
}
