/** How well each intervention helps: a column a group, ratings on both sides of the middle, those without one beside. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS } from "../text/format.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { measure } from "../text/measure.ts";
import { longestWord, wrap } from "../text/wrap.ts";
import type { ChartBody } from "./define-chart.tsx";
import { asideOf, effectHeight, effectMark, reachOf, type EffectScale } from "./effect-lane.ts";
import { layoutLegend } from "./legend.ts";
import { countIn, distinct, labelIn, tableOf, textIn } from "./read-table.ts";
import { frameSample, hatchSample, swatch } from "./samples.ts";
import { line, placeLines, placeText, px, stack, type Mark, type PlacedText, type Scene, type Shape } from "./scene.ts";
import { COLOURS, SIZES, TWO_SIDED } from "./tokens.ts";

const LINE = 19;
const HEAD = 24;
const GAP = 26;
/** The narrowest column that holds a bar and its figures. */
const LEAST_COLUMN = 190;

export function effectBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "effect");
  const groups = distinct(table, "group");
  const codes = ordered(table);
  const rowOf = new Map(table.rows.map((row) => [`${textIn(row.intervention)}/${textIn(row.group)}`, row]));
  const counts = table.rows.every((row) => countIn(row.n) < FEW_ANSWERS);
  const scale: EffectScale = {
    counts,
    side: Math.max(0.2, ...table.rows.flatMap((row) => reachOf(row, counts))),
    aside: Math.max(0, ...table.rows.map((row) => asideOf(row, counts).reduce((a, b) => a + b, 0))),
  };
  const labels = codes.map((code) => labelIn(table, "intervention", code));
  const wanted = Math.max(0, ...labels.map((label) => measure(label, SIZES.label)));
  const words = Math.max(0, ...labels.map((label) => longestWord(label, SIZES.label)));
  const labelWidth = Math.min(wanted, Math.max(words, width * 0.26));
  const room = (width - labelWidth - GAP * groups.length) / Math.max(1, groups.length);
  const find = (code: string, group: string) => rowOf.get(`${code}/${group}`);
  const body =
    room >= LEAST_COLUMN
      ? sideBySide({ table, codes, groups, find, scale, width, labelWidth, room })
      : below({ table, codes, groups, find, scale, width });
  const several = groups.length > 1 ? " Grupperna slås inte ihop." : "";
  return {
    scene: stack([layoutLegend(legendOf(table), width), body], 12),
    notes: [
      `${counts ? "Längden är antal svar, eftersom färre än tio har bedömt varje insats" : "Längden är andel av betygen; talen i staplarna är antal svar"}. Trean ligger mitt över strecket. Netto är andelen 4 och 5 minus andelen 1 och 2.${several}`,
      `Rutorna till höger är svar utan betyg${counts ? "" : ", som andel av alla svar i gruppen"}.`,
    ],
  };
}

/** The highest net of the first group first; those without a net last, by name. */
function ordered(table: Table): readonly string[] {
  const first = distinct(table, "group")[0];
  const net = new Map(table.rows.filter(({ group }) => group === first).map((row) => [row.intervention, row.net]));
  const of = (code: string) => {
    const value = net.get(code);
    return typeof value === "number" ? value : -1000;
  };
  const name = (code: string) => labelIn(table, "intervention", code);
  return [...distinct(table, "intervention")].sort((a, b) => of(b) - of(a) || compareSwedish(name(a), name(b)));
}

const legendOf = (table: Table) => [
  ...["c1", "c2", "c3", "c4", "c5"].map((key, i) => ({
    label: table.columns.find((column) => column.key === key)?.label ?? key,
    sample: swatch(TWO_SIDED[i] ?? ""),
  })),
  { label: "För tidigt att bedöma", sample: hatchSample },
  { label: "Vet ej", sample: frameSample(COLOURS.card, COLOURS.hatch) },
];

interface Placing {
  readonly table: Table;
  readonly codes: readonly string[];
  readonly groups: readonly string[];
  readonly find: (code: string, group: string) => TableRow | undefined;
  readonly scale: EffectScale;
  readonly width: number;
}

function sideBySide(placing: Placing & { readonly labelWidth: number; readonly room: number }): Scene {
  const { table, codes, groups, find, scale, width, labelWidth, room } = placing;
  const texts: PlacedText[] = [];
  const marks: Mark[] = [];
  const shapes: Shape[] = [];
  const left = (g: number) => labelWidth + GAP + g * (room + GAP);
  groups.forEach((group, g) =>
    texts.push(placeText(labelIn(table, "group", group), left(g), 14, { size: SIZES.subtitle, weight: "semibold" })),
  );
  let y = HEAD;
  for (const code of codes) {
    const lines = wrap(labelIn(table, "intervention", code), labelWidth, SIZES.label);
    const rows = groups.map((group) => find(code, group));
    const tallest = Math.max(0, ...rows.map((row) => (row === undefined ? 0 : effectHeight(row, room))));
    const height = Math.max(tallest + 12, lines.length * LINE + 8);
    shapes.push(line(0, y, width, y, COLOURS.line));
    texts.push(...placeLines(lines, 0, y + 20, LINE));
    rows.forEach((row, g) => {
      if (row !== undefined) marks.push(effectMark(table, row, { x: left(g), y: y + 5, width: room }, scale));
    });
    y += height;
  }
  return { width, height: px(y), shapes, texts, marks };
}

function below({ table, codes, groups, find, scale, width }: Placing): Scene {
  const texts: PlacedText[] = [];
  const marks: Mark[] = [];
  let y = 0;
  for (const code of codes) {
    const lines = wrap(labelIn(table, "intervention", code), width, SIZES.subtitle, "semibold");
    texts.push(...placeLines(lines, 0, y + 15, 20, { size: SIZES.subtitle, weight: "semibold" }));
    y += lines.length * 20 + 4;
    for (const group of groups) {
      const row = find(code, group);
      if (row === undefined) continue;
      if (groups.length > 1) {
        texts.push(placeText(labelIn(table, "group", group), 0, y + 14, { colour: COLOURS.inkSoft }));
        y += 18;
      }
      marks.push(effectMark(table, row, { x: 0, y, width }, scale));
      y += effectHeight(row, width) + 6;
    }
    y += 8;
  }
  return { width, height: px(y), shapes: [], texts, marks };
}
