import type { DrawContext, TableRow, Tables } from "../section.ts";
import { formatNumber, formatShortList } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import type { Ranked } from "./ranked-chart.ts";
import { countIn, hidesAny, labelIn, textIn } from "./read-table.ts";
import { HATCH } from "./scene.ts";
import { stackedBody } from "./stacked-chart.ts";
import { COLOURS, STEPS_OF_DEEP } from "./tokens.ts";

/** Who is named, the most first, with who says so. */
export const OWNERS_RANKED: Ranked = {
  table: "owner",
  name: "owner",
  length: "mentions",
  valueHead: "Svar",
  colour: COLOURS.deep,
  value: (row) => `${formatNumber(countIn(row.mentions))} av ${formatNumber(countIn(row.answers))}`,
  sub: (row, table) => {
    const kinds = textIn(row.named_by)
      .split("|")
      .filter((code) => code !== "")
      .map((code) => labelIn(table, "named_by", code));
    return kinds.length === 0 ? "" : `Enligt ${formatShortList(kinds, 3)}`;
  },
  whole: (table) => Math.max(1, ...table.rows.map((row) => countIn(row.answers))),
};

/** Whether a joint responsibility exists, by municipality; those where it least does first when they are many. */
export const todayBody = (tables: Tables, context: DrawContext): ChartBody =>
  stackedBody(tables, context, {
    table: "today",
    parts: [
      { key: "yes", fill: COLOURS.deep },
      { key: "partly", fill: STEPS_OF_DEEP[2] },
      { key: "no", fill: COLOURS.rust },
      { key: "dont_know", fill: HATCH },
    ],
    label: (table, row) => labelIn(table, "municipality", row.municipality),
    key: (row) => textIn(row.municipality),
    value: (row) => `${formatNumber(countIn(row.yes))} av ${formatNumber(said(row))}`,
    valueHead: "Svarar ja",
    rows: (table, { focus }) => {
      const rows = table.rows.filter((row) => focus === undefined || row.municipality === focus);
      const share = (row: TableRow) => (said(row) === 0 ? 2 : (countIn(row.yes) + countIn(row.partly) / 2) / said(row));
      return rows.length <= 4 ? rows : [...rows].sort((a, b) => share(a) - share(b));
    },
    unit: "svar",
  });

const said = (row: TableRow): number => countIn(row.yes) + countIn(row.partly) + countIn(row.no);

const HOW_OFTEN = ["never", "rarely", "sometimes", "often", "always"];

/** How often the staff see it: rare is light, often is what calls for attention. */
export const experienceBody = (tables: Tables, context: DrawContext): ChartBody =>
  stackedBody(tables, context, {
    table: "experience",
    parts: [
      { key: "never", fill: STEPS_OF_DEEP[3] },
      { key: "rarely", fill: STEPS_OF_DEEP[1] },
      { key: "sometimes", fill: COLOURS.neutral },
      { key: "often", fill: "#DDA888" },
      { key: "always", fill: COLOURS.rust },
      { key: "dont_know", fill: HATCH },
    ],
    label: (table, row) => labelIn(table, "code", row.code),
    key: (row) => textIn(row.code),
    value: (row) =>
      hidesAny(row, [...HOW_OFTEN, "dont_know"])
        ? ""
        : `n\u00a0=\u00a0${formatNumber(HOW_OFTEN.reduce((sum, key) => sum + countIn(row[key]), 0))}`,
    valueHead: "Svar",
    unit: "svar",
  });
