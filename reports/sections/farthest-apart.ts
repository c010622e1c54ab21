import { textIn } from "../charts/read-table.ts";
import type { TableRow } from "../section.ts";

export interface FarApart {
  readonly high: TableRow;
  readonly low: TableRow;
}

/**
 * The two rows about the same thing whose shares differ most; the first of several that do. Rows with three answers or
 * more go first: the others are compared only where those do not differ. Undefined where no two differ.
 *
 * @param rows in any order
 * @param about column of the thing: only rows that agree in it are compared
 * @param share how many answers of how many; a row without answers is left out
 */
export function farthestApart(
  rows: readonly TableRow[],
  about: string,
  share: (row: TableRow) => { readonly part: number; readonly n: number },
): FarApart | undefined {
  const atLeast = (least: number) =>
    widest(rows, about, (row) => {
      const { part, n } = share(row);
      return n >= least ? part / n : undefined;
    });
  return atLeast(ENOUGH) ?? atLeast(1);
}

const ENOUGH = 3;

function widest(
  rows: readonly TableRow[],
  about: string,
  share: (row: TableRow) => number | undefined,
): FarApart | undefined {
  const ends = new Map<string, { high: TableRow; low: TableRow; most: number; least: number }>();
  for (const row of rows) {
    const value = share(row);
    if (value === undefined) continue;
    const key = textIn(row[about]);
    const end = ends.get(key);
    if (end === undefined) ends.set(key, { high: row, low: row, most: value, least: value });
    else if (value > end.most) ends.set(key, { ...end, high: row, most: value });
    else if (value < end.least) ends.set(key, { ...end, low: row, least: value });
  }
  let apart: { readonly found: FarApart; readonly gap: number } | undefined;
  for (const { high, low, most, least } of ends.values())
    if (most - least > (apart?.gap ?? 0)) apart = { found: { high, low }, gap: most - least };
  return apart?.found;
}
