import type { TableRow } from "../section.ts";

/**
 * The rows with the highest value, all of them when they tie; none when nothing is above `least`.
 *
 * @param rows in any order
 * @param value undefined leaves the row out
 * @param least what a value must be above
 */
export function topRows(
  rows: readonly TableRow[],
  value: (row: TableRow) => number | undefined,
  least = 0,
): readonly TableRow[] {
  let best = least;
  for (const row of rows) best = Math.max(best, value(row) ?? best);
  return best > least ? rows.filter((row) => value(row) === best) : [];
}
