/** The journeys of all municipalities in one table: the deeper the shade, the heavier the way for the young person. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { heatBody, type HeatCell, type HeatPanel } from "./heat-chart.ts";
import { waitWords } from "./journey-lanes.ts";
import { nothingBody } from "./nothing-body.ts";
import { countIn, distinct, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import { STEPS_OF_DEEP } from "./tokens.ts";

/** Columns of the table of measures, short enough to stand above a column. */
const MEASURES = [
  { key: "contacts", label: "Kontakter" },
  { key: "actors", label: "Slag av parter" },
  { key: "handovers", label: "Överlämningar" },
  { key: "retellings", label: "Berättar igen" },
  { key: "wait_low", label: "Väntan, dagar" },
  { key: "no_lead", label: "Utan ledare" },
] as const;
type Measure = (typeof MEASURES)[number]["key"];

const LEVELS = ["Lägsta tredjedelen", "Mellersta", "Högsta tredjedelen"].map((label, i) => ({
  label,
  fill: STEPS_OF_DEEP[i === 0 ? 0 : i === 1 ? 2 : 4] ?? "",
}));
const MOST_PLACES = 40;

/** Municipalities × measures, a panel a case. Shades are relative to the other municipalities of the same case. */
export function compareBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "measures");
  const ids = distinct(table, "case");
  const each = Math.max(1, Math.floor(MOST_PLACES / Math.max(1, ids.length)));
  let left = 0;
  const panels = ids.flatMap((id): HeatPanel[] => {
    const name = (row: TableRow) => labelIn(table, "municipality", row.municipality);
    const all = table.rows
      .filter((row) => row.case === id && (context.focus === undefined || row.municipality === context.focus))
      .filter((row) => countIn(row.answers) > 0)
      .sort((a, b) => countIn(b.no_lead) - countIn(a.no_lead) || compareSwedish(name(a), name(b)));
    const rows = all.slice(0, each);
    left += all.length - rows.length;
    if (rows.length === 0) return [];
    const byPlace = new Map(rows.map((row) => [textIn(row.municipality), row]));
    return [
      {
        key: id,
        heading: labelIn(table, "case", id),
        rows: rows.map((row) => ({ id: textIn(row.municipality), label: name(row) })),
        columns: MEASURES.map(({ key, label }) => ({ id: key, label })),
        cell: (place, measure) => {
          const row = byPlace.get(place);
          return row === undefined ? undefined : cellOf(table, row, measure as Measure, all);
        },
      },
    ];
  });
  if (panels.length === 0) return nothingBody("Inget svar", context.width);
  const { scene, notes = [] } = heatBody({ panels, levels: LEVELS, unknown: "Inget svar" }, context);
  return {
    scene,
    notes: [
      ...notes,
      "Skuggningen jämför kommunerna i samma fall: mörkast är den tyngsta tredjedelen. Är alla lika är de ljusa.",
      ...(left > 0
        ? [`Visar de ${formatNumber(each)} med flest skeden utan ledare i varje fall. De andra finns i tabellen.`]
        : []),
    ],
  };
}

function cellOf(table: Table, row: TableRow, measure: Measure, all: readonly TableRow[]): HeatCell {
  const place = labelIn(table, "municipality", row.municipality);
  const title = table.columns.find(({ key }) => key === measure)?.label.toLowerCase() ?? measure;
  const value = row[measure];
  if (typeof value !== "number")
    return { level: undefined, word: "", tip: `${place}, ${title}: ${reasonIn(value).toLowerCase()}` };
  const values = all.flatMap((one) => (typeof one[measure] === "number" ? [one[measure]] : []));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const level = most === least ? 0 : Math.min(2, Math.floor((3 * (value - least)) / (most - least)));
  const word = wordOf(row, measure, value);
  return { level, word, tip: `${place}, ${title}: ${word}` };
}

function wordOf(row: TableRow, measure: Measure, value: number): string {
  if (measure === "wait_low") return waitWords(row);
  if (measure === "no_lead") return `${formatNumber(value)} av ${formatNumber(countIn(row.lead_stages))}`;
  if (measure === "handovers" || measure === "retellings")
    return `${formatNumber(value)} av ${formatNumber(countIn(row.stages))}`;
  return formatNumber(value);
}
