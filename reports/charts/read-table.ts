/** What charts and sentences ask of tables. */
import { MISSING_LABELS } from "../../survey-definitions/codes.ts";
import type { Table, TableCell, Tables } from "../section.ts";
import { sentenceCase } from "../text/format.ts";

/**
 * @throws {RangeError} when the section has no such table: a mistake in the section, not in the answers
 */
export function tableOf(tables: Tables, id: string): Table {
  const table = tables[id];
  if (table === undefined) throw new RangeError(`no table ${id}; has ${Object.keys(tables).join(", ")}`);
  return table;
}

/** The Swedish label of an id or code in a column; the id itself where there is none. */
export const labelIn = (table: Table, key: string, cell: TableCell | undefined): string =>
  typeof cell === "string" ? (table.labels[key]?.[cell] ?? cell) : "";

/** The values of a column in the order of the rows, each once. */
export function distinct(table: Table, key: string): readonly string[] {
  const seen = new Set<string>();
  for (const row of table.rows) {
    const cell = row[key];
    if (typeof cell === "string") seen.add(cell);
  }
  return [...seen];
}

/** Whether a table has any rows: those about a group that nobody asked have none. */
export const hasRows = (tables: Tables, id: string): boolean => tableOf(tables, id).rows.length > 0;

/** Whether any row of a table counts anything, answers and missing ones alike. */
export const hasCounts = (tables: Tables, id: string): boolean =>
  tableOf(tables, id).rows.some((row) => Object.values(row).some((cell) => typeof cell === "number" && cell > 0));

/** The text in a cell; empty where there is none. */
export const textIn = (cell: TableCell | undefined): string => (typeof cell === "string" ? cell : "");

/** The number in a cell; 0 where there is none. For counts, which always are there. */
export const countIn = (cell: TableCell | undefined): number => (typeof cell === "number" ? cell : 0);

/** Why a cell has no value, in words. */
export const reasonIn = (cell: TableCell | undefined): string =>
  typeof cell === "object" ? sentenceCase(MISSING_LABELS[cell.missing]) : "";
