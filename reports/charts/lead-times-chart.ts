import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatList, formatNumber, formatPercent, formatRange, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, distinct, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel, type RowScale } from "./rows-layout.ts";
import { spanSample, swatch, tickSample } from "./samples.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

const TICKS = [0, 3, 7, 14, 30, 60, 90, 120, 180, 365, 730];
const ROOT_NOTE = "Skalan är tätare för långa tider, så att dagar och veckor syns. Pil: övre gränsen är inte känd.";

/** The interval in which the median lies, by step, against the norm. */
export function stepsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "by_step");
  const rows = table.rows.filter((row) => row.party_kind === "all");
  const panels = [{ key: "steps", rows: rows.map((row) => chartRow(table, row, labelIn(table, "step", row.step))) }];
  return intervals(panels, rows, context);
}

/** The same by kind of party within each step; kinds without a figure share one row of words, steps without a note. */
export function kindsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "by_step");
  const rows = table.rows.filter((row) => row.party_kind !== "all");
  const isKnown = (row: TableRow) => countIn(row.n) > 0;
  const panels: RowPanel[] = [];
  const silentSteps: string[] = [];
  for (const step of distinct(table, "step")) {
    const here = rows.filter((row) => row.step === step);
    const known = here.filter(isKnown).sort((a, b) => countIn(b.median_low) - countIn(a.median_low));
    if (known.length === 0) {
      silentSteps.push(inSentence(labelIn(table, "step", step)));
      continue;
    }
    const shown = known.map((row) => chartRow(table, row, labelIn(table, "party_kind", row.party_kind)));
    const silent = here.filter((row) => !isKnown(row)).map((row) => labelIn(table, "party_kind", row.party_kind));
    const words = `Inget svar med tid: ${formatList(silent)}`;
    const others: ChartRow = { key: `${step}/none`, label: "Övriga", value: "", marks: [], words, tip: words };
    panels.push({
      key: step,
      heading: labelIn(table, "step", step),
      rows: silent.length > 0 ? [...shown, others] : shown,
    });
  }
  const body = intervals(panels, rows, context);
  if (silentSteps.length === 0) return body;
  return { ...body, notes: [...(body.notes ?? []), `Inget svar med tid finns för ${formatList(silentSteps)}.`] };
}

function intervals(panels: readonly RowPanel[], rows: readonly TableRow[], { width }: DrawContext): ChartBody {
  const ends = rows.flatMap((row) => [
    countIn(row.median_low) * 1.15,
    countIn(row.median_high),
    countIn(row.norm_days),
  ]);
  const most = Math.max(30, ...ends);
  const max = TICKS.find((tick) => tick >= most) ?? most;
  const scale: RowScale = {
    min: 0,
    max,
    exponent: 0.5,
    ticks: TICKS.filter((tick) => tick <= max).map((value) => ({ value, label: formatNumber(value) })),
  };
  const legend = [
    { label: "Medianen ligger här", sample: spanSample(COLOURS.deep, 7) },
    ...(rows.some((row) => typeof row.norm_days === "number")
      ? [{ label: "Norm", sample: tickSample(COLOURS.rust) }]
      : []),
  ];
  const scene = layoutRows({ panels, scale, legend, valueHead: width < NARROW ? "" : "Dagar, n" }, width);
  return { scene, notes: [ROOT_NOTE] };
}

