import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, HIDDEN_WORDS, hidesRatings, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { swatch } from "./samples.ts";
import { TWO_SIDED } from "./tokens.ts";

const RATINGS = ["c1", "c2", "c3", "c4", "c5"] as const;

export interface RatingsChart {
  /** A table with columns `group`, `n`, `c1` … `c5`, `dont_know`, `net`, and `too_early` where it was asked. */
  readonly table: string;
  /** Column of what is rated. */
  readonly name: string;
  /** What one row is about, in the note on lengths: "varje insats". */
  readonly each?: string;
  /** High ratings are what calls for attention, as with barriers: they take the colour that low ones have otherwise. */
  readonly highIsBad?: boolean;
}

/**
 * Ratings on both sides of the middle: 1 and 2 to the left, 4 and 5 to the right, 3 across. What is rated stands together,
 * group by group; the highest net of the first group first.
 */
export function ratingsBody(tables: Tables, { width }: DrawContext, chart: RatingsChart): ChartBody {
  const table = tableOf(tables, chart.table);
  const first = new Map<string, number>();
  for (const row of table.rows) {
    const name = textIn(row[chart.name]);
    if (!first.has(name)) first.set(name, netOf(row));
  }
  const rank = (row: TableRow) => first.get(textIn(row[chart.name])) ?? 0;
  const order = [...first.keys()];
  const ordered = [...table.rows].sort(
    (a, b) => rank(b) - rank(a) || order.indexOf(textIn(a[chart.name])) - order.indexOf(textIn(b[chart.name])),
  );
  // Where no row has ten ratings the lengths are answers, not shares.
  const shown = ordered.filter((row) => !hidesRatings(row));
  const counts = shown.length > 0 && shown.every((row) => countIn(row.n) < FEW_ANSWERS);
  const sides = shown.map((row) => reach(row, counts));
  const most = Math.max(counts ? 1 : 0.2, ...sides.flat());
  const end = counts ? Math.ceil(most) : Math.min(1, Math.ceil(most * 5) / 5);
  const grouped = new Set(ordered.map((row) => row.group)).size > 1;
  const style = { ...chart, counts, grouped };
  const steps = counts ? [-end, 0, end] : [-end, -end / 2, 0, end / 2, end];
  const ticks = steps.map((value) => ({
    value,
    label: counts ? formatNumber(Math.abs(value)) : `${formatNumber(Math.abs(value) * 100)}\u00a0%`,
  }));
  const scene = layoutRows(
    {
      panels: grouped
        ? panelsOf(table, ordered, style)
        : [{ key: chart.table, rows: ordered.map((row) => chartRow(table, row, style)) }],
      scale: { min: -end, max: end, ticks },
      legend: RATINGS.map((key, i) => ({
        label: table.columns.find((column) => column.key === key)?.label ?? key,
        sample: swatch(fillOf(i, chart)),
      })),
      valueHead: "Netto, n",
    },
    width,
  );
  const unit = counts
    ? `Längden är antal svar, eftersom färre än tio har svarat om ${chart.each ?? "varje rad"}.`
    : "Längden är andel av svaren; talen i staplarna är antal svar.";
  return { scene, notes: [`${unit} Trean ligger mitt över noll. Netto är andelen 4 och 5 minus andelen 1 och 2.`] };
}

const fillOf = (rating: number, { highIsBad = false }: RatingsChart): string =>
  TWO_SIDED[highIsBad ? TWO_SIDED.length - 1 - rating : rating] ?? "";

/** Rows without ratings stand last. */
const netOf = (row: TableRow): number => (typeof row.net === "number" && !hidesRatings(row) ? row.net : -1000);

function reach(row: TableRow, counts: boolean): readonly [number, number] {
  const [c1, c2, c3, c4, c5] = RATINGS.map((key) => countIn(row[key])) as [number, number, number, number, number];
  const base = counts ? 1 : Math.max(1, countIn(row.n));
  return [(c1 + c2 + c3 / 2) / base, (c3 / 2 + c4 + c5) / base];
}

interface Style extends RatingsChart {
  readonly counts: boolean;
  readonly grouped: boolean;
}

/** A panel for each thing that is rated, with a row a group: what is to be compared stands together. */
function panelsOf(table: Table, rows: readonly TableRow[], chart: Style): readonly RowPanel[] {
  const names = [...new Set(rows.map((row) => textIn(row[chart.name])))];
  return names.map((name) => ({
    key: `${chart.table}-${name}`,
    heading: labelIn(table, chart.name, name),
    rows: rows.filter((row) => row[chart.name] === name).map((row) => chartRow(table, row, chart)),
  }));
}

function chartRow(table: Table, row: TableRow, chart: Style): ChartRow {
  const { name: column, counts, grouped } = chart;
  const name = labelIn(table, column, row[column]);
  const group = labelIn(table, "group", row.group);
  const label = grouped ? group : name;
  const said = grouped ? `${name}, ${group.toLowerCase()}` : name;
  const key = `${textIn(row[column])}/${textIn(row.group)}`;
  if (hidesRatings(row)) {
    const tip = `${said}: ${inSentence(HIDDEN_WORDS)}`;
    return { key, label, value: "", marks: [], words: HIDDEN_WORDS, tip };
  }
  const aside = [
    ...(countIn(row.too_early) > 0 ? [`${formatNumber(countIn(row.too_early))} för tidigt att bedöma`] : []),
    ...(countIn(row.dont_know) > 0 ? [`${formatNumber(countIn(row.dont_know))} vet ej`] : []),
  ].join(", ");
  const sub = aside === "" ? {} : { sub: aside };
  if (typeof row.net !== "number") {
    const words = row.net === undefined ? "" : reasonIn(row.net);
    return { key, label, ...sub, value: "", marks: [], words, tip: `${said}: ${words.toLowerCase()}` };
  }
  const base = counts ? 1 : countIn(row.n);
  let before = -reach(row, counts)[0];
  const marks = RATINGS.flatMap((rating, i) => {
    const n = countIn(row[rating]);
    const from = before;
    before += n / base;
    return n === 0 ? [] : [{ kind: "bar" as const, from, to: before, fill: fillOf(i, chart), label: formatNumber(n) }];
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
    tip: `${said}: netto ${net}, ${spread}${aside === "" ? "" : `, ${aside}`}`,
  };
}
