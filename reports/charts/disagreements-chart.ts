import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatList, formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { layoutList } from "./list-layout.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { frameSample } from "./samples.ts";
import { scaleOfCounts } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_LISTED = 12;

/** Who says what against whom while they are few; otherwise how many of each kind. */
export function disagreementsBody(tables: Tables, context: DrawContext): ChartBody {
  const counts = tableOf(tables, "denials");
  const places = counts.rows.filter(
    ({ municipality }) => context.focus === undefined || municipality === context.focus,
  );
  const kinds = counts.columns.filter(({ key }) => key !== "municipality");
  const totals = kinds.map(({ key, label }) => ({
    kind: key,
    label,
    n: places.reduce((sum, row) => sum + countIn(row[key]), 0),
  }));
  const all = totals.reduce((sum, { n }) => sum + n, 0);
  if (all === 0 || all > MOST_LISTED) return byKind(totals, context);
  const table = tableOf(tables, "disagreements");
  const shown = new Set(places.map(({ municipality }) => municipality));
  return listed(
    table,
    table.rows.filter(({ municipality }) => shown.has(municipality)),
    context,
  );
}

function listed(table: Table, rows: readonly TableRow[], { width }: DrawContext): ChartBody {
  const parties = (cell: TableRow[string] | undefined) =>
    formatList(
      textIn(cell)
        .split("|")
        .map((id) => labelIn(table, "party", id)),
    );
  const panels = distinct({ ...table, rows }, "municipality").map((place) => ({
    heading: labelIn(table, "municipality", place),
    entries: rows
      .filter(({ municipality }) => municipality === place)
      .map((row, i) => ({
        key: `${place}/${i}`,
        sample: frameSample(COLOURS.card, COLOURS.rust),
        text: `${parties(row.party)}: ”${textIn(row.says)}”. ${parties(row.other)}: ”${textIn(row.other_says)}”.`,
      })),
  }));
  return { scene: layoutList(panels, width) };
}

interface KindCount {
  readonly kind: string;
  readonly label: string;
  readonly n: number;
}

function byKind(counts: readonly KindCount[], { width }: DrawContext): ChartBody {
  const shown = [...counts]
    .sort((a, b) => b.n - a.n)
    .map(({ kind, label, n }): ChartRow => ({
      key: kind,
      label,
      value: formatNumber(n),
      marks: n === 0 ? [] : [{ kind: "bar", from: 0, to: n, fill: COLOURS.rust }],
      tip: `${label}: ${formatNumber(n)}`,
    }));
  const scale = scaleOfCounts(Math.max(1, ...counts.map(({ n }) => n)), width < NARROW ? 4 : 7);
  const scene = layoutRows({ panels: [{ key: "kinds", rows: shown }], scale, legend: [], valueHead: "Antal" }, width);
  return { scene, notes: ["Vem som säger vad, kommun för kommun, står i tabellen."] };
}
