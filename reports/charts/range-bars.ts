/** A sum that is at least so large: a bar to the least, and on to the most where answers gave ranges. */
import type { TableRow } from "../section.ts";
import { formatNumber, formatRange } from "../text/format.ts";
import { countIn, hidesAny } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { STEPS_OF_DEEP } from "./tokens.ts";

export const RANGE_COLOUR = STEPS_OF_DEEP[2];

/** Whether a row's sum, or one end of it, is not shown. */
export const hidesSum = (row: TableRow): boolean => hidesAny(row, ["sum_low", "sum_high"]);

/** Of a row with `sum_low` and `sum_high`, both shown. */
export function rangeMarks(row: TableRow, colour: string): readonly RowMark[] {
  const low = countIn(row.sum_low);
  const bar: readonly RowMark[] = low > 0 ? [{ kind: "bar", from: 0, to: low, fill: colour }] : [];
  if (row.sum_high === "∞")
    return [...bar, { kind: "span", from: low, to: "∞", colour: RANGE_COLOUR, thickness: 5, ends: "plain" }];
  const high = countIn(row.sum_high);
  return high > low
    ? [...bar, { kind: "span", from: low, to: high, colour: RANGE_COLOUR, thickness: 5, ends: "plain" }]
    : bar;
}

/** "142", "142–160", "minst 142" */
export function rangeWord({ sum_low: low, sum_high: high }: TableRow): string {
  return high === "∞" ? `minst ${formatNumber(countIn(low))}` : formatRange(countIn(low), countIn(high));
}

/** The largest finite end of the rows. */
export const mostOf = (rows: readonly TableRow[]): number =>
  rows.reduce((most, row) => (hidesSum(row) ? most : Math.max(most, countIn(row.sum_low), countIn(row.sum_high))), 0);

/** "3 av 9 har angett timmar" */
export const statedWord = (row: TableRow, what: string): string =>
  `${formatNumber(countIn(row.stated))} av ${formatNumber(countIn(row.expected))} har angett ${what}`;
