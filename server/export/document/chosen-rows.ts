import type { Table, TableRow } from "../../../reports/section.ts";
import { formatNumber } from "../../../reports/text/format.ts";

/** A longer table is not read on paper: it is searched, in the workbook. */
const MOST_ROWS = 40;
/** Of a longer one, so many rows show what it holds. */
const SAMPLE = 20;

export interface ChosenRows {
  readonly rows: readonly TableRow[];
  /** What is left out and where it is, or "". */
  readonly note: string;
}

/**
 * The rows of a table that stand on paper. Of a long one those for everybody together, where it has such rows; otherwise
 * the first that hold a figure.
 */
export function chosenRows(table: Table): ChosenRows {
  const { rows } = table;
  if (rows.length <= MOST_ROWS) return { rows, note: "" };
  const together = rows.filter((row) => Object.values(row).includes("all"));
  if (together.length > 0 && together.length <= MOST_ROWS)
    return { rows: together, note: leftOut(together.length, rows.length, "de som gäller alla tillsammans") };
  const telling = rows.filter((row) => hasFigure(table, row));
  const chosen = (telling.length === 0 ? rows : telling).slice(0, SAMPLE);
  const which = telling.length === 0 || telling.length === rows.length ? "de första" : "de första med uppgifter";
  return { rows: chosen, note: leftOut(chosen.length, rows.length, which) };
}

const leftOut = (shown: number, all: number, which: string): string =>
  `Här står ${formatNumber(shown)} av tabellens ${formatNumber(all)} rader: ${which}. Hela tabellen finns i rapportens Excelfil.`;

/** Whether a row says more than that nothing is known. */
const hasFigure = ({ columns }: Table, row: TableRow): boolean =>
  columns.some(({ key }) => typeof row[key] === "number");
