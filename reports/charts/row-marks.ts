/** What stands in the lane of a row, and how it becomes shapes. */
import { measure } from "../text/measure.ts";
import { circle, line, path, placeText, px, rect, baseline, type Fill, type PlacedText, type Shape } from "./scene.ts";
import { COLOURS, SIZES } from "./tokens.ts";

/** Values are in the units of the scale; offsets are px below the middle of the lane. */
export type RowMark =
  | { readonly kind: "bar"; readonly from: number; readonly to: number; readonly fill: Fill; readonly label?: string }
  | {
      readonly kind: "span";
      readonly from: number;
      /** `∞` runs to the end of the lane and ends in an arrow. */
      readonly to: number | "∞";
      readonly colour: string;
      readonly thickness: number;
      /** Open brackets are bounds; plain ends are ranges. */
      readonly ends: "bracket" | "plain";
      readonly offset?: number;
    }
  | {
      readonly kind: "dot";
      readonly at: number;
      readonly colour: string;
      readonly hollow?: boolean;
      readonly offset?: number;
    }
  | { readonly kind: "tick"; readonly at: number; readonly colour: string };

export interface Lane {
  readonly middle: number;
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
}

export const BAR = 20;
const BRACKET = 7;
const DOT = 5.5;
const TICK = 12;
const FOOT = 5;

export function drawMark(
  mark: RowMark,
  lane: Lane,
): { readonly shapes: readonly Shape[]; readonly texts: readonly PlacedText[] } {
  switch (mark.kind) {
    case "bar":
      return drawBar(mark, lane);
    case "span":
      return { shapes: drawSpan(mark, lane), texts: [] };
    case "dot": {
      const fill = mark.hollow ? COLOURS.paper : mark.colour;
      return { shapes: [circle(lane.x(mark.at), lane.middle + (mark.offset ?? 0), DOT, fill, mark.colour)], texts: [] };
    }
    case "tick": {
      const x = lane.x(mark.at);
      return { shapes: [line(x, lane.middle - TICK, x, lane.middle + TICK, mark.colour, 2.5)], texts: [] };
    }
  }
}

/** How far a mark reaches above or below the middle of its lane, in px. */
export function markReach(mark: RowMark): number {
  if (mark.kind === "bar") return BAR / 2;
  if (mark.kind === "tick") return TICK;
  const half = mark.kind === "dot" ? DOT + 1 : mark.ends === "bracket" ? BRACKET + 1 : mark.thickness / 2;
  return Math.abs(mark.offset ?? 0) + half;
}

function drawBar(bar: Extract<RowMark, { kind: "bar" }>, { x, middle }: Lane) {
  const [left, right] = [x(bar.from), x(bar.to)];
  // Paper between bars that meet: two dark colours are the same grey in print.
  const gap = bar.from !== 0 && right - left > 3 ? 1 : 0;
  const shapes = [rect(left + gap, middle - BAR / 2, right - left - gap, BAR, bar.fill)];
  const fits = bar.label !== undefined && measure(bar.label, SIZES.small) + 6 <= right - left;
  const texts = fits
    ? [
        placeText(bar.label ?? "", (left + right) / 2, baseline(middle, SIZES.small), {
          size: SIZES.small,
          anchor: "middle",
          colour: inkOn(bar.fill),
        }),
      ]
    : [];
  return { shapes, texts };
}

function drawSpan(span: Extract<RowMark, { kind: "span" }>, lane: Lane): readonly Shape[] {
  const { colour, thickness, ends } = span;
  const y = lane.middle + (span.offset ?? 0);
  const left = lane.x(span.from);
  const right = span.to === "∞" ? lane.right : Math.max(lane.x(span.to), left + 3);
  const shapes: Shape[] = [line(left, y, span.to === "∞" ? right - 4 : right, y, colour, thickness)];
  if (span.to === "∞") shapes.push(arrow(right, y, colour));
  if (ends === "bracket") {
    shapes.push(bracket(left, y, FOOT, colour));
    if (span.to !== "∞") shapes.push(bracket(right, y, -FOOT, colour));
  }
  return shapes;
}

const bracket = (x: number, y: number, foot: number, colour: string): Shape =>
  path(
    `M${px(x + foot)} ${px(y - BRACKET)}L${px(x)} ${px(y - BRACKET)}L${px(x)} ${px(y + BRACKET)}L${px(x + foot)} ${px(y + BRACKET)}`,
    "none",
    colour,
    2,
  );

const arrow = (x: number, y: number, colour: string): Shape =>
  path(`M${px(x - 8)} ${px(y - 6)}L${px(x)} ${px(y)}L${px(x - 8)} ${px(y + 6)}`, "none", colour, 2);

/** White on dark, ink on light: whichever has the greater contrast (WCAG relative luminance). */
export function inkOn(fill: Fill): string {
  if (!/^#[0-9a-f]{6}$/i.test(fill)) return COLOURS.ink;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(fill.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.2 ? COLOURS.ink : COLOURS.card;
}
