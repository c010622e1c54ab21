import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { hatchSample, swatch } from "./samples.ts";
import { HATCH } from "./scene.ts";
import { COLOURS, STEPS_OF_DEEP } from "./tokens.ts";

/** In drawing order: what is covered stands from zero. */
const PARTS = [
  { key: "met", fill: COLOURS.deep },
  { key: "partly", fill: STEPS_OF_DEEP[2] },
  { key: "unmet", fill: COLOURS.rust },
  { key: "no_need", fill: COLOURS.neutral },
  { key: "unknown", fill: HATCH },
] as const;
const MOST_PANELS = 3;

/** How the need is covered by domain, the least covered first; a panel a municipality while they are few. */
export function needBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const byPlace = tableOf(tables, "coverage");
  const municipalities = distinct(byPlace, "municipality").filter((code) => focus === undefined || code === focus);
  const few = municipalities.length <= MOST_PANELS;
  const panels: readonly RowPanel[] = few
    ? municipalities.map((code) => {
        const rows = byPlace.rows.filter((row) => row.municipality === code);
        return { key: code, heading: labelIn(byPlace, "municipality", code), rows: chartRows(byPlace, rows) };
      })
    : [{ key: "all", rows: allRows(tableOf(tables, "coverage_by_domain")) }];
  const legend = PARTS.map(({ key, fill }) => ({
    label: byPlace.columns.find((column) => column.key === key)?.label ?? key,
    sample: fill === HATCH ? hatchSample : swatch(fill),
  }));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const scene = layoutRows({ panels, scale: { min: 0, max: 1, ticks }, legend, valueHead: "Täckt" }, width);
  return {
    scene,
    notes: [
      "Längden är andel av svaren; talen i staplarna är antal svar. Till höger: hur många av dem som ser ett behov som säger att det är täckt.",
    ],
  };
}

const allRows = (table: Table) => chartRows(table, table.rows);

function chartRows(table: Table, rows: readonly TableRow[]): readonly ChartRow[] {
  const uncovered = (row: TableRow) => countIn(row.unmet) + countIn(row.partly) / 2;
  const share = (row: TableRow) => (typeof row.coverage === "number" ? row.coverage : 2);
  return [...rows]
    .sort((a, b) => share(a) - share(b) || uncovered(b) - uncovered(a))
    .map((row) => {
      const label = labelIn(table, "domain", row.domain);
      const key = textIn(row.domain);
      const n = PARTS.reduce((sum, part) => sum + countIn(row[part.key]), 0);
      if (n === 0) return { key, label, value: "", marks: [], words: "Inget svar", tip: `${label}: inget svar` };
      let before = 0;
      const marks = PARTS.flatMap(({ key: part, fill }) => {
        const count = countIn(row[part]);
        const from = before;
        before += count / n;
        if (count === 0) return [];
        return [
          { kind: "bar" as const, from, to: before, fill, ...(fill === HATCH ? {} : { label: formatNumber(count) }) },
        ];
      });
      const need = countIn(row.met) + countIn(row.partly) + countIn(row.unmet);
      const value =
        typeof row.coverage === "number" ? `${formatNumber(countIn(row.met))} av ${formatNumber(need)}` : "–";
      const words = PARTS.map((part) => {
        const name = table.columns.find((column) => column.key === part.key)?.label ?? part.key;
        return `${name.toLowerCase()} ${formatNumber(countIn(row[part.key]))}`;
      });
      return { key, label, value, marks, tip: `${label}: ${words.join(", ")}` };
    });
}
