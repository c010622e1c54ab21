import type { DrawContext, TableCell, TableRow, Tables } from "../section.ts";
import { formatList, formatNumber } from "../text/format.ts";
import type { ChartBody } from "./define-chart.tsx";
import {
  countIn,
  distinct,
  HIDDEN_WORDS,
  hidesAny,
  isHidden,
  labelIn,
  NOT_SHOWN,
  tableOf,
  textIn,
} from "./read-table.ts";
import { layoutRows, type ChartRow, type RowPanel } from "./rows-layout.ts";
import { swatch } from "./samples.ts";
import { scaleOfCounts } from "./scale-ticks.ts";
import { HATCH } from "./scene.ts";
import type { RowMark } from "./row-marks.ts";
import { COLOURS, NARROW } from "./tokens.ts";

const MOST_PANELS = 3;

/** Ages below each other, women to the left and men to the right; a panel a municipality while they are few. */
export function sexAgeBody(tables: Tables, { width, focus }: DrawContext): ChartBody {
  const table = tableOf(tables, "sex_age");
  const municipalities = distinct(table, "municipality").filter((code) => focus === undefined || code === focus);
  const ages = distinct(table, "age");
  const few = municipalities.length <= MOST_PANELS;
  const sums = (rows: readonly TableRow[]): readonly TableRow[] =>
    ages.map((age) => {
      const here = rows.filter((row) => row.age === age);
      const sum = (key: string): TableCell =>
        here.find((row) => isHidden(row[key]))?.[key] ?? here.reduce((all, row) => all + countIn(row[key]), 0);
      return {
        age,
        women: sum("women"),
        men: sum("men"),
        other: sum("other"),
        stated: sum("stated"),
        expected: sum("expected"),
      };
    });
  const groups = few
    ? municipalities.map((code) => ({
        key: code,
        heading: labelIn(table, "municipality", code),
        rows: sums(table.rows.filter((row) => row.municipality === code)),
      }))
    : [{ key: "all", heading: "Alla kommuner", rows: sums(table.rows) }];
  const most = Math.max(
    1,
    ...groups.flatMap(({ rows }) =>
      rows.flatMap(({ women, men }) => [women, men].map((n) => (typeof n === "number" ? n : 0))),
    ),
  );
  const scale = scaleOfCounts(most, width < NARROW ? 2 : 3);
  const ticks = [
    ...scale.ticks
      .filter(({ value }) => value > 0)
      .map(({ value, label }) => ({ value: -value, label }))
      .reverse(),
    ...scale.ticks,
  ];
  const panels = groups.map(({ key, heading, rows }): RowPanel => {
    const [first] = rows;
    const answered = `${formatNumber(countIn(first?.stated))} av ${formatNumber(countIn(first?.expected))} parter har svarat`;
    return {
      key,
      heading: `${heading}: ${answered}`,
      rows:
        countIn(first?.stated) === 0
          ? [SILENT]
          : rows.map((row) => chartRow(labelIn(table, "age", row.age), row, scale.max)),
    };
  });
  const scene = layoutRows(
    {
      panels,
      scale: { min: -scale.max, max: scale.max, ticks },
      legend: [
        { label: "Kvinnor", sample: swatch(COLOURS.plum) },
        { label: "Män", sample: swatch(COLOURS.deep) },
      ],
      valueHead: "Personer",
    },
    width,
  );
  const hides = groups.some(({ rows }) => rows.some((row) => hidesAny(row, SEXES)));
  return {
    scene,
    notes: [
      "Kvinnor till vänster, män till höger. Annat eller okänt kön står i ord.",
      ...(hides ? [`Streckat: talet ${NOT_SHOWN}.`] : []),
    ],
  };
}

const SEXES = ["women", "men", "other"];

const SILENT: ChartRow = {
  key: "none",
  label: "Alla åldrar",
  value: "",
  marks: [],
  words: "Ingen part har svarat",
  tip: "Ingen part har angett ålder och kön",
};

/** A side that is not shown is hatched to its end: the figure may be anything. */
function hidingRow(label: string, row: TableRow, max: number): ChartRow {
  const key = textIn(row.age);
  const shown = SEXES.filter((sex) => !isHidden(row[sex]));
  const words = SEXES.map((sex) => {
    const name = SEX_WORDS[sex] ?? "";
    return isHidden(row[sex]) ? `antalet ${name} visas inte` : `${formatNumber(countIn(row[sex]))} ${name}`;
  });
  const tip = `${label}: ${words.join(", ")}`;
  if (!shown.includes("women") && !shown.includes("men"))
    return { key, label, value: "", marks: [], words: HIDDEN_WORDS, tip };
  const side = (sex: "women" | "men", sign: 1 | -1, fill: string): readonly RowMark[] => {
    const n = isHidden(row[sex]) ? undefined : countIn(row[sex]);
    const end = sign * (n ?? max);
    if (n === 0) return [];
    const [from, to] = [Math.min(0, end), Math.max(0, end)];
    return [{ kind: "bar", from, to, ...(n === undefined ? { fill: HATCH } : { fill, label: formatNumber(n) }) }];
  };
  const hidden = SEXES.filter((sex) => isHidden(row[sex])).map((sex) => SEX_WORDS[sex] ?? "");
  return {
    key,
    label,
    sub: `Antalet ${formatList(hidden)} visas inte`,
    value: "–",
    marks: [...side("women", -1, COLOURS.plum), ...side("men", 1, COLOURS.deep)],
    tip,
  };
}

const SEX_WORDS: Readonly<Record<string, string>> = {
  women: "kvinnor",
  men: "män",
  other: "med annat eller okänt kön",
};

function chartRow(label: string, row: TableRow, max: number): ChartRow {
  if (hidesAny(row, SEXES)) return hidingRow(label, row, max);
  const [women, men, other] = [countIn(row.women), countIn(row.men), countIn(row.other)];
  const key = textIn(row.age);
  const marks = [
    ...(women > 0
      ? [{ kind: "bar" as const, from: -women, to: 0, fill: COLOURS.plum, label: formatNumber(women) }]
      : []),
    ...(men > 0 ? [{ kind: "bar" as const, from: 0, to: men, fill: COLOURS.deep, label: formatNumber(men) }] : []),
  ];
  const sub = other > 0 ? { sub: `${formatNumber(other)} med annat eller okänt kön` } : {};
  const value = formatNumber(women + men + other);
  return {
    key,
    label,
    ...sub,
    value,
    marks,
    tip: `${label}: ${formatNumber(women)} kvinnor, ${formatNumber(men)} män, ${formatNumber(other)} annat eller okänt`,
  };
}
