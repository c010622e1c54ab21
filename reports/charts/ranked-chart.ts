import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import type { ChartBody } from "./define-chart.tsx";
import { nothingBody } from "./nothing-body.ts";
import { countIn, HIDDEN_WORDS, hidesAny, isHidden, labelIn, NOT_SHOWN, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { scaleOfCounts } from "./scale-ticks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

export interface Ranked {
  readonly table: string;
  /** Column of the names and of the lengths. */
  readonly name: string;
  readonly length: string;
  readonly valueHead: string;
  readonly colour: string;
  value(row: TableRow): string;
  sub?(row: TableRow, table: Table): string;
  /** What the length is of, when it is a part of a known whole: the scale then runs to it. */
  whole?(table: Table): number;
}

/** Bars from zero, the longest first; equal ones by name. */
export function rankedBody(tables: Tables, { width }: DrawContext, ranked: Ranked): ChartBody {
  const table = tableOf(tables, ranked.table);
  const name = (row: TableRow) => labelIn(table, ranked.name, row[ranked.name]);
  // Without a length: those that are not shown stand last.
  const hides = (row: TableRow) => hidesAny(row, [ranked.length, "answers", "first_choices"]);
  const length = (row: TableRow) => (hides(row) ? -1 : countIn(row[ranked.length]));
  const ordered = [...table.rows].sort((a, b) => length(b) - length(a) || compareSwedish(name(a), name(b)));
  const rows = ordered.map((row): ChartRow => {
    if (hides(row)) {
      const head = { key: textIn(row[ranked.name]), label: name(row) };
      return { ...head, value: "", marks: [], words: HIDDEN_WORDS, tip: `${name(row)}: ${NOT_SHOWN}` };
    }
    const value = ranked.value(row);
    const sub = ranked.sub?.(row, table);
    return {
      key: textIn(row[ranked.name]),
      label: name(row),
      ...(sub === undefined || sub === "" ? {} : { sub }),
      value,
      marks: length(row) === 0 ? [] : [{ kind: "bar", from: 0, to: length(row), fill: ranked.colour }],
      tip: `${name(row)}: ${value}${sub === undefined || sub === "" ? "" : `, ${sub}`}`,
    };
  });
  const most = ranked.whole?.(table) ?? Math.max(1, ...ordered.map(length));
  const scale = scaleOfCounts(most, width < NARROW ? 4 : 7);
  const scene = layoutRows(
    {
      panels: [{ key: ranked.table, rows: rows.length > 0 ? rows : [NOBODY] }],
      scale,
      legend: [],
      valueHead: ranked.valueHead,
    },
    width,
  );
  return { scene };
}

const NOBODY: ChartRow = { key: "none", label: "", value: "", marks: [], words: "Inget svar", tip: "Inget svar" };

export const MISSING_RANKED: Ranked = {
  table: "missing",
  name: "intervention",
  length: "parties_missing",
  valueHead: "Svar",
  colour: COLOURS.rust,
  value: (row) => `${formatNumber(countIn(row.parties_missing))} av ${formatNumber(countIn(row.parties_answered))}`,
  whole: (table) => Math.max(1, ...table.rows.map((row) => countIn(row.parties_answered))),
};

export const WANTED_RANKED: Ranked = {
  table: "wanted",
  name: "intervention",
  length: "score",
  valueHead: "Poäng",
  colour: COLOURS.deep,
  value: (row) => formatNumber(countIn(row.score)),
  sub: (row) => {
    const first = countIn(row.first_choices);
    return first === 0 ? "" : `${formatNumber(first)} förstahandsval`;
  },
};

/** Staff who know the support, of those who work where it exists. */
export const STAFF_KNOWS: Ranked = {
  table: "knowledge",
  name: "intervention",
  length: "know",
  valueHead: "Svar",
  colour: COLOURS.ochre,
  value: (row) =>
    countIn(row.answers) === 0
      ? "finns inte"
      : `${formatNumber(countIn(row.know))} av ${formatNumber(countIn(row.answers))}`,
  whole: (table) => Math.max(1, ...table.rows.map((row) => (isHidden(row.answers) ? 0 : countIn(row.answers)))),
};

/** Answers that name each choice, of the answers to the question; columns `code`, `mentions`, `answers`. */
export const MENTIONS = (table: string): Ranked => ({
  table,
  name: "code",
  length: "mentions",
  valueHead: "Svar",
  colour: COLOURS.deep,
  value: (row) => `${formatNumber(countIn(row.mentions))} av ${formatNumber(countIn(row.answers))}`,
  whole: (of) => Math.max(1, ...of.rows.map((row) => countIn(row.answers))),
});

const BUDGET: Ranked = {
  table: "budget",
  name: "line",
  length: "amount",
  valueHead: "Kronor",
  colour: COLOURS.ochre,
  value: (row) => formatNumber(countIn(row.amount)),
  sub: (row) => textIn(row.funder),
};

/** The lines of the study's budget, the largest first. */
export const budgetBody = (tables: Tables, context: DrawContext): ChartBody =>
  tableOf(tables, "budget").rows.length > 0
    ? rankedBody(tables, context, BUDGET)
    : nothingBody("Ingen budget angiven i studien", context.width);
