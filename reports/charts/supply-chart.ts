import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { counted, formatNumber } from "../text/format.ts";
import { range } from "./bounds-chart.ts";
import type { ChartBody } from "./define-chart.tsx";
import { countIn, distinct, HIDDEN_WORDS, hidesAny, isHidden, labelIn, NOT_SHOWN, tableOf } from "./read-table.ts";
import type { RowMark } from "./row-marks.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { bracketSample, swatch, tickSample } from "./samples.ts";
import { scaleOfCounts } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

interface Total {
  readonly code: string;
  readonly label: string;
  readonly offering: number;
  readonly told: number;
  readonly capacity: number | undefined;
  readonly reached: number | undefined;
  /** Which of them are there and not shown. */
  readonly hidden: ReadonlySet<"capacity" | "reached">;
}

/** Persons reached as a bar and places as a tick, below the persons whom the parties know; over the municipalities shown. */
export function supplyBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "supply_need");
  const rows = table.rows.filter(({ municipality }) => focus === undefined || municipality === focus);
  const totals = distinct(table, "intervention").map((code) => totalOf(table, code, rows));
  const size = ({ capacity, reached }: Total) => Math.max(capacity ?? -1, reached ?? -1);
  const ordered = [...totals].sort(
    (a, b) => (b.reached ?? -1) - (a.reached ?? -1) || size(b) - size(a) || compareSwedish(a.label, b.label),
  );
  const known = knownIn(rows);
  const most = Math.max(1, known?.most ?? known?.least ?? 0, ...totals.map(size));
  const scene = layoutRows(
    {
      panels: [
        { key: "known", rows: [knownRow(known)] },
        { key: "supply", rows: ordered.map(chartRow) },
      ],
      scale: scaleOfCounts(most, width < NARROW ? 4 : 7),
      legend: [
        { label: "Personer som fått stödet på 12 månader", sample: swatch(COLOURS.deep) },
        { label: "Platser per år", sample: tickSample(COLOURS.rust) },
        { label: "Kända i målgruppen", sample: bracketSample(COLOURS.ink, 3) },
      ],
      valueHead: "Fått stöd / platser",
    },
    width,
  );
  return {
    scene,
    notes: [
      "Alla i målgruppen behöver inte varje insats, och hur många som gör det har ingen frågats om. Den som fått stöd hos två parter räknas två gånger.",
    ],
  };
}

function totalOf(table: Table, code: string, rows: readonly TableRow[]): Total {
  const of = rows.filter(({ intervention }) => intervention === code);
  const sum = (key: string) => of.reduce((total, row) => total + (isHidden(row[key]) ? 0 : countIn(row[key])), 0);
  const hidden = new Set((["capacity", "reached"] as const).filter((key) => of.some((row) => isHidden(row[key]))));
  return {
    code,
    label: labelIn(table, "intervention", code),
    offering: sum("offering"),
    told: sum("told"),
    capacity: sum("capacity_stated") > 0 && !hidden.has("capacity") ? sum("capacity") : undefined,
    reached: sum("reached_stated") > 0 && !hidden.has("reached") ? sum("reached") : undefined,
    hidden,
  };
}

interface Known {
  readonly hidden: boolean;
  readonly least: number;
  readonly most: number | undefined;
}

/** Municipalities have different persons: both ends are summed over them. */
function knownIn(rows: readonly TableRow[]): Known | undefined {
  const places = new Map(rows.map((row) => [row.municipality, row]));
  const stated = [...places.values()].filter((row) => typeof row.known_least === "number");
  if ([...places.values()].some((row) => hidesAny(row, ["known_least", "known_most"])))
    return { hidden: true, least: 0, most: undefined };
  if (stated.length === 0) return undefined;
  const sum = (key: string) => stated.reduce((total, row) => total + countIn(row[key]), 0);
  const open = stated.some((row) => row.known_most === "∞");
  return { hidden: false, least: sum("known_least"), most: open ? undefined : sum("known_most") };
}

function knownRow(known: Known | undefined): ChartRow {
  const head = { key: "persons", label: "Kända i målgruppen" };
  if (known === undefined)
    return { ...head, value: "", marks: [], words: "Ingen part har angett antal", tip: "Inget antal" };
  if (known.hidden) return { ...head, value: "", marks: [], words: HIDDEN_WORDS, tip: HIDDEN_WORDS };
  const to = known.most ?? ("∞" as const);
  const value = range(known.least, to);
  const mark = { kind: "span", from: known.least, to, colour: COLOURS.ink, thickness: 3, ends: "bracket" } as const;
  return { ...head, value, marks: [mark], tip: `Kända i målgruppen: ${value} personer` };
}

function chartRow({ code, label, offering, told, capacity, reached, hidden }: Total): ChartRow {
  const head = { key: code, label, sub: `finns hos ${formatNumber(offering)} av ${counted(told, ["part", "parter"])}` };
  if (capacity === undefined && reached === undefined && hidden.size > 0)
    return { ...head, value: "", marks: [], words: HIDDEN_WORDS, tip: `${label}: ${NOT_SHOWN}` };
  if (capacity === undefined && reached === undefined) {
    const words = told === 0 ? "Inget svar" : offering === 0 ? "Finns inte hos någon som svarat" : "Antal inte angivet";
    return { ...head, value: "", marks: [], words, tip: `${label}: ${words.toLowerCase()}` };
  }
  const marks: RowMark[] = [
    ...(reached === undefined ? [] : [{ kind: "bar" as const, from: 0, to: reached, fill: COLOURS.deep }]),
    ...(capacity === undefined ? [] : [{ kind: "tick" as const, at: capacity, colour: COLOURS.rust }]),
  ];
  const word = (n: number | undefined) => (n === undefined ? "–" : formatNumber(n));
  if (hidden.has("reached")) {
    const sub = `${head.sub}; antalet som fått stödet ${NOT_SHOWN}`;
    return {
      ...head,
      sub,
      value: `– / ${word(capacity)}`,
      marks,
      tip: `${label}: ${word(capacity)} platser per år, ${sub}`,
    };
  }
  const tip = `${label}: ${word(reached)} har fått stödet, ${word(capacity)} platser per år, ${head.sub}`;
  return { ...head, value: `${word(reached)} / ${word(capacity)}`, marks, tip };
}
