/** The charts of the follow-up about participants: the flow, what it came to, and the same statements before and now. */
import type { DrawContext, Table, TableCell, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS, formatNumber, formatPercent, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import {
  countIn,
  distinct,
  HIDDEN_WORDS,
  hidesAny,
  isHidden,
  labelIn,
  NOT_SHOWN,
  reasonIn,
  tableOf,
  textIn,
} from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { dotSample, hatchSample, swatch } from "./samples.ts";
import { scaleOfCounts } from "./scale-ticks.ts";
import { HATCH, type Fill } from "./scene.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP } from "./tokens.ts";

export const allPeriods = (table: Table): readonly TableRow[] => table.rows.filter((row) => row.period === "all");

const FLOW = [
  { key: "went_on", label: "Vidare till nästa steg", fill: COLOURS.deep },
  { key: "remaining", label: "Inte vidare än", fill: STEPS_OF_DEEP[1] },
  { key: "dropped", label: "Lämnade före insatsen", fill: COLOURS.rust },
] as const;

const FLOW_KEYS = FLOW.map(({ key }) => key);

/** How many came is shown, but not where all of them went: the ways that are, and hatching for the others. */
function hidingStep(label: string, key: string, entered: number, row: TableRow): ChartRow {
  let before = 0;
  const shown = FLOW.filter((part) => !isHidden(row[part.key]));
  const marks = shown.flatMap(({ key: part, fill }): RowMark[] => {
    const n = countIn(row[part]);
    const from = before;
    before = Math.min(entered, before + n);
    return n === 0 ? [] : [{ kind: "bar", from, to: before, fill, label: formatNumber(n) }];
  });
  const rest: readonly RowMark[] = before < entered ? [{ kind: "bar", from: before, to: entered, fill: HATCH }] : [];
  const told = shown
    .filter((part) => countIn(row[part.key]) > 0)
    .map((part) => `${part.label.toLowerCase()} ${formatNumber(countIn(row[part.key]))}`);
  const sub = `Vart ${told.length === 0 ? "de" : "resten"} tog vägen ${NOT_SHOWN}`;
  const tip = `${label}: ${[formatNumber(entered), ...told, inSentence(sub)].join(", ")}`;
  return { key, label, sub, value: formatNumber(entered), marks: [...marks, ...rest], tip };
}

/** How many come to each step, and where they go from there. */
export function flowBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "flow");
  const rows = allPeriods(table);
  const chartRows = rows.map((row): ChartRow => {
    const label = labelIn(table, "step", row.step);
    const key = textIn(row.step);
    if (typeof row.entered !== "number") {
      const words = reasonIn(row.entered);
      return { key, label, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
    }
    if (hidesAny(row, FLOW_KEYS)) return hidingStep(label, key, row.entered, row);
    const parts = FLOW.map((part) => ({ ...part, n: countIn(row[part.key]) }));
    const told = parts.reduce((sum, { n }) => sum + n, 0);
    let before = 0;
    const known: { readonly n: number; readonly fill: Fill }[] =
      key === "exit"
        ? [{ n: row.entered, fill: COLOURS.neutral }]
        : told > 0
          ? parts
          : [{ n: row.entered, fill: COLOURS.deep }];
    const marks = known.flatMap(({ n, fill }): RowMark[] => {
      const from = before;
      before += n;
      return n === 0 ? [] : [{ kind: "bar", from, to: before, fill, label: formatNumber(n) }];
    });
    const words = parts.filter(({ n }) => n > 0).map((part) => `${part.label.toLowerCase()} ${formatNumber(part.n)}`);
    const on =
      typeof row.share_on === "number" && row.entered >= FEW_ANSWERS
        ? { sub: `${formatPercent(row.share_on)} vidare` }
        : {};
    return {
      key,
      label,
      ...on,
      value: formatNumber(row.entered),
      marks,
      tip: `${label}: ${[formatNumber(row.entered), ...words].join(", ")}`,
    };
  });
  const most = Math.max(
    1,
    ...rows.map(({ entered }) => (typeof entered === "number" ? entered : 0)),
    ...rows.map((row) => (hidesAny(row, FLOW_KEYS) ? 0 : FLOW.reduce((sum, { key }) => sum + countIn(row[key]), 0))),
  );
  const scene = layoutRows(
    {
      panels: [{ key: "flow", rows: chartRows }],
      scale: scaleOfCounts(most, width < NARROW ? 4 : 7),
      legend: FLOW.map(({ label, fill }) => ({ label, sample: swatch(fill) })),
      valueHead: "Personer",
    },
    width,
  );
  return {
    scene,
    notes: [
      "Alla perioder tillsammans. Den som hoppar över ett steg räknas bara i steget som hen kommer till. Den som lämnar före inskrivningen räknas inte som avslut.",
    ],
  };
}

