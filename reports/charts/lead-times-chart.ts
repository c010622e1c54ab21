import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatList, formatNumber, formatRange, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, distinct, HIDDEN_WORDS, hidesTimes, labelIn, reasonIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel, type RowScale } from "./rows-layout.ts";
import { spanSample, tickSample } from "./samples.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const TICKS = [0, 3, 7, 14, 30, 60, 90, 120, 180, 365, 730];
const ROOT_NOTE = "Skalan är tätare för långa tider, så att dagar och veckor syns. Pil: övre gränsen är inte känd.";

/**
 * The interval in which the median lies, by step, against the norm. Where more than the parties have answered, or some of
 * their times are measured, each step has a row for each of them.
 */
export function stepsBody(tables: Tables, context: DrawContext): ChartBody {
  const table = tableOf(tables, "by_step");
  const rows = table.rows.filter((row) => row.party_kind === "all");
  const measured = measuredRows(tables);
  if (measured.length === 0 && rows.every((row) => row.group === "party")) {
    const panels = [{ key: "steps", rows: rows.map((row) => chartRow(table, row, labelIn(table, "step", row.step))) }];
    return intervals(panels, rows, context);
  }
  const silent: string[] = [];
  const panels = distinct(table, "step").flatMap((step): RowPanel[] => {
    const here = rows.filter((row) => row.step === step);
    const name = labelIn(table, "step", step);
    const norm = here.find((row) => typeof row.norm_days === "number")?.norm_days;
    const heading = norm === undefined ? name : `${name}, norm ${formatNumber(countIn(norm))} dagar`;
    if (here.every((row) => !hidesTimes(row) && countIn(row.n) === 0)) {
      silent.push(inSentence(name));
      return [];
    }
    return [
      {
        key: step,
        heading,
        rows: here.flatMap((row) => [
          withoutSub(chartRow(table, row, labelIn(table, "group", row.group))),
          ...(row.group === "party" ? measured.filter((one) => one.step === step).map(measuredRow) : []),
        ]),
      },
    ];
  });
  return withSilent(intervals(panels, rows, context), silent);
}

/** The measured times, where a step has both measured and other ones. */
function measuredRows(tables: Tables): readonly TableRow[] {
  const { rows } = tableOf(tables, "measured");
  const others = (step: TableRow[string] | undefined) =>
    rows.reduce((sum, row) => sum + (row.step === step && row.source !== "measured" ? countIn(row.n) : 0), 0);
  return rows.filter((row) => row.source === "measured" && countIn(row.n) > 0 && others(row.step) > 0);
}

/** Where the heading says the norm. */
const withoutSub = ({ sub: _, ...row }: ChartRow): ChartRow => row;

const measuredRow = (row: TableRow): ChartRow => {
  const drawn = intervalRow(row, "varav uppmätt", `${textIn(row.step)}/party/measured`);
  return {
    ...withoutSub(drawn),
    marks: drawn.marks.map((mark) => (mark.kind === "span" ? { ...mark, colour: COLOURS.ink } : mark)),
  };
};

const withSilent = (body: ChartBody, silent: readonly string[]): ChartBody =>
  silent.length === 0
    ? body
    : { ...body, notes: [...(body.notes ?? []), `Inget svar med tid finns för ${formatList(silent)}.`] };

function intervals(panels: readonly RowPanel[], rows: readonly TableRow[], { width }: DrawContext): ChartBody {
  const ends = rows.flatMap((row) => [
    ...(hidesTimes(row) ? [] : [countIn(row.median_low) * 1.15, countIn(row.median_high)]),
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

const chartRow = (table: Table, row: TableRow, label: string): ChartRow =>
  intervalRow(row, label, `${textIn(row.step)}/${textIn(row.group)}/${textIn(row.party_kind)}`);

function intervalRow(row: TableRow, label: string, key: string): ChartRow {
  const norm = typeof row.norm_days === "number" ? row.norm_days : undefined;
  const sub = norm === undefined ? {} : { sub: `Norm ${formatNumber(norm)} dagar` };
  if (hidesTimes(row)) {
    return {
      key,
      label,
      ...sub,
      value: "",
      marks: [],
      words: HIDDEN_WORDS,
      tip: `${label}: ${inSentence(HIDDEN_WORDS)}`,
    };
  }
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
