/** Kind of party × step: the interval in which the median lies, the later it may end the deeper. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatList, formatNumber, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, type HeatCell } from "./heat-chart.ts";
import { daysBetween } from "./lead-times-chart.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { STEPS_OF_DEEP } from "./tokens.ts";

/** By the upper end of the interval, in days. */
const BANDS = [
  { label: "Högst 7 dagar", to: 7 },
  { label: "8–30", to: 30 },
  { label: "31–90", to: 90 },
  { label: "91–180", to: 180 },
  { label: "Kan vara längre", to: Infinity },
] as const;

/** Kinds and steps without any time are named below; shades tell no more than the words in the cells. */
export function kindsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "by_step");
  const rows = table.rows.filter((row) => row.group === "party" && row.party_kind !== "all");
  const byKey = new Map(rows.map((row) => [`${textIn(row.party_kind)} ${textIn(row.step)}`, row]));
  const known = rows.filter((row) => countIn(row.n) > 0);
  const [steps, kinds] = (["step", "party_kind"] as const).map((key) => {
    const stated = new Set(known.map((row) => textIn(row[key])));
    const names = distinct({ ...table, rows }, key).map((id) => ({ id, label: labelIn(table, key, id) }));
    return {
      shown: names.filter(({ id }) => stated.has(id)),
      silent: names.flatMap(({ id, label }) => (stated.has(id) ? [] : [inSentence(label)])),
    };
  });
  const { scene, notes = [] } = heatBody(
    {
      panels: [
        {
          key: "kinds",
          rows: kinds?.shown ?? [],
          columns: steps?.shown ?? [],
          cell: (kind, step) => {
            const row = byKey.get(`${kind} ${step}`);
            return row === undefined ? undefined : cellOf(table, row);
          },
        },
      ],
      levels: BANDS.map(({ label }, i) => ({ label, fill: STEPS_OF_DEEP[i] ?? "" })),
      unknown: "Inget svar med tid",
    },
    context,
  );
  const silent = [...(steps?.silent ?? []), ...(kinds?.silent ?? [])];
  return {
    scene,
    notes: [
      ...notes,
      "Talen är dagarna mellan vilka medianen ligger. Skuggningen följer den övre gränsen.",
      ...(silent.length > 0 ? [`Inget svar med tid finns för ${formatList(silent)}.`] : []),
    ],
  };
}

function cellOf(table: Table, row: TableRow): HeatCell {
  const name = `${labelIn(table, "party_kind", row.party_kind)}, ${inSentence(labelIn(table, "step", row.step))}`;
  if (typeof row.median_low !== "number") return { level: undefined, word: "", tip: `${name}: inget svar med tid` };
  const high = row.median_high === "∞" ? Infinity : countIn(row.median_high);
  const days = daysBetween(row.median_low, row.median_high);
  const norm = typeof row.norm_days === "number" ? `; norm ${formatNumber(row.norm_days)} dagar` : "";
  return {
    level: BANDS.findIndex(({ to }) => high <= to),
    word: days,
    tip: `${name}: medianen är ${days} dagar, ${formatNumber(countIn(row.n))} svar${norm}`,
  };
}
