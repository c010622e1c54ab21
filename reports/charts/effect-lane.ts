/** One group's ratings of one intervention: a bar on both sides of a middle, and beside it the answers without rating. */
import type { Table, TableRow } from "../section.ts";
import { formatNumber } from "../text/format.ts";
import { measure } from "../text/measure.ts";
import { wrap } from "../text/wrap.ts";
import { countIn, labelIn, reasonIn, textIn } from "./read-table.ts";
import { inkOn } from "./row-marks.ts";
import {
  baseline,
  frameRect,
  HATCH,
  line,
  placeLines,
  placeText,
  rect,
  type Mark,
  type PlacedText,
  type Shape,
} from "./scene.ts";
import { COLOURS, SIZES, TWO_SIDED } from "./tokens.ts";

const RATINGS = ["c1", "c2", "c3", "c4", "c5"] as const;
const BAR = 20;
const BETWEEN = 12;
const LINE = 16;

/** Lengths are answers where `counts`, otherwise shares in [0, 1]. */
export interface EffectScale {
  readonly counts: boolean;
  /** How far the longest bar reaches from the middle. */
  readonly side: number;
  /** The largest part without rating. */
  readonly aside: number;
}

/** Left and right of the middle: of the ratings, or of one; the middle rating lies half on each side. */
export function reachOf(row: TableRow, counts: boolean): readonly [number, number] {
  const [c1, c2, c3, c4, c5] = RATINGS.map((key) => countIn(row[key])) as [number, number, number, number, number];
  const n = counts ? 1 : Math.max(1, countIn(row.n));
  return [(c1 + c2 + c3 / 2) / n, (c3 / 2 + c4 + c5) / n];
}

/** Answers that it is too early and that they do not know: of all answers, or of one. */
export function asideOf(row: TableRow, counts: boolean): readonly [number, number] {
  const [early, unknown] = [countIn(row.too_early), countIn(row.dont_know)];
  const all = counts ? 1 : Math.max(1, early + unknown + countIn(row.n));
  return [early / all, unknown / all];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a bar and its figures need in a box of this width, in px. */
export const effectHeight = (row: TableRow, width: number): number =>
  BAR + 4 + wrap(figures(row), width, SIZES.small).length * LINE;

/** A bar with its figures below it. */
export function effectMark(table: Table, row: TableRow, box: Box, scale: EffectScale): Mark {
  const { x, y, width } = box;
  const name = `${labelIn(table, "intervention", row.intervention)}, ${labelIn(table, "group", row.group).toLowerCase()}`;
  const perUnit = (width - (scale.aside > 0 ? BETWEEN : 0)) / (2 * scale.side + scale.aside);
  const middle = x + scale.side * perUnit;
  const rated = typeof row.net === "number";
  const bar = rated
    ? ratings(row, middle, y, scale.counts ? perUnit : perUnit / Math.max(1, countIn(row.n)))
    : unrated(row, x, y, 2 * scale.side * perUnit);
  const lengths = asideOf(row, scale.counts).map((part) => part * perUnit);
  const beside = withoutRating(row, x + 2 * scale.side * perUnit + BETWEEN, y, lengths);
  return {
    key: `${textIn(row.intervention)}/${textIn(row.group)}`,
    tip: `${name}: ${tipOf(row)}`,
    shapes: [
      rect(x, y, width, effectHeight(row, width), "transparent"),
      ...bar.shapes,
      ...(rated
        ? [line(middle, y - 4, middle, y, COLOURS.ink), line(middle, y + BAR, middle, y + BAR + 4, COLOURS.ink)]
        : []),
      ...beside.shapes,
    ],
    texts: [
      ...bar.texts,
      ...beside.texts,
      ...placeLines(wrap(figures(row), width, SIZES.small), x, y + BAR + 15, LINE, {
        size: SIZES.small,
        colour: COLOURS.inkSoft,
      }),
    ],
  };
}

interface Drawn {
  readonly shapes: readonly Shape[];
  readonly texts: readonly PlacedText[];
}

function ratings(row: TableRow, middle: number, y: number, perAnswer: number): Drawn {
  const [c1, c2, c3] = [countIn(row.c1), countIn(row.c2), countIn(row.c3)];
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  let from = middle - (c1 + c2 + c3 / 2) * perAnswer;
  RATINGS.forEach((key, i) => {
    const count = countIn(row[key]);
    const length = count * perAnswer;
    const fill = TWO_SIDED[i] ?? COLOURS.neutral;
    if (count > 0) {
      shapes.push(rect(from, y, length, BAR, fill));
      texts.push(...inside(count, from, y, length, inkOn(fill)));
    }
    from += length;
  });
  return { shapes, texts };
}

function inside(count: number, x: number, y: number, length: number, colour: string): readonly PlacedText[] {
  const label = formatNumber(count);
  if (measure(label, SIZES.small) + 6 > length) return [];
  const style = { size: SIZES.small, anchor: "middle" as const, colour };
  return [placeText(label, x + length / 2, baseline(y + BAR / 2, SIZES.small), style)];
}

/** Nobody has given a rating: hatched, with the reason on a plate. */
function unrated(row: TableRow, x: number, y: number, width: number): Drawn {
  const words = row.net === undefined ? "" : reasonIn(row.net);
  const plate = Math.min(width, measure(words, SIZES.small) + 10);
  return {
    shapes: [rect(x, y, width, BAR, HATCH), rect(x, y, plate, BAR, COLOURS.paper)],
    texts: [
      placeText(words, x + 4, baseline(y + BAR / 2, SIZES.small), { size: SIZES.small, colour: COLOURS.inkSoft }),
    ],
  };
}

/** Too early hatched, don't know as an empty frame. */
function withoutRating(row: TableRow, x: number, y: number, lengths: readonly number[]): Drawn {
  const [first = 0, second = 0] = lengths;
  const frame = frameRect(x + first + 0.5, y + 0.5, Math.max(1, second - 1), BAR - 1, COLOURS.card, COLOURS.hatch);
  return {
    shapes: [...(first > 0 ? [rect(x, y, first, BAR, HATCH)] : []), ...(second > 0 ? [frame] : [])],
    texts: second > 0 ? inside(countIn(row.dont_know), x + first, y, second, COLOURS.ink) : [],
  };
}

const signed = (net: number): string => `${Math.round(net) > 0 ? "+" : ""}${formatNumber(net)}`;

/** "netto +50, n = 4" and how many gave no rating. */
function figures(row: TableRow): string {
  const n = `n\u00a0=\u00a0${formatNumber(countIn(row.n))}`;
  const aside = [
    ...(countIn(row.too_early) > 0 ? [`${formatNumber(countIn(row.too_early))} för tidigt`] : []),
    ...(countIn(row.dont_know) > 0 ? [`${formatNumber(countIn(row.dont_know))} vet ej`] : []),
  ];
  return [...(typeof row.net === "number" ? [`netto\u00a0${signed(row.net)}`] : []), n, ...aside].join(", ");
}

function tipOf(row: TableRow): string {
  const spread = RATINGS.map((rating, i) => `${i + 1}: ${formatNumber(countIn(row[rating]))}`).join(", ");
  const aside = `för tidigt att bedöma ${formatNumber(countIn(row.too_early))}, vet ej ${formatNumber(countIn(row.dont_know))}`;
  if (typeof row.net !== "number") return `${row.net === undefined ? "" : reasonIn(row.net).toLowerCase()}, ${aside}`;
  return `netto ${signed(row.net)}, n = ${formatNumber(countIn(row.n))}, ${spread}, ${aside}`;
}
