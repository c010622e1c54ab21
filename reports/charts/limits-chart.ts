import type { DrawContext, TableRow, Tables } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, levelOf, SHARE_LEVELS } from "./heat-chart.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";

/** What shuts people out: interventions × limits, the most mentioned first, shades of the share of answers that name it. */
export function limitsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "limits");
  const mentions = (rows: readonly TableRow[]) => rows.reduce((sum, row) => sum + countIn(row.mentions), 0);
  const by = (key: string) => {
    const sum = (id: string) => mentions(table.rows.filter((row) => row[key] === id));
    const sums = new Map(distinct(table, key).map((id) => [id, sum(id)]));
    return [...sums].sort((a, b) => b[1] - a[1]).map(([id]) => ({ id, label: labelIn(table, key, id) }));
  };
  const cells = new Map(table.rows.map((row) => [`${textIn(row.intervention)}/${textIn(row.limit)}`, row]));
  const body = heatBody(
    {
      panels: [
        {
          key: "limits",
          rows: by("intervention"),
          columns: by("limit"),
          cell: (intervention, limit) => {
            const row = cells.get(`${intervention}/${limit}`);
            const [n, answers] = [countIn(row?.mentions), countIn(row?.answers)];
            const name = `${labelIn(table, "intervention", intervention)}, ${labelIn(table, "limit", limit).toLowerCase()}`;
            if (answers === 0) return { level: undefined, word: "", tip: `${name}: inget svar` };
            const tip = `${name}: ${formatNumber(n)} av ${formatNumber(answers)} svar`;
            return { level: levelOf(n / answers), word: formatNumber(n), tip };
          },
        },
      ],
      levels: SHARE_LEVELS,
      unknown: "Inget svar",
    },
    context,
  );
  return {
    ...body,
    notes: [
      ...(body.notes ?? []),
      "Färgen är andel av svaren om insatsen; talet är antal svar som nämner begränsningen.",
    ],
  };
}
