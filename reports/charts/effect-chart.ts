import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { swatch } from "./samples.ts";
import { TWO_SIDED } from "./tokens.ts";

const RATINGS = ["c1", "c2", "c3", "c4", "c5"] as const;

/** Ratings on both sides of the middle: 1 and 2 to the left, 4 and 5 to the right, 3 across. Highest net first. */
export function effectBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "effect");
  const ordered = [...table.rows].sort((a, b) => netOf(b) - netOf(a));
  // Where no row has ten ratings the lengths are answers, not shares.
  const counts = ordered.every((row) => countIn(row.n) < FEW_ANSWERS);
  const sides = ordered.map((row) => reach(row, counts));
  const most = Math.max(counts ? 1 : 0.2, ...sides.flat());
  const end = counts ? Math.ceil(most) : Math.min(1, Math.ceil(most * 5) / 5);
  const groups = new Set(ordered.map((row) => row.group));
  const rows = ordered.map((row) => chartRow(table, row, counts, groups.size > 1));
  const steps = counts ? [-end, 0, end] : [-end, -end / 2, 0, end / 2, end];
  const ticks = steps.map((value) => ({
    value,
    label: counts ? formatNumber(Math.abs(value)) : `${formatNumber(Math.abs(value) * 100)}\u00a0%`,
  }));
  const scene = layoutRows(
    {
      panels: [{ key: "effect", rows }],
      scale: { min: -end, max: end, ticks },
      legend: RATINGS.map((key, i) => ({
        label: table.columns.find((column) => column.key === key)?.label ?? key,
        sample: swatch(TWO_SIDED[i] ?? ""),
      })),
      valueHead: "Netto, n",
    },
    width,
  );
  const unit = counts
    ? "Längden är antal svar, eftersom färre än tio har svarat om varje insats."
    : "Längden är andel av svaren; talen i staplarna är antal svar.";
  return { scene, notes: [`${unit} Trean ligger mitt över noll. Netto är andelen 4 och 5 minus andelen 1 och 2.`] };
}

/** Rows without ratings stand last. */
const netOf = (row: TableRow): number => (typeof row.net === "number" ? row.net : -1000);

function reach(row: TableRow, counts: boolean): readonly [number, number] {
  const [c1, c2, c3, c4, c5] = RATINGS.map((key) => countIn(row[key])) as [number, number, number, number, number];
  const base = counts ? 1 : Math.max(1, countIn(row.n));
  return [(c1 + c2 + c3 / 2) / base, (c3 / 2 + c4 + c5) / base];
}

function chartRow(table: Table, row: TableRow, counts: boolean, grouped: boolean): ChartRow {
  const name = labelIn(table, "intervention", row.intervention);
  const label = grouped ? `${name}, ${labelIn(table, "group", row.group).toLowerCase()}` : name;
  const key = `${textIn(row.intervention)}/${textIn(row.group)}`;
  const aside = [
    ...(countIn(row.too_early) > 0 ? [`${formatNumber(countIn(row.too_early))} för tidigt att bedöma`] : []),
    ...(countIn(row.dont_know) > 0 ? [`${formatNumber(countIn(row.dont_know))} vet ej`] : []),
  ].join(", ");
  const sub = aside === "" ? {} : { sub: aside };
  if (typeof row.net !== "number") {
    const words = row.net === undefined ? "" : reasonIn(row.net);
    return { key, label, ...sub, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
  }
  const base = counts ? 1 : countIn(row.n);
  let before = -reach(row, counts)[0];
  const marks = RATINGS.flatMap((rating, i) => {
    const n = countIn(row[rating]);
    const from = before;
    before += n / base;
    return n === 0
      ? []
      : [{ kind: "bar" as const, from, to: before, fill: TWO_SIDED[i] ?? "", label: formatNumber(n) }];
  });
  const net = `${row.net > 0 ? "+" : ""}${formatNumber(row.net)}`;
  const value = `${net}, n\u00a0=\u00a0${formatNumber(countIn(row.n))}`;
  const spread = RATINGS.map((rating, i) => `${i + 1}: ${formatNumber(countIn(row[rating]))}`).join(", ");
  return {
    key,
    label,
    ...sub,
    value,
    marks,
    tip: `${label}: netto ${net}, ${spread}${aside === "" ? "" : `, ${aside}`}`,
  };
}
