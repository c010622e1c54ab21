import type { DrawContext, Tables } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_ROWS = 60;

/** Persons in the target ages by municipality, the most first; without a figure the row says so. */
export function populationBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "population");
  const all = table.rows.filter((row) => focus === undefined || row.municipality === focus);
  const ordered = [...all].sort((a, b) => countIn(b.persons) - countIn(a.persons));
  const shown = ordered.slice(0, MOST_ROWS);
  const rows = shown.map((row): ChartRow => {
    const label = labelIn(table, "municipality", row.municipality);
    const key = textIn(row.municipality);
    if (typeof row.persons !== "number")
      return { key, label, value: "", marks: [], words: "Folkmängd saknas", tip: `${label}: folkmängd saknas` };
    const value = formatNumber(row.persons);
    const about = row.approximated === true ? ", ungefärligt" : "";
    const sub = `${textIn(row.source)} ${String(countIn(row.year))}${about}`;
    const marks = row.persons > 0 ? [{ kind: "bar" as const, from: 0, to: row.persons, fill: COLOURS.deep }] : [];
    return { key, label, sub, value, marks, tip: `${label}: ${value} invånare, ${sub}` };
  });
  const most = shown.reduce((max, row) => Math.max(max, countIn(row.persons)), 0);
  const scene = layoutRows(
    {
      panels: [{ key: "population", rows }],
      scale: scaleFromZero(most, width < NARROW ? 3 : 6),
      legend: [],
      valueHead: "Invånare",
    },
    width,
  );
  const left = ordered.length - shown.length;
  return {
    scene,
    notes:
      left > 0 ? [`Visar de ${MOST_ROWS} största kommunerna. De andra ${formatNumber(left)} finns i tabellen.`] : [],
  };
}
