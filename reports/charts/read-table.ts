/** What charts and sentences ask of tables. */
import { MISSING_LABELS } from "../../survey-definitions/codes.ts";
import type { Table, TableCell, TableRow, Tables } from "../section.ts";
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

/** Whether any row of a table counts anything, answers and missing ones alike; what is not shown counts something. */
export const hasCounts = (tables: Tables, id: string): boolean =>
  tableOf(tables, id).rows.some((row) =>
    Object.values(row).some((cell) => isHidden(cell) || (typeof cell === "number" && cell > 0)),
  );

/** The text in a cell; empty where there is none. */
export const textIn = (cell: TableCell | undefined): string => (typeof cell === "string" ? cell : "");

/** The number in a cell; 0 where there is none. For counts that are there, or that nobody gave: never for one that may be hidden. */
export const countIn = (cell: TableCell | undefined): number => (typeof cell === "number" ? cell : 0);

/** What somebody has written, or that it is not shown. */
export const writtenIn = (cell: TableCell | undefined): string =>
  isHidden(cell) ? "texten visas inte" : textIn(cell).replace(/\.$/, "");

/** Why a cell has no value, in words. */
export const reasonIn = (cell: TableCell | undefined): string =>
  typeof cell === "object" ? sentenceCase(MISSING_LABELS[cell.missing]) : "";

/** Whether a figure is there but not shown: it may be large or small, and even 0. */
export const isHidden = (cell: TableCell | undefined): boolean =>
  typeof cell === "object" && cell.missing === "suppressed";

/** Whether a row has a figure in one of these columns that is not shown. */
export const hidesAny = (row: TableRow | undefined, keys: readonly string[]): boolean =>
  row !== undefined && keys.some((key) => isHidden(row[key]));

/** "visas inte, …": after what it is about. The same words for every hidden cell, so that none is told from another. */
export const NOT_SHOWN = MISSING_LABELS.suppressed;
/** On hatching, in place of a figure or of a bar. */
export const HIDDEN_WORDS = sentenceCase(NOT_SHOWN);

/** Whether a row about times has a figure that is not shown: then nothing of it is drawn or told. */
export const hidesTimes = (row: TableRow): boolean => hidesAny(row, TIME_COLUMNS);

const TIME_COLUMNS = ["n", "median_low", "median_high", "within_norm", "possibly_within", "over_norm"];

const RATING_COLUMNS = ["n", "c1", "c2", "c3", "c4", "c5", "dont_know", "too_early", "net"];

/** Whether a row of ratings has a figure that is not shown: what is left of it is neither drawn nor told. */
export const hidesRatings = (row: TableRow): boolean => hidesAny(row, RATING_COLUMNS);

/** The sum of a column; undefined where a figure in it is not shown. A figure that nobody gave is none. */
export function sumIn(rows: readonly TableRow[], key: string): number | undefined {
  let sum = 0;
  for (const row of rows) {
    if (isHidden(row[key])) return undefined;
    sum += countIn(row[key]);
  }
  return sum;
}
