/** From detection to exit: the steps' medians laid end to end, each from where the one before it ends. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatNumber, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { daysBetween } from "./lead-times-chart.ts";
import { nothingBody } from "./nothing-body.ts";
import { countIn, distinct, HIDDEN_WORDS, hidesAny, isHidden, labelIn, tableOf, textIn } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { scaleOfCounts } from "./scale-ticks.ts";
import { bracketSample, spanSample } from "./samples.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const CERTAIN = { colour: COLOURS.deep, thickness: 14 };
const OPEN = { colour: COLOURS.rust, thickness: 3 };

/** One panel for each group that has answered about the steps, and one for the whole waits of young people. */
export function chainBody(tables: Tables, { width }: DrawContext): ChartBody {
  const [chain, byStep] = [tableOf(tables, "chain"), tableOf(tables, "by_step")];
  const groups = distinct(chain, "group").filter((group) =>
    rowsOf(chain, group).some((row) => isHidden(row.n) || countIn(row.n) > 0),
  );
  const voices = byStep.rows.filter((row) => row.group === "voice" && (isHidden(row.n) || countIn(row.n) > 0));
  const ends = [...chain.rows.flatMap((row) => [row.sum_low, row.sum_high]), ...voices.flatMap(bounds)].map((end) =>
    typeof end === "number" ? end : 0,
  );
  const scale = scaleOfCounts(Math.max(1, ...ends), width < NARROW ? 4 : 8);
  const panels = groups.map((group): RowPanel => {
    const rows = rowsOf(chain, group);
    return {
      key: group,
      ...(groups.length + voices.length > 1 ? { heading: labelIn(chain, "group", group) } : {}),
      rows: rows.some(hides)
        ? [{ key: "hidden", label: "Alla steg", value: "", marks: [], words: HIDDEN_WORDS, tip: HIDDEN_WORDS }]
        : [...rows.map((row, i) => stepRow(tables, row, rows[i - 1])), sumRow(rows)],
    };
  });
  if (voices.length > 0)
    panels.push({
      key: "voice",
      heading: `${labelIn(byStep, "group", "voice")}: hela väntan`,
      rows: voices.map((row) => voiceRow(row)),
    });
  if (panels.length === 0) return nothingBody("Inget svar med tid", width);
  const legend = [
    { label: "Medianen är minst så lång", sample: spanSample(CERTAIN.colour, CERTAIN.thickness) },
    { label: "Här någonstans slutar steget", sample: bracketSample(OPEN.colour, OPEN.thickness) },
  ];
  const scene = layoutRows({ panels, scale, legend, valueHead: width < NARROW ? "" : "Dagar, n" }, width);
  const open = chain.rows.some(({ sum_high: high }) => high === "∞");
  return {
    scene,
    notes: [
      "Medianer går inte att lägga ihop till en persons väntan. Bilden visar gränser för medianernas summa.",
      ...(open ? ["Pil: ett steg har ingen övre gräns, och därför inte heller summan."] : []),
    ],
  };
}

/** The steps are laid end to end: one that is not shown leaves nothing to lay the others from. */
const hides = (row: TableRow): boolean =>
  hidesAny(row, ["n", "steps", "median_low", "median_high", "sum_low", "sum_high"]);

const rowsOf = ({ rows }: Table, group: string) => rows.filter((row) => row.group === group);
const bounds = (row: TableRow) => [row.median_low, row.median_high];

function stepRow(tables: Tables, row: TableRow, before: TableRow | undefined): ChartRow {
  const chain = tableOf(tables, "chain");
  const label = labelIn(chain, "step", row.step);
  const head = { key: textIn(row.step), label };
  if (typeof row.median_low !== "number") {
    const words = "Inget svar med tid: inte med i summan";
    return { ...head, value: "", marks: [], words, tip: `${label}: ${inSentence(words)}` };
  }
  const days = daysBetween(row.median_low, row.median_high);
  const [start, until] = [countIn(before?.sum_low), countIn(row.sum_low)];
  const fine = reasonable(tables, row);
  return {
    ...head,
    ...(fine === "" ? {} : { sub: fine }),
    value: `${days}, n\u00a0=\u00a0${formatNumber(countIn(row.n))}`,
    marks: laid(start, until, row.sum_high),
    tip: `${label}: medianen är ${days} dagar; hittills ${daysBetween(until, row.sum_high)} dagar${fine === "" ? "" : `; ${inSentence(fine)}`}`,
  };
}

/** Only where the staff's own answers stand: "Rimlig enligt 3 av 7". */
function reasonable(tables: Tables, { group, step }: TableRow): string {
  if (group !== "staff") return "";
  const row = tableOf(tables, "reasonable").rows.find((one) => one.step === step);
  if (hidesAny(row, ["n", "yes"])) return "";
  const n = countIn(row?.n);
  return n === 0 ? "" : `Rimlig enligt ${formatNumber(countIn(row?.yes))} av ${formatNumber(n)}`;
}

function sumRow(rows: readonly TableRow[]): ChartRow {
  const last = rows.at(-1);
  const [low, high] = [countIn(last?.sum_low), last?.sum_high ?? 0];
  const steps = countIn(last?.steps);
  const days = daysBetween(low, high);
  const label = "Medianernas summa";
  const sub = `${formatNumber(steps)} av ${formatNumber(rows.length)} steg`;
  return { key: "sum", label, sub, value: days, marks: laid(0, low, high), tip: `${label}, ${sub}: ${days} dagar` };
}

const WAITS: Readonly<Record<string, string>> = {
  first_contact: "Till det första mötet",
  intervention_start: "Till att hjälpen började",
};

function voiceRow(row: TableRow): ChartRow {
  const label = WAITS[textIn(row.step)] ?? "";
  if (hides(row))
    return {
      key: textIn(row.step),
      label,
      value: "",
      marks: [],
      words: HIDDEN_WORDS,
      tip: `${label}: ${inSentence(HIDDEN_WORDS)}`,
    };
  const days = daysBetween(countIn(row.median_low), row.median_high);
  return {
    key: textIn(row.step),
    label,
    value: `${days}, n\u00a0=\u00a0${formatNumber(countIn(row.n))}`,
    marks: laid(0, countIn(row.median_low), row.median_high),
    tip: `${label}: medianen är ${days} dagar`,
  };
}

/** A bar for what is certain, and a bracket for where it ends. */
const laid = (from: number, low: number, high: TableRow[string] | undefined): readonly RowMark[] => [
  ...(low > from ? [{ kind: "span", from, to: low, ends: "plain", ...CERTAIN } as const] : []),
  { kind: "span", from: low, to: high === "∞" ? "∞" : countIn(high), ends: "bracket", ...OPEN },
];