function chartRow(table: Table, row: TableRow, label: string): ChartRow {
  const key = `${textIn(row.step)}/${textIn(row.party_kind)}`;
  const norm = typeof row.norm_days === "number" ? row.norm_days : undefined;
  const sub = norm === undefined ? {} : { sub: `Norm ${formatNumber(norm)} dagar` };
  if (typeof row.median_low !== "number") {
    const words = countIn(row.n) === 0 ? "Inget svar med tid" : reasonIn(row.median_low);
    return { key, label, ...sub, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
  }
  const days = daysBetween(row.median_low, row.median_high);
  const marks: RowMark[] = [
    {
      kind: "span",
      from: row.median_low,
      to: row.median_high === "∞" ? "∞" : countIn(row.median_high),
      colour: COLOURS.deep,
      thickness: 7,
      ends: "plain",
    },
  ];
  if (norm !== undefined) marks.push({ kind: "tick", at: norm, colour: COLOURS.rust });
  const value = `${days}, n\u00a0=\u00a0${formatNumber(countIn(row.n))}`;
  const against = norm === undefined ? "" : `; norm ${formatNumber(norm)} dagar`;
  return {
    key,
    label,
    ...sub,
    value,
    marks,
    tip: `${label}: medianen är ${days} dagar${against}; ${formatNumber(countIn(row.n))} svar`,
  };
}

/** Whole days of a left-open interval: (14, 30] is 15–30, (0, 0] is 0, (180, ∞) is över 180. */
export function daysBetween(low: number, high: TableRow[string] | undefined): string {
  if (high === "∞") return formatRange(low, "∞");
  const to = countIn(high);
  return formatRange(low === 0 && to === 0 ? 0 : Math.min(low + 1, to), to);
}

const shareLabel = (share: number, n: number): string =>
  n < FEW_ANSWERS ? formatNumber(Math.round(share * n)) : formatPercent(share);

const SHARES = [
  { key: "within_norm", label: "Säkert inom normen", fill: COLOURS.deep },
  { key: "possibly_within", label: "Går inte att säga", fill: STEPS_OF_DEEP[1] },
  { key: "over_norm", label: "Säkert över normen", fill: COLOURS.rust },
] as const;

/** Share of the answers within and over the norm, by step; all parties together where the norm is general. */
export function normsBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "by_step");
  const general = new Set(
    table.rows.filter((row) => row.party_kind === "all" && typeof row.norm_days === "number").map((row) => row.step),
  );
  const rows = table.rows.filter(
    (row) =>
      typeof row.norm_days === "number" &&
      (general.has(row.step ?? "") ? row.party_kind === "all" : row.party_kind !== "all"),
  );
  const chartRows = rows.map((row): ChartRow => {
    const step = labelIn(table, "step", row.step);
    const label = row.party_kind === "all" ? step : `${step}, ${labelIn(table, "party_kind", row.party_kind)}`;
    const key = `${textIn(row.step)}/${textIn(row.party_kind)}`;
    const sub = `Norm ${formatNumber(countIn(row.norm_days))} dagar`;
    if (countIn(row.n) === 0)
      return {
        key,
        label,
        sub,
        value: "",
        marks: [],
        words: "Inget svar med tid",
        tip: `${label}: inget svar med tid`,
      };
    let before = 0;
    const marks = SHARES.flatMap((share) => {
      const part = countIn(row[share.key]);
      const from = before;
      before += part;
      return part === 0
        ? []
        : [{ kind: "bar" as const, from, to: before, fill: share.fill, label: shareLabel(part, countIn(row.n)) }];
    });
    const words = SHARES.map((share) => `${share.label.toLowerCase()} ${formatPercent(countIn(row[share.key]))}`).join(
      ", ",
    );
    return {
      key,
      label,
      sub,
      value: `n\u00a0=\u00a0${formatNumber(countIn(row.n))}`,
      marks,
      tip: `${label}, ${sub.toLowerCase()}: ${words}`,
    };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const legend = SHARES.map(({ label, fill }) => ({ label, sample: swatch(fill) }));
  const scene = layoutRows(
    { panels: [{ key: "norms", rows: chartRows }], scale: { min: 0, max: 1, ticks }, legend, valueHead: "Svar" },
    width,
  );
  if (chartRows.length === 0) return { scene, notes: ["Ingen norm gäller för stegen i den här studien."] };
  const few = rows.some((row) => countIn(row.n) > 0 && countIn(row.n) < FEW_ANSWERS);
  return {
    scene,
    notes: few ? ["Längden är andel av svaren. Där färre än tio har svarat står antal svar i staplarna."] : [],
  };
}
