/** One cell of a table as a typed cell of a sheet: a number stays a number, and its unit says how it is shown. */
import { MISSING_LABELS } from "../../survey-definitions/codes.ts";
import type { Table, TableCell, TableColumn } from "../../reports/section.ts";
import { cellText, unitText } from "../../reports/text/cell-text.ts";
import type { CellStyle } from "./xlsx-styles.ts";
import type { SheetCell } from "./xlsx.ts";

export function tableCell({ labels }: Table, column: TableColumn, cell: TableCell): SheetCell {
  if (typeof cell === "object") return { value: MISSING_LABELS[cell.missing], style: "missing" };
  if (typeof cell === "number") return { value: cell, style: numberStyle(column.unit, cell) };
  if (typeof cell === "boolean" || cell === "") return cell;
  const day = column.unit === "date" ? dayNumber(cell) : undefined;
  if (day !== undefined) return { value: day, style: "date" };
  return { value: cellText(cell, column, labels), style: cell === "∞" ? "missing" : "text" };
}

/** The unit as a reader meets it over the column's name, and how shares and dates are to be read. */
export const unitCell = ({ unit }: TableColumn): SheetCell => ({
  value: unit === "share" ? "andel, i procent" : unit === "date" ? "datum" : unitText(unit),
  style: "unit",
});

/** Over figures it stands at the right, as they do. */
export const headingCell = ({ label, unit }: TableColumn): SheetCell => ({
  value: label,
  style: isWords(unit) ? "heading" : "number-heading",
});

const isWords = (unit: string): boolean => unit === "" || unit === "code" || unit === "text" || unit === "boolean";

/** Shown with as many decimals as the unit bears; the whole number lies behind. */
function numberStyle(unit: string, value: number): CellStyle {
  if (unit === "share") return "percent";
  if (unit === "year") return "year";
  if (isWords(unit)) return "plain";
  if (Number.isInteger(value)) return "whole";
  return unit === "0–1" || unit === "1–5" ? "hundredths" : "tenths";
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, which takes 1900 for a leap year: right from 1 March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY = 61;

/** The number that Excel keeps a date as; undefined where it is none, or before its calendar is right. */
function dayNumber(text: string): number | undefined {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / DAY_MS;
  return days >= FIRST_DAY ? days : undefined;
}

const NARROWEST = 9;
const WIDEST = 46;
/** Rows that are looked at for the widths: all of a usual table, the beginning of a very long one. */
const LOOKED_AT = 300;

/** In characters: room for the longest text of the first rows; longer ones take several lines. */
export function widthsOf(table: Table): readonly number[] {
  const longest = table.columns.map(({ label }) =>
    Math.max(NARROWEST, Math.ceil(label.length / 2), longestWord(label)),
  );
  let left = LOOKED_AT;
  for (const row of table.rows) {
    if (left-- === 0) break;
    for (const [i, column] of table.columns.entries()) {
      const cell = row[column.key];
      const text =
        typeof cell === "number" && column.unit !== "share" ? 8 : cellText(cell, column, table.labels).length;
      longest[i] = Math.max(longest[i] ?? NARROWEST, text);
    }
  }
  return longest.map((length) => Math.min(WIDEST, length) + 2);
}

const longestWord = (text: string): number => Math.max(...text.split(/\s/).map(({ length }) => length));
