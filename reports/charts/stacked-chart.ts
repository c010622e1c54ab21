import type { DrawContext, Table, TableCell, TableRow, Tables } from "../section.ts";
import { formatNumber, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, HIDDEN_WORDS, isHidden, NOT_SHOWN, tableOf } from "./read-table.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { hatchSample, swatch } from "./samples.ts";
import { HATCH, type Fill } from "./scene.ts";

export interface StackedPart {
  readonly key: string;
  readonly fill: Fill;
}

export interface StackedChart {
  readonly table: string;
  /** In drawing order; their labels are those of the table's columns. */
  readonly parts: readonly StackedPart[];
  readonly label: (table: Table, row: TableRow) => string;
  readonly key: (row: TableRow) => string;
  readonly value: (row: TableRow) => string;
  readonly valueHead: string;
  /** Which rows, in which order; by default all as they stand. */
  readonly rows?: (table: Table, context: DrawContext) => readonly TableRow[];
  /** Heading of the panel of a row; rows of a panel stand together. */
  readonly panel?: (table: Table, row: TableRow) => string;
  /** What the numbers in the bars are. */
  readonly unit: string;
  /** How many the whole bar is, where the table says so: then the parts that are shown are drawn beside those that are not. */
  readonly total?: (row: TableRow) => TableCell | undefined;
}

const MOST_ROWS = 60;

/** Bars of the same length, divided by what was answered; a row that nobody has answered says so. */
export function stackedBody(tables: Tables, context: DrawContext, chart: StackedChart): ChartBody {
  const table = tableOf(tables, chart.table);
  const all = chart.rows?.(table, context) ?? table.rows;
  const shown = all.slice(0, MOST_ROWS);
  const panels = new Map<string, ChartRow[]>();
  for (const row of shown) {
    const heading = chart.panel?.(table, row) ?? "";
    panels.set(heading, [...(panels.get(heading) ?? []), chartRow(table, row, chart)]);
  }
  const legend = chart.parts.map(({ key, fill }) => ({
    label: columnLabel(table, key),
    sample: fill === HATCH ? hatchSample : swatch(fill),
  }));
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const scene = layoutRows(
    {
      panels: [...panels].map(([heading, rows]): RowPanel => ({
        key: heading,
        ...(heading === "" ? {} : { heading }),
        rows,
      })),
      scale: { min: 0, max: 1, ticks },
      legend,
      valueHead: chart.valueHead,
    },
    context.width,
  );
  const left = all.length - shown.length;
  return {
    scene,
    notes: [
      `Längden är andel; talen i staplarna är antal ${chart.unit}.`,
      ...(left > 0 ? [`Visar ${MOST_ROWS} rader. De andra ${formatNumber(left)} finns i tabellen.`] : []),
    ],
  };
}

const columnLabel = (table: Table, key: string): string =>
  table.columns.find((column) => column.key === key)?.label ?? key;

function chartRow(table: Table, row: TableRow, chart: StackedChart): ChartRow {
  const { parts, label: name, key, value } = chart;
  const label = name(table, row);
  if (parts.some(({ key: part }) => isHidden(row[part]))) return hidingRow(table, row, chart);
  const n = parts.reduce((sum, part) => sum + countIn(row[part.key]), 0);
  if (n === 0) return { key: key(row), label, value: "", marks: [], words: "Inget svar", tip: `${label}: inget svar` };
  let before = 0;
  const marks = parts.flatMap(({ key: part, fill }) => {
    const count = countIn(row[part]);
    const from = before;
    before += count / n;
    if (count === 0) return [];
    return [
      { kind: "bar" as const, from, to: before, fill, ...(fill === HATCH ? {} : { label: formatNumber(count) }) },
    ];
  });
  const words = parts.map(
    ({ key: part }) => `${columnLabel(table, part).toLowerCase()} ${formatNumber(countIn(row[part]))}`,
  );
  return { key: key(row), label, value: value(row), marks, tip: `${label}: ${words.join(", ")}` };
}

/** Some parts are not shown: those that are, and hatching for the rest of the whole; without a whole nothing has a length. */
function hidingRow(table: Table, row: TableRow, { parts, label: name, key, total }: StackedChart): ChartRow {
  const label = name(table, row);
  const shown = parts.filter(({ key: part }) => !isHidden(row[part]));
  const told = shown
    .filter(({ key: part }) => countIn(row[part]) > 0)
    .map(({ key: part }) => `${columnLabel(table, part).toLowerCase()} ${formatNumber(countIn(row[part]))}`);
  const tip = `${label}: ${[...told, told.length > 0 ? `resten ${NOT_SHOWN}` : inSentence(HIDDEN_WORDS)].join(", ")}`;
  const whole = total?.(row);
  if (typeof whole !== "number" || whole === 0 || told.length === 0)
    return { key: key(row), label, value: "", marks: [], words: HIDDEN_WORDS, tip };
  let before = 0;
  const marks = shown.flatMap(({ key: part, fill }) => {
    const count = countIn(row[part]);
    const from = before;
    before = Math.min(1, before + count / whole);
    if (count === 0) return [];
    return [
      { kind: "bar" as const, from, to: before, fill, ...(fill === HATCH ? {} : { label: formatNumber(count) }) },
    ];
  });
  const rest = { kind: "bar" as const, from: before, to: 1, fill: HATCH };
  return {
    key: key(row),
    label,
    sub: `Resten ${NOT_SHOWN}`,
    value: "",
    marks: [...marks, rest],
    tip,
  };
}
