/** How well each intervention helps: a column a group, ratings on both sides of the middle, those without one beside. */
import type { DrawContext, Table, TableRow, Tables } from "../section.ts";
import { FEW_ANSWERS } from "../text/format.ts";
import { compareSwedish } from "../text/compare-swedish.ts";
import { measure } from "../text/measure.ts";
import { longestWord, wrap } from "../text/wrap.ts";
import type { ChartBody } from "./define-chart.tsx";
import {
  asideOf,
  effectHeight,
  effectMark,
  ENOUGH_RATINGS,
  figures,
  reachOf,
  type EffectScale,
} from "./effect-lane.ts";
import { layoutLegend } from "./legend.ts";
import { countIn, distinct, hidesRatings, labelIn, tableOf, textIn } from "./read-table.ts";
import { frameSample, hatchSample, swatch } from "./samples.ts";
import {
  baseline,
  line,
  placeLines,
  placeText,
  px,
  stack,
  type Mark,
  type PlacedText,
  type Scene,
  type Shape,
} from "./scene.ts";
import { COLOURS, SIZES, TWO_SIDED } from "./tokens.ts";

const LINE = 19;
const HEAD_LINE = 20;
const GAP = 22;
const ROW_GAP = 10;
/** From this width the groups stand side by side. */
const WIDE = 620;
/** The narrowest column of a group, and the narrowest in which the figures stand beside the bar. */
const LEAST_COLUMN = 118;
const FIGURES_BESIDE = 190;
const MOST_COLUMN = 420;

export function effectBody(tables: Tables, { width }: DrawContext): ChartBody {
  const table = tableOf(tables, "effect");
  const groups = distinct(table, "group");
  const codes = ordered(table);
  const rowOf = new Map(table.rows.map((row) => [`${textIn(row.intervention)}/${textIn(row.group)}`, row]));
  const shown = table.rows.filter((row) => !hidesRatings(row));
  const counts = shown.length > 0 && shown.every((row) => countIn(row.n) < FEW_ANSWERS);
  const labels = codes.map((code) => labelIn(table, "intervention", code));
  const wanted = Math.max(0, ...labels.map((label) => measure(label, SIZES.label)));
  const words = Math.max(0, ...labels.map((label) => longestWord(label, SIZES.label)));
  const labelWidth = Math.min(wanted, Math.max(words, width * 0.26));
  const room = Math.min(MOST_COLUMN, (width - labelWidth - GAP * groups.length) / Math.max(1, groups.length));
  const wide = width >= WIDE && room >= LEAST_COLUMN;
  const beside = !wide || room >= FIGURES_BESIDE;
  const scale: EffectScale = {
    counts,
    side: Math.max(0.2, ...table.rows.flatMap((row) => reachOf(row, counts))),
    aside: Math.max(0, ...table.rows.map((row) => asideOf(row, counts).reduce((a, b) => a + b, 0))),
    figures: beside ? Math.max(0, ...table.rows.map((row) => measure(figures(row), SIZES.small))) : 0,
  };
  const find = (code: string, group: string) => rowOf.get(`${code}/${group}`);
  const placing = { table, codes, groups, find, scale, width };
  const body = wide ? sideBySide({ ...placing, labelWidth, room }) : below(placing);
  return {
    scene: stack([layoutLegend(legendOf(table), width), body], 12),
    notes: [
      `${counts ? "Längden är antal betyg, eftersom färre än tio har bedömt varje insats" : "Längden är andel av betygen"}. Trean ligger mitt över strecket. Smala staplar bygger på färre än tre betyg och står sist.`,
      `Talet till höger är netto: andelen 4 och 5 minus andelen 1 och 2, i procentenheter; n är antal betyg. De smala rutorna bredvid staplarna är svar utan betyg${counts ? "" : ", som andel av alla svar i gruppen"}.`,
    ],
  };
}

/** The highest net of the first group first, those with enough ratings before the others; without a net last, by name. */
function ordered(table: Table): readonly string[] {
  const first = distinct(table, "group")[0];
  const rows = new Map(table.rows.filter(({ group }) => group === first).map((row) => [textIn(row.intervention), row]));
  const rank = (code: string) => {
    const row = rows.get(code);
    if (typeof row?.net !== "number") return -2000;
    return row.net - (countIn(row.n) < ENOUGH_RATINGS ? 1000 : 0);
  };
  const name = (code: string) => labelIn(table, "intervention", code);
  return [...distinct(table, "intervention")].sort((a, b) => rank(b) - rank(a) || compareSwedish(name(a), name(b)));
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
  const heads = groups.map((group) => wrap(labelIn(table, "group", group), room, SIZES.subtitle, "semibold"));
  heads.forEach((lines, g) =>
    texts.push(...placeLines(lines, left(g), 14, HEAD_LINE, { size: SIZES.subtitle, weight: "semibold" })),
  );
  let y = Math.max(1, ...heads.map(({ length }) => length)) * HEAD_LINE + 4;
  for (const code of codes) {
    const lines = wrap(labelIn(table, "intervention", code), labelWidth, SIZES.label);
    const rows = groups.map((group) => find(code, group));
    const tallest = Math.max(0, ...rows.map((row) => (row === undefined ? 0 : effectHeight(row, room, scale))));
    const height = Math.max(tallest, lines.length * LINE - 3) + ROW_GAP;
    shapes.push(line(0, y, width, y, COLOURS.line));
    texts.push(...placeLines(lines, 0, y + 20, LINE));
    rows.forEach((row, g) => {
      if (row !== undefined) marks.push(effectMark(table, row, { x: left(g), y: y + 5, width: room }, scale));
    });
    y += height;
  }
  return { width, height: px(y), shapes, texts, marks };
}

/** For a narrow drawing: under the name of the intervention a line a group, its name to the left of its bar. */
function below({ table, codes, groups, find, scale, width }: Placing): Scene {
  const texts: PlacedText[] = [];
  const marks: Mark[] = [];
  const names = groups.map((group) => labelIn(table, "group", group));
  const left = groups.length > 1 ? Math.max(...names.map((name) => measure(name, SIZES.small))) + 10 : 0;
  let y = 0;
  for (const code of codes) {
    const lines = wrap(labelIn(table, "intervention", code), width, SIZES.label, "semibold");
    texts.push(...placeLines(lines, 0, y + 15, LINE, { weight: "semibold" }));
    y += lines.length * LINE + 6;
    groups.forEach((group, g) => {
      const row = find(code, group);
      if (row === undefined) return;
      if (groups.length > 1)
        texts.push(
          placeText(names[g] ?? "", 0, baseline(y + 10, SIZES.small), { size: SIZES.small, colour: COLOURS.inkSoft }),
        );
      marks.push(effectMark(table, row, { x: left, y, width: width - left }, scale));
      y += effectHeight(row, width - left, scale) + 8;
    });
    y += 8;
  }
  return { width, height: px(y), shapes: [], texts, marks };
}
