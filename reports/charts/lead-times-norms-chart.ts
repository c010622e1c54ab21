/** The share of the times within a norm: certain shares as bars, what the intervals leave open as a range between them. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber, formatPercent, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { nothingBody } from "./nothing-body.ts";
import { countIn, distinct, HIDDEN_WORDS, hidesTimes, labelIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { bracketSample, swatch } from "./samples.ts";
import { COLOURS } from "./tokens.ts";

const OPEN = { colour: COLOURS.inkSoft, thickness: 3 };

/**
 * Share of the answers within and over the norm, by step; all parties together where the norm is general. Where others
 * than the parties have answered, the groups stand below each other.
 */
export function normsBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "by_step");
  const general = new Set(
    table.rows.filter((row) => row.party_kind === "all" && typeof row.norm_days === "number").map((row) => row.step),
  );
  const rows = table.rows.filter(
    (row) =>
      typeof row.norm_days === "number" &&
      (general.has(row.step ?? "") ? row.party_kind === "all" : row.party_kind !== "all" && row.group === "party"),
  );
  if (rows.length === 0) return nothingBody("Ingen norm gäller för stegen i den här studien", width);
  const several = distinct({ ...table, rows }, "group").length > 1;
  const panels = several
    ? distinct({ ...table, rows }, "step").map((step): RowPanel => {
        const here = rows.filter((row) => row.step === step);
        const heading = `${labelIn(table, "step", step)}, ${normOf(here[0])}`;
        return { key: step, heading, rows: here.map((row) => shareRow(table, row, labelOf(table, row, true))) };
      })
    : [
        {
          key: "norms",
          rows: rows.map((row) => ({ ...shareRow(table, row, labelOf(table, row, false)), sub: normOf(row, true) })),
        },
      ];
  const legend = [
    { label: "Säkert inom normen", sample: swatch(COLOURS.deep) },
    { label: "Går inte att säga", sample: bracketSample(OPEN.colour, OPEN.thickness) },
    { label: "Säkert över normen", sample: swatch(COLOURS.rust) },
  ];
  const scene = layoutRows({ panels, scale: SCALE, legend, valueHead: "Svar" }, width);
  const shown = rows.filter((row) => !hidesTimes(row));
  const few = shown.some((row) => countIn(row.n) > 0 && countIn(row.n) < FEW_ANSWERS);
  const open = shown.some((row) => countIn(row.possibly_within) > 0);
  return {
    scene,
    notes: [
      ...(open
        ? ["Klammern är svar vars intervall går över normen: andelen inom den slutar någonstans i klammern."]
        : []),
      ...(few ? ["Längden är andel av svaren. Där färre än tio har svarat står antal svar i staplarna."] : []),
    ],
  };
}

const SCALE = {
  min: 0,
  max: 1,
  ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` })),
};

const normOf = (row: TableRow | undefined, capital = false): string =>
  `${capital ? "Norm" : "norm"} ${formatNumber(countIn(row?.norm_days))} dagar`;

function labelOf(table: Table, row: TableRow, grouped: boolean): string {
  if (grouped && row.party_kind === "all") return labelIn(table, "group", row.group);
  const step = labelIn(table, "step", row.step);
  if (row.party_kind === "all") return step;
  const kind = labelIn(table, "party_kind", row.party_kind);
  return grouped ? kind : `${step}, ${kind}`;
}

function shareRow(table: Table, row: TableRow, label: string): ChartRow {
  const key = `${textIn(row.step)}/${textIn(row.group)}/${textIn(row.party_kind)}`;
  const head = `${labelIn(table, "step", row.step)}, ${label}`;
  if (hidesTimes(row))
    return { key, label, value: "", marks: [], words: HIDDEN_WORDS, tip: `${head}: ${inSentence(HIDDEN_WORDS)}` };
  const n = countIn(row.n);
  if (n === 0)
    return { key, label, value: "", marks: [], words: "Inget svar med tid", tip: `${head}: inget svar med tid` };
  const [within, open, over] = [countIn(row.within_norm), countIn(row.possibly_within), countIn(row.over_norm)];
  const marks: RowMark[] = [
    ...bar(0, within, COLOURS.deep, n),
    ...(open > 0 ? [{ kind: "span", from: within, to: 1 - over, ends: "bracket", ...OPEN } as const] : []),
    ...bar(1 - over, 1, COLOURS.rust, n),
  ];
  const words = `säkert inom normen ${formatPercent(within)}, går inte att säga ${formatPercent(open)}, säkert över ${formatPercent(over)}`;
  return { key, label, value: `n\u00a0=\u00a0${formatNumber(n)}`, marks, tip: `${head}, ${normOf(row)}: ${words}` };
}

function bar(from: number, to: number, fill: string, n: number): readonly RowMark[] {
  const share = to - from;
  const label = n < FEW_ANSWERS ? formatNumber(Math.round(share * n)) : formatPercent(share);
  return share < 1e-9 ? [] : [{ kind: "bar", from, to, fill, label }];
}
