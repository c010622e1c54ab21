import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatFixed, formatNumber, formatRange, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import type { LegendItem } from "./legend.ts";
import { countIn, distinct, isHidden, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { dotSample, hatchSample, spanSample, tickSample } from "./samples.ts";
import { HATCH } from "./scene.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

const MOST_ROWS = 40;
const RANGE = STEPS_OF_DEEP[2];
/** Half-widths that the answers themselves state. */
const PRECISION: Readonly<Record<string, number>> = { pm10: 0.1, pm25: 0.25 };

/** "per_1000" where any population is known, otherwise persons. */
export const measureOf = (counts: Table): "per_1000" | "n_known" =>
  counts.rows.some(
    ({ per_1000: figure, high_per_1000: high }) =>
      typeof figure === "number" || typeof high === "number" || isHidden(figure),
  )
    ? "per_1000"
    : "n_known";

/** A point a party and municipality, with its range; a summary by kind of party where they are too many. */
export function groupSizeBody(tables: Tables, context: DrawContext): ChartBody {
  const counts = tableOf(tables, "counts");
  const rows =
    context.focus === undefined ? counts.rows : counts.rows.filter((row) => row.municipality === context.focus);
  const measure = measureOf(counts);
  const municipalities = distinct({ ...counts, rows }, "municipality");
  if (municipalities.length > 1 && rows.length > MOST_ROWS) return byKind(tables, context);
  const values = rows.map((row) => valueOf(row, measure));
  const most = Math.max(0, ...values.map(({ high }) => high ?? 0));
  let left = 0;
  const panels = municipalities.map((code): RowPanel => {
    const ordered = rows
      .map((row, i) => ({ row, value: values[i] ?? {} }))
      .filter(({ row }) => row.municipality === code)
      .sort((a, b) => (b.value.at ?? b.value.high ?? -1) - (a.value.at ?? a.value.high ?? -1));
    left += Math.max(0, ordered.length - MOST_ROWS);
    return {
      key: code,
      heading: labelIn(counts, "municipality", code),
      rows: ordered.slice(0, MOST_ROWS).map(({ row, value }) => chartRow(counts, row, value, measure)),
    };
  });
  const scale = scaleFromZero(most, context.width < NARROW ? 4 : 7);
  const scene = layoutRows(
    { panels, scale, legend: legend(values), valueHead: measure === "per_1000" ? "Per 1 000" : "Personer" },
    context.width,
  );
  return {
    scene,
    notes: left > 0 ? [`Visar de ${MOST_ROWS} största i varje kommun. De andra ${left} finns i tabellen.`] : [],
  };
}

interface Value {
  readonly at?: number;
  readonly low?: number;
  readonly high?: number;
  readonly rough?: boolean;
  /** The figure is not shown: the range is what everybody may know. */
  readonly hidden?: boolean;
}

function valueOf(row: TableRow, measure: "per_1000" | "n_known"): Value {
  const number = (key: string) => (typeof row[key] === "number" ? row[key] : undefined);
  const at = number(measure);
  const [low, high] =
    measure === "per_1000" ? [number("low_per_1000"), number("high_per_1000")] : [number("low"), number("high")];
  const stated = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  if (at === undefined)
    return low === undefined || high === undefined ? {} : { ...stated, hidden: isHidden(row.n_known) };
  const half = typeof row.precision === "string" ? (PRECISION[row.precision] ?? 0) : 0;
  return { at, low: low ?? at * (1 - half), high: high ?? at * (1 + half), rough: row.precision === "rough" };
}

function chartRow(counts: Table, row: TableRow, value: Value, measure: "per_1000" | "n_known"): ChartRow {
  const party = labelIn(counts, "party", row.party);
  const place = `${party}, ${labelIn(counts, "municipality", row.municipality)}`;
  const key = `${textIn(row.party)}/${textIn(row.municipality)}`;
  const { at, low, high, rough = false } = value;
  if (at === undefined && (low === undefined || high === undefined)) {
    const words =
      measure === "per_1000" && typeof row.n_known === "number" && !isHidden(row.per_1000)
        ? "Befolkning saknas"
        : reasonIn(isHidden(row.per_1000) ? row.per_1000 : row.n_known);
    return { key, label: party, value: "", marks: [], words, tip: `${place}: ${words.toLowerCase()}` };
  }
  const persons = personsWord(row);
  const basis = [labelIn(counts, "source", row.source), labelIn(counts, "precision", row.precision)].filter(
    (word) => word !== "",
  );
  const sub = [persons, ...basis.map(inSentence)].join(", ");
  const digits = measure === "per_1000" ? 1 : 0;
  const figure =
    at === undefined ? `${formatFixed(low ?? 0, digits)}–${formatFixed(high ?? 0, digits)}` : formatFixed(at, digits);
  const marks: RowMark[] = [];
  if (low !== undefined && high !== undefined && high > low) {
    marks.push(
      value.hidden === true
        ? { kind: "bar", from: low, to: high, fill: HATCH }
        : { kind: "span", from: low, to: high, colour: RANGE, thickness: 5, ends: "plain" },
    );
  }
  if (at !== undefined) marks.push({ kind: "dot", at, colour: COLOURS.deep, hollow: rough });
  const tip = measure === "per_1000" ? `${place}: ${figure} per 1 000, ${sub}` : `${place}: ${sub}`;
  return { key, label: party, sub, value: figure, marks, tip };
}

/** "12 personer", "10–20 personer", "1–4 personer (antalet visas inte)" */
function personsWord({ n_known: n, low, high }: TableRow): string {
  if (typeof n === "number") return `${formatNumber(n)} personer`;
  const isKept = isHidden(low) || isHidden(high) || (isHidden(n) && (typeof low !== "number" || high === undefined));
  if (isKept) return "antalet visas inte";
  const range = `${formatRange(countIn(low), high === "∞" ? high : countIn(high))} personer`;
  return isHidden(n) ? `${range} (antalet visas inte)` : range;
}

function legend(values: readonly Value[]): readonly LegendItem[] {
  const items: (LegendItem & { readonly shown: boolean })[] = [
    {
      label: "Angivet antal",
      sample: dotSample(COLOURS.deep),
      shown: values.some(({ at, rough }) => at !== undefined && !rough),
    },
    { label: "Grov uppskattning", sample: dotSample(COLOURS.deep, true), shown: values.some(({ rough }) => rough) },
    {
      label: "Intervall som parten angett",
      sample: spanSample(RANGE, 5),
      shown: values.some(({ low, high, hidden }) => hidden !== true && high !== undefined && high > (low ?? high)),
    },
    {
      label: "Antalet visas inte: det ligger här någonstans",
      sample: hatchSample,
      shown: values.some(({ hidden }) => hidden === true),
    },
  ];
  return items.filter(({ shown }) => shown);
}

function byKind(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "by_kind");
  const median = (row: TableRow) => (typeof row.median === "number" ? row.median : -1);
  const ordered = [...table.rows].sort((a, b) => median(b) - median(a));
  const rows = ordered.map((row): ChartRow => {
    const label = labelIn(table, "party_kind", row.party_kind);
    const key = textIn(row.party_kind);
    const sub = `${formatNumber(countIn(row.n))} av ${formatNumber(countIn(row.expected))} har angett antal`;
    const hidden = ["median", "min", "q1", "q3", "max"].find((end) => isHidden(row[end]));
    if (typeof row.median !== "number" || hidden !== undefined) {
      const words = reasonIn(row[hidden ?? "median"]);
      return { key, label, sub, value: "", marks: [], words, tip: `${label}: ${inSentence(words)}; ${sub}` };
    }
    const [min, q1, median, q3, max] = [row.min, row.q1, row.median, row.q3, row.max].map(countIn) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      key,
      label,
      sub,
      value: formatFixed(median, 1),
      marks: [
        { kind: "span", from: min, to: max, colour: RANGE, thickness: 2, ends: "plain" },
        { kind: "span", from: q1, to: q3, colour: RANGE, thickness: 10, ends: "plain" },
        { kind: "tick", at: median, colour: COLOURS.deep },
      ],
      tip: `${label}: median ${formatNumber(median, 1)} per 1 000, hälften mellan ${formatRange(q1, q3, 1)}, alla mellan ${formatRange(min, max, 1)}; ${sub}`,
    };
  });
  const most = Math.max(0, ...table.rows.map(({ max }) => (typeof max === "number" ? max : 0)));
  const scene = layoutRows(
    {
      panels: [{ key: "kinds", rows }],
      scale: scaleFromZero(most, width < NARROW ? 4 : 7),
      legend: [
        { label: "Median", sample: tickSample(COLOURS.deep) },
        { label: "Mittersta hälften av svaren", sample: spanSample(RANGE, 10) },
        { label: "Lägsta till högsta", sample: spanSample(RANGE, 2) },
      ],
      valueHead: "Median per 1 000",
    },
    width,
  );
  return {
    scene,
    notes: [
      "Många parter: bilden visar slag av part. Varje part och kommun finns i tabellen; välj en kommun för att se dess parter.",
    ],
  };
}
