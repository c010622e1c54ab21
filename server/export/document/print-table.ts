import type { MissingReason } from "../../../survey-definitions/codes.ts";
import type { Table, TableCell, TableColumn, TableRow } from "../../../reports/section.ts";
import { cellText, unitText } from "../../../reports/text/cell-text.ts";
import { cleanText, formatList } from "../../../reports/text/format.ts";
import { chosenRows } from "./chosen-rows.ts";
import { markLegend, missingMark, missingWords } from "./missing-marks.ts";
import type { PrintedColumn, PrintedTable } from "./printed.ts";
import { fitColumns, splitColumns, type ColumnTexts } from "./table-widths.ts";

export interface TablePlace {
  readonly id: string;
  readonly number: number;
  /** In mm. */
  readonly width: number;
}

/** A table for paper: the rows and columns that say something, in as many parts as the page needs. */
export function printTable(table: Table, { id, number, width }: TablePlace): PrintedTable {
  const { rows, note } = chosenRows(table);
  const { columns, silent } = tellingColumns(table, rows);
  const marks = new Set<MissingReason>();
  const texts = columns.map((column): ColumnTexts => {
    const numeric = rows.every((row) => isFigure(row[column.key]));
    const cells = rows.map((row) => printCell(row[column.key], column, table.labels, numeric, marks));
    return { label: breakable(column.label), unit: breakable(unitBeside(column)), numeric, cells };
  });
  const parts = splitColumns(texts, width).map((positions) => {
    const chosen = positions.flatMap((i) => texts[i] ?? []);
    const widths = fitColumns(chosen, width) ?? chosen.map(() => width / chosen.length);
    return {
      columns: chosen.map(({ label, unit, numeric }, i): PrintedColumn => ({
        label,
        unit,
        numeric,
        width: widths[i] ?? 0,
      })),
      rows: rows.map((_, r) => chosen.map(({ cells }) => cells[r] ?? "")),
    };
  });
  const notes = [markLegend(marks), ...silent, note, ...table.notes].filter((text) => text !== "");
  return { kind: "table", id, number, title: table.title, parts, notes };
}

/**
 * The columns but those that say the same of every row: nothing, or what kind a party is that stands there by its name.
 * What is left out for want of answers is told.
 */
function tellingColumns(
  table: Table,
  rows: readonly TableRow[],
): { readonly columns: readonly TableColumn[]; readonly silent: readonly string[] } {
  const named = table.columns.some(({ key }) => key === "party");
  const empty = new Map<MissingReason, string[]>();
  const columns = table.columns.filter((column, i) => {
    if (column.key === "party_kind" && named) return false;
    const reason = i > 0 ? onlyReason(rows, column) : undefined;
    if (reason !== undefined) empty.set(reason, [...(empty.get(reason) ?? []), column.label]);
    return reason === undefined;
  });
  const silent = [...empty].map(
    ([reason, labels]) =>
      `Utan uppgift på alla rader, och därför inte med här: ${formatList(labels.map((label) => `”${label}”`))} (${missingWords(reason)}).`,
  );
  return { columns, silent };
}

/** The reason for which every cell of a column is missing. */
function onlyReason(rows: readonly TableRow[], { key }: TableColumn): MissingReason | undefined {
  const reasons = new Set(rows.map((row) => reasonOf(row[key])));
  const [only] = reasons;
  return reasons.size === 1 ? only : undefined;
}

/** A figure, no upper end, or the lack of one: a column of nothing else is set in marks, to the right. */
const isFigure = (cell: TableCell | undefined): boolean =>
  cell === undefined || cell === "" || cell === "∞" || typeof cell === "number" || typeof cell === "object";

const reasonOf = (cell: TableCell | undefined): MissingReason | undefined =>
  typeof cell === "object" ? cell.missing : undefined;

function printCell(
  cell: TableCell | undefined,
  column: TableColumn,
  labels: Table["labels"],
  numeric: boolean,
  marks: Set<MissingReason>,
): string {
  if (cell === undefined || cell === "") return "";
  const reason = reasonOf(cell);
  if (reason === undefined) return breakable(cleanText(cellText(cell, column, labels)));
  if (!numeric) return missingWords(reason);
  marks.add(reason);
  return missingMark(reason);
}

/** The unit, unless the name of the column says it already. */
function unitBeside({ label, unit }: TableColumn): string {
  const text = unitText(unit);
  return label.toLowerCase().includes(text) ? "" : text;
}

/** A word that is longer than any column gets places where it may break. */
const breakable = (text: string): string => text.replace(/\S{70,}/g, (word) => word.replace(/.{24}/gu, "$&\u200b"));
