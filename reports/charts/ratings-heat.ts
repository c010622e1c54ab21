import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber, formatPercent } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, levelOf, SHARE_LEVELS, type HeatCell } from "./heat-chart.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";

export interface RatingsHeat {
  /** A table with columns `n` and `c1` … `c5`. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** The share of ratings 4 and 5 in each cell; rows with the highest share first. Columns without any rating are left out. */
export function ratingsHeatBody(
  tables: Tables,
  context: DrawContext,
  { table: id, row, column }: RatingsHeat,
): ChartBody {
  const table = tableOf(tables, id);
  const byKey = new Map(table.rows.map((one) => [`${textIn(one[row])} ${textIn(one[column])}`, one]));
  const rated = new Set(table.rows.flatMap((one) => (countIn(one.n) > 0 ? [textIn(one[column])] : [])));
  const columns = distinct(table, column).filter((code) => rated.size === 0 || rated.has(code));
  const share = (code: string) => {
    const here = table.rows.filter((one) => one[row] === code);
    const n = here.reduce((sum, one) => sum + countIn(one.n), 0);
    return n === 0 ? -1 : here.reduce((sum, one) => sum + highIn(one), 0) / n;
  };
  const rows = distinct(table, row)
    .map((code) => ({ code, share: share(code) }))
    .sort((a, b) => b.share - a.share);
  const body = heatBody(
    {
      panels: [
        {
          key: id,
          rows: rows.map(({ code }) => ({ id: code, label: labelIn(table, row, code) })),
          columns: columns.map((code) => ({ id: code, label: labelIn(table, column, code) })),
          cell: (a, b) => {
            const one = byKey.get(`${a} ${b}`);
            return one === undefined ? undefined : cellOf(table, one, [row, column]);
          },
        },
      ],
      levels: SHARE_LEVELS,
      unknown: "Ingen bedömning",
    },
    context,
  );
  const left = distinct(table, column).length - columns.length;
  const notes = left > 0 ? [`Utan bedömning från ${formatNumber(left)} slag av parter, som inte visas.`] : [];
  return { ...body, notes };
}

const highIn = (row: TableRow): number => countIn(row.c4) + countIn(row.c5);

function cellOf(table: Table, row: TableRow, [a, b]: readonly [string, string]): HeatCell {
  const name = `${labelIn(table, a, row[a])}, ${labelIn(table, b, row[b])}`;
  const n = countIn(row.n);
  if (n === 0) return { level: undefined, word: "–", tip: `${name}: ingen bedömning` };
  const share = highIn(row) / n;
  const counts = `${formatNumber(highIn(row))} av ${formatNumber(n)}`;
  return {
    level: levelOf(share),
    word: n < FEW_ANSWERS ? counts : formatPercent(share),
    tip: `${name}: ${counts} svar är 4 eller 5`,
  };
}
