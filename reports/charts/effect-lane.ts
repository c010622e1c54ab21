/** One group's ratings of one intervention: a bar on both sides of a middle, beside it the answers without rating, and the net. */
import type { Table, TableRow } from "../section.ts";
import { formatNumber, inSentence } from "../text/format.ts";
import { measure } from "../text/measure.ts";
import { wrap } from "../text/wrap.ts";
import { countIn, HIDDEN_WORDS, hidesRatings, labelIn, reasonIn, textIn } from "./read-table.ts";
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
const THIN = 8;
const BETWEEN = 8;
const LINE = 16;
/** With fewer ratings than this nothing is singled out, and the bar is thin. */
export const ENOUGH_RATINGS = 3;

/** Lengths are answers where `counts`, otherwise shares in [0, 1]. */
export interface EffectScale {
  readonly counts: boolean;
  /** How far the longest bar reaches from the middle. */
  readonly side: number;
  /** The largest part without rating. */
  readonly aside: number;
  /** What the figures need beside the bar, in px; 0 where they stand below it. */
  readonly figures: number;
}

/** Left and right of the middle: of the ratings, or of one; the middle rating lies half on each side. */
export function reachOf(row: TableRow, counts: boolean): readonly [number, number] {
  if (hidesRatings(row)) return [0, 0];
  const [c1, c2, c3, c4, c5] = RATINGS.map((key) => countIn(row[key])) as [number, number, number, number, number];
  const n = counts ? 1 : Math.max(1, countIn(row.n));
  return [(c1 + c2 + c3 / 2) / n, (c3 / 2 + c4 + c5) / n];
}

