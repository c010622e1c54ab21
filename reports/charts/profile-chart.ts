import type { DrawContext, Table, TableCell, TableRow, Tables } from "../section.ts";
import { formatList, formatPercent, inSentence } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import { hidesSum, mostOf, RANGE_COLOUR, rangeMarks, rangeWord, statedWord } from "./range-bars.ts";
import { countIn, distinct, HIDDEN_WORDS, hidesAny, isHidden, labelIn, tableOf, textIn } from "./read-table.ts";
import { layoutRows, type ChartRow } from "./rows-layout.ts";
import { spanSample, swatch } from "./samples.ts";
import { scaleFromZero } from "./scale-ticks.ts";
import { stackedBody } from "./stacked-chart.ts";
import { COLOURS, NARROW, STEPS_OF_DEEP, TWO_SIDED } from "./tokens.ts";
import { HATCH } from "./scene.ts";

const MOST_PANELS = 3;

/** Sub-groups, the largest first; a panel a municipality while they are few. */
export function groupsBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const byPlace = tableOf(tables, "group_totals");
  const municipalities = distinct(byPlace, "municipality").filter((code) => focus === undefined || code === focus);
  const few = municipalities.length <= MOST_PANELS;
  const all = few
    ? byPlace.rows.filter((row) => municipalities.includes(textIn(row.municipality)))
    : tableOf(tables, "by_group").rows;
  const order = (rows: readonly TableRow[]): readonly ChartRow[] => {
    const known = rows.filter((row) => countIn(row.stated) > 0);
    const shown = known.filter((row) => !hidesSum(row)).sort((a, b) => countIn(b.sum_low) - countIn(a.sum_low));
    const hidden = known.filter(hidesSum);
    return [...[...shown, ...hidden].map((row) => chartRow(byPlace, row)), ...silentRow(byPlace, rows)];
  };
  const panels = few
    ? municipalities.map((code) => ({
        key: code,
        heading: labelIn(byPlace, "municipality", code),
        rows: order(all.filter((row) => row.municipality === code)),
      }))
    : [{ key: "all", rows: order(all) }];
  const ranged = all.some((row) => !hidesSum(row) && row.sum_high !== row.sum_low && countIn(row.stated) > 0);
  const scene = layoutRows(
    {
      panels,
      scale: scaleFromZero(mostOf(all), width < NARROW ? 4 : 7),
      legend: ranged
        ? [
            { label: "Minst", sample: swatch(COLOURS.deep) },
            { label: "Upp till, där antal står som intervall", sample: spanSample(RANGE_COLOUR, 5) },
          ]
        : [],
      valueHead: "Personer, andel av de kända",
    },
    width,
  );
  return {
    scene,
    notes: ["Summor av parternas antal. Andelen gäller de parter som angett både gruppen och alla kända."],
  };
}

/** The sub-groups that nobody has stated, in one row. */
function silentRow(table: Table, rows: readonly TableRow[]): readonly ChartRow[] {
  const silent = rows.filter((row) => countIn(row.stated) === 0);
  if (silent.length === 0) return [];
  const names = formatList(silent.map((row) => inSentence(labelIn(table, "group", row.group))));
  const label = silent.length === rows.length ? "Alla grupper" : "Övriga";
  const words = `Ingen part har angett antal: ${names}`;
  return [{ key: "none", label, value: "", marks: [], words, tip: words }];
}

function chartRow(table: Table, row: TableRow): ChartRow {
  const label = labelIn(table, "group", row.group);
  const key = textIn(row.group);
  const share = typeof row.share_of_known === "number" ? `, ${formatPercent(row.share_of_known)}` : "";
  const sub = statedWord(row, "antal");
  if (hidesSum(row)) {
    const tip = `${label}: ${inSentence(HIDDEN_WORDS)}; ${sub}`;
    return { key, label, sub, value: "", marks: [], words: HIDDEN_WORDS, tip };
  }
  const value = `${rangeWord(row)}${share}`;
  return { key, label, sub, value, marks: rangeMarks(row, COLOURS.deep), tip: `${label}: ${value}, ${sub}` };
}

/** How many parties know those whom the parties know, by municipality. */
export const knownByBody = (tables: Tables, context: DrawContext): ChartBody =>
  stackedBody(tables, context, {
    table: "known_by",
    parts: [
      { key: "only_us", fill: STEPS_OF_DEEP[1] },
      { key: "one_more", fill: STEPS_OF_DEEP[3] },
      { key: "two_or_more", fill: COLOURS.rust },
    ],
    label: (table, row) => labelIn(table, "municipality", row.municipality),
    key: (row) => textIn(row.municipality),
    value: (row) => `${String(countIn(row.stated))} av ${String(countIn(row.expected))}`,
    valueHead: "Parter som svarat",
    rows: (table, { focus }) => {
      const rows = table.rows.filter((row) => focus === undefined || row.municipality === focus);
      const share = (row: TableRow) =>
        countIn(row.stated) === 0 || hidesAny(row, ["only_us", "one_more", "two_or_more"])
          ? -1
          : countIn(row.two_or_more) /
            Math.max(1, countIn(row.only_us) + countIn(row.one_more) + countIn(row.two_or_more));
      return rows.length <= MOST_PANELS ? rows : [...rows].sort((a, b) => share(b) - share(a));
    },
    unit: "personer, en gång för varje part",
  });

const TREND_PARTS = [
  ...["decreased_much", "decreased", "unchanged", "increased", "increased_much"].map((key, i) => ({
    key,
    // More persons in need is what calls for attention.
    fill: TWO_SIDED[TWO_SIDED.length - 1 - i] ?? COLOURS.neutral,
  })),
  { key: "dont_know", fill: HATCH },
];

const TREND_KEYS = TREND_PARTS.map(({ key }) => key);

/** The trend as the parties and the staff see it: by municipality while they are few, otherwise over all. */
export const trendBody = (tables: Tables, context: DrawContext): ChartBody => {
  const table = tableOf(tables, "trend");
  const municipalities = distinct(table, "municipality");
  const few = municipalities.length <= MOST_PANELS;
  const chosen = table.rows.filter((row) => context.focus === undefined || row.municipality === context.focus);
  const place = (row: TableRow) => municipalities.indexOf(textIn(row.municipality));
  const rows = few || context.focus !== undefined ? [...chosen].sort((a, b) => place(a) - place(b)) : summed(table);
  return stackedBody(tables, context, {
    table: "trend",
    parts: TREND_PARTS,
    label: (of, row) =>
      typeof row.municipality === "string"
        ? `${labelIn(of, "municipality", row.municipality)}, ${labelIn(of, "group", row.group).toLowerCase()}`
        : labelIn(of, "group", row.group),
    key: (row) => `${textIn(row.municipality)}/${textIn(row.group)}`,
    value: (row) =>
      hidesAny(row, TREND_KEYS)
        ? ""
        : `n\u00a0=\u00a0${String(TREND_KEYS.slice(0, 5).reduce((sum, key) => sum + countIn(row[key]), 0))}`,
    valueHead: "Svar",
    rows: () => rows,
    unit: "svar",
  });
};

function summed(table: Table): readonly TableRow[] {
  return distinct(table, "group").map((group) => {
    const rows = table.rows.filter((row) => row.group === group);
    const sums = TREND_KEYS.map((key): readonly [string, TableCell] => {
      const hidden = rows.find((row) => isHidden(row[key]))?.[key];
      return [key, hidden ?? rows.reduce((sum, row) => sum + countIn(row[key]), 0)];
    });
    return { group, ...Object.fromEntries(sums) };
  });
}