const OUTCOME_FILLS: Readonly<Record<string, Fill>> = {
  work: COLOURS.deep,
  studies: STEPS_OF_DEEP[3],
  other_help: STEPS_OF_DEEP[1],
  in_support: STEPS_OF_DEEP[1],
  dropout: COLOURS.rust,
  inactive: COLOURS.rust,
  unknown: HATCH,
};

/** What it came to at exit and three, six and twelve months later. */
export function outcomesBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "outcomes");
  const rows = allPeriods(table);
  const kinds = ["fu_exit_outcome", "fu_status_3m", "fu_status_6m", "fu_status_12m"];
  const chartRows = kinds.map((kind): ChartRow => {
    const of = rows.filter((row) => row.kind === kind);
    const label = labelIn(table, "kind", kind);
    const total = of[0]?.total;
    if (typeof total !== "number" || total === 0) {
      const words = total === 0 ? "Ingen person" : reasonIn(total);
      return { key: kind, label, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
    }
    if (of.some((row) => isHidden(row.n))) return hidingOutcomes(table, label, kind, of, total);
    let before = 0;
    const marks = of.flatMap((row): RowMark[] => {
      const n = countIn(row.n);
      const from = before;
      before += n / total;
      const fill = OUTCOME_FILLS[outcomeCode(row)] ?? COLOURS.neutral;
      return n === 0
        ? []
        : [{ kind: "bar", from, to: before, fill, ...(fill === HATCH ? {} : { label: formatNumber(n) }) }];
    });
    const words = of.map(
      (row) => `${labelIn(table, "outcome", row.outcome).toLowerCase()} ${formatNumber(countIn(row.n))}`,
    );
    return { key: kind, label, value: formatNumber(total), marks, tip: `${label}: ${words.join(", ")}` };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}\u00a0%` }));
  const scene = layoutRows(
    {
      panels: [{ key: "outcomes", rows: chartRows }],
      scale: { min: 0, max: 1, ticks },
      legend: [
        { label: "Arbete", sample: swatch(COLOURS.deep) },
        { label: "Studier", sample: swatch(STEPS_OF_DEEP[3]) },
        { label: "Annan hjälp eller insats", sample: swatch(STEPS_OF_DEEP[1]) },
        { label: "Avbrott, eller varken arbete, studier eller insats", sample: swatch(COLOURS.rust) },
        { label: "Okänt", sample: hatchSample },
      ],
      valueHead: "Personer",
    },
    width,
  );
  return {
    scene,
    notes: ["Längden är andel av personerna; talen i staplarna är antal. Det är inte samma personer i varje rad."],
  };
}

const outcomeCode = (row: TableRow) => textIn(row.outcome).split(".")[1] ?? "";

/** The outcomes that are shown, and hatching for the rest of the persons. */
function hidingOutcomes(table: Table, label: string, key: string, of: readonly TableRow[], total: number): ChartRow {
  const shown = of.filter((row) => typeof row.n === "number" && row.n > 0);
  const sub = `${shown.length === 0 ? "Fördelningen" : "Resten"} ${NOT_SHOWN}`;
  if (shown.length === 0)
    return {
      key,
      label,
      value: formatNumber(total),
      marks: [],
      words: HIDDEN_WORDS,
      tip: `${label}: ${inSentence(sub)}`,
    };
  let before = 0;
  const marks = shown.map((row): RowMark => {
    const from = before;
    before = Math.min(1, before + countIn(row.n) / total);
    const fill = OUTCOME_FILLS[outcomeCode(row)] ?? COLOURS.neutral;
    return { kind: "bar", from, to: before, fill, ...(fill === HATCH ? {} : { label: formatNumber(countIn(row.n)) }) };
  });
  const words = shown.map(
    (row) => `${labelIn(table, "outcome", row.outcome).toLowerCase()} ${formatNumber(countIn(row.n))}`,
  );
  const rest: RowMark = { kind: "bar", from: before, to: 1, fill: HATCH };
  const tip = `${label}: ${[...words, inSentence(sub)].join(", ")}`;
  return { key, label, sub, value: formatNumber(total), marks: [...marks, rest], tip };
}

/** The middle answer before (hollow) and in the latest period (filled), where both are known; risen first in each group. */
export function changeBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "change");
  const last = distinct(table, "period").at(-1);
  const both = table.rows.filter(
    (row) => row.period === last && typeof row.difference === "number" && !hidesAny(row, ["baseline", "median"]),
  );
  const hides = table.rows.some((row) => row.period === last && hidesAny(row, ["difference", "baseline", "median"]));
  const panels = distinct({ ...table, rows: both }, "group").map((group): RowPanel => ({
    key: group,
    heading: labelIn(table, "group", group),
    rows: both
      .filter((row) => row.group === group)
      .sort((a, b) => countIn(b.difference) - countIn(a.difference))
      .map((row) => changeRow(table, row)),
  }));
  const ticks = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));
  const legend = [
    { label: "Förstudien", sample: dotSample(COLOURS.deep, true) },
    { label: "Uppföljningen", sample: dotSample(COLOURS.deep) },
  ];
  const scene = layoutRows({ panels, scale: { min: 1, max: 5, ticks }, legend, valueHead: "Skillnad" }, width);
  const notes = [
    "Mellersta svaret på skalan 1–5, av den senaste perioden. Det är inte säkert samma personer som har svarat båda gångerna.",
  ];
  return {
    scene,
    notes: [
      ...(both.length > 0 ? notes : []),
      ...(hides ? [`Påståenden som saknas ${NOT_SHOWN}.`] : []),
      ...(both.length === 0 && !hides ? ["Inget påstående har svar både i förstudien och i uppföljningen."] : []),
    ],
  };
}

function changeRow(table: Table, row: TableRow): ChartRow {
  const label = labelIn(table, "statement", row.statement);
  const [from, to] = [countIn(row.baseline), countIn(row.median)];
  const difference = `${to > from ? "+" : ""}${formatNumber(to - from, 1)}`;
  const word = (cell: TableCell | undefined) =>
    typeof cell === "number" ? formatNumber(cell) : isHidden(cell) ? "visas inte" : "okänt";
  const n = `n\u00a0=\u00a0${word(row.baseline_n)} och ${word(row.n)}`;
  const way: readonly RowMark[] =
    from === to
      ? []
      : [
          {
            kind: "span",
            from: Math.min(from, to),
            to: Math.max(from, to),
            colour: STEPS_OF_DEEP[1],
            thickness: 4,
            ends: "plain",
          },
        ];
  return {
    key: textIn(row.statement),
    label,
    sub: n,
    value: difference,
    marks: [
      ...way,
      { kind: "dot", at: from, colour: COLOURS.deep, hollow: true, offset: from === to ? -7 : 0 },
      { kind: "dot", at: to, colour: COLOURS.deep, offset: from === to ? 7 : 0 },
    ],
    tip: `${labelIn(table, "group", row.group)}, ${label}: ${formatNumber(from, 1)} i förstudien, ${formatNumber(to, 1)} nu, ${n}`,
  };
}