/** Too early and don't know: answers, or shares of all who answered. */
export function asideOf(row: TableRow, counts: boolean): readonly [number, number] {
  if (hidesRatings(row)) return [0, 0];
  const [early, unknown] = [countIn(row.too_early), countIn(row.dont_know)];
  const all = counts ? 1 : Math.max(1, early + unknown + countIn(row.n));
  return [early / all, unknown / all];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const isRated = (row: TableRow): boolean => typeof row.net === "number" && !hidesRatings(row);

/** Why there is nothing to draw. */
const reasonOf = (row: TableRow): string =>
  hidesRatings(row) ? HIDDEN_WORDS : row.net === undefined ? "" : reasonIn(row.net);

const reasonLines = (row: TableRow, width: number): readonly string[] => wrap(reasonOf(row), width - 8, SIZES.small);

/** What a bar and its figures need in a box of this width, in px. */
export function effectHeight(row: TableRow, width: number, scale: EffectScale): number {
  if (!isRated(row)) return Math.max(BAR, reasonLines(row, width).length * LINE + 2);
  return scale.figures > 0 ? BAR : BAR + 2 + LINE;
}

/** A bar with its figures at the right end of the box, or below it. */
export function effectMark(table: Table, row: TableRow, box: Box, scale: EffectScale): Mark {
  const { x, y, width } = box;
  const name = `${labelIn(table, "intervention", row.intervention)}, ${labelIn(table, "group", row.group).toLowerCase()}`;
  const lane = width - (scale.figures > 0 ? scale.figures + BETWEEN : 0);
  const perUnit = (lane - (scale.aside > 0 ? BETWEEN : 0)) / (2 * scale.side + scale.aside);
  const drawn = isRated(row) ? rated(row, { x, y, width }, scale, perUnit) : unrated(row, x, y, width);
  return {
    key: `${textIn(row.intervention)}/${textIn(row.group)}`,
    tip: `${name}: ${tipOf(row)}`,
    shapes: [rect(x, y, width, effectHeight(row, width, scale), "transparent"), ...drawn.shapes],
    texts: drawn.texts,
  };
}

interface Drawn {
  readonly shapes: readonly Shape[];
  readonly texts: readonly PlacedText[];
}

function rated(row: TableRow, { x, y, width }: Box, scale: EffectScale, perUnit: number): Drawn {
  const middle = x + scale.side * perUnit;
  const bar = ratings(row, middle, y, scale.counts ? perUnit : perUnit / Math.max(1, countIn(row.n)));
  // Where the length is a share, some counts would have room and others none: they stand in the tooltip and in the table.
  const counts = scale.counts ? bar.texts : [];
  const lengths = asideOf(row, scale.counts).map((part) => part * perUnit);
  const beside = withoutRating(x + 2 * scale.side * perUnit + BETWEEN, y, lengths);
  const at = scale.figures > 0 ? baseline(y + BAR / 2, SIZES.small) : y + BAR + 15;
  return {
    shapes: [
      ...bar.shapes,
      line(middle, y - 4, middle, y, COLOURS.ink),
      line(middle, y + BAR, middle, y + BAR + 4, COLOURS.ink),
      ...beside,
    ],
    texts: [...counts, placeText(figures(row), x + width, at, { size: SIZES.small, anchor: "end" })],
  };
}

function ratings(row: TableRow, middle: number, y: number, perAnswer: number): Drawn {
  const [c1, c2, c3] = [countIn(row.c1), countIn(row.c2), countIn(row.c3)];
  const height = countIn(row.n) < ENOUGH_RATINGS ? THIN : BAR;
  const shapes: Shape[] = [];
  const texts: PlacedText[] = [];
  let from = middle - (c1 + c2 + c3 / 2) * perAnswer;
  RATINGS.forEach((key, i) => {
    const count = countIn(row[key]);
    const length = count * perAnswer;
    const fill = TWO_SIDED[i] ?? COLOURS.neutral;
    if (count > 0) {
      shapes.push(rect(from, y + (BAR - height) / 2, length, height, fill));
      if (height === BAR) texts.push(...inside(count, from, y, length, inkOn(fill)));
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

/** Nobody has given a rating: hatched across the box, with the reason on a plate. */
function unrated(row: TableRow, x: number, y: number, width: number): Drawn {
  const words = reasonLines(row, width);
  const height = Math.max(BAR, words.length * LINE + 2);
  const plate = Math.min(width, Math.max(...words.map((word) => measure(word, SIZES.small))) + 8);
  const first = baseline(y + height / 2 - ((words.length - 1) * LINE) / 2, SIZES.small);
  return {
    shapes: [rect(x, y, width, height, HATCH), rect(x, y, plate, height, COLOURS.paper)],
    texts: placeLines(words, x, first, LINE, { size: SIZES.small, colour: COLOURS.inkSoft }),
  };
}

/** Too early hatched, don't know as an empty frame; how many they are stands in the tooltip and in the table. */
function withoutRating(x: number, y: number, lengths: readonly number[]): readonly Shape[] {
  const [first = 0, second = 0] = lengths;
  const [top, height] = [y + (BAR - THIN) / 2, THIN];
  const frame = frameRect(x + first + 0.5, top + 0.5, Math.max(1, second - 1), height - 1, COLOURS.card, COLOURS.hatch);
  return [...(first > 0 ? [rect(x, top, first, height, HATCH)] : []), ...(second > 0 ? [frame] : [])];
}

const signed = (net: number): string => `${Math.round(net) > 0 ? "+" : ""}${formatNumber(net)}`;

/** "+50, n = 4"; empty where nobody has rated. */
export const figures = (row: TableRow): string =>
  typeof row.net === "number" && !hidesRatings(row)
    ? `${signed(row.net)}, n\u00a0=\u00a0${formatNumber(countIn(row.n))}`
    : "";

function tipOf(row: TableRow): string {
  if (hidesRatings(row)) return inSentence(HIDDEN_WORDS);
  const spread = RATINGS.map((rating, i) => `${i + 1}: ${formatNumber(countIn(row[rating]))}`).join(", ");
  const aside = `för tidigt att bedöma ${formatNumber(countIn(row.too_early))}, vet ej ${formatNumber(countIn(row.dont_know))}`;
  if (typeof row.net !== "number") return `${row.net === undefined ? "" : reasonIn(row.net).toLowerCase()}, ${aside}`;
  return `netto ${signed(row.net)}, n = ${formatNumber(countIn(row.n))}, ${spread}, ${aside}`;
}
