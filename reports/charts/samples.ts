/** Samples for legends, in a box of 18 × 14 px. */
import type { LegendItem } from "./legend.ts";
import { circle, frameRect, HATCH, line, path, px, rect, type Fill, type Shape } from "./scene.ts";
import { COLOURS } from "./tokens.ts";

type Sample = LegendItem["sample"];

export const swatch =
  (fill: Fill): Sample =>
  (x, y) => [rect(x, y, 18, 14, fill)];

export const frameSample =
  (fill: Fill, stroke: string): Sample =>
  (x, y) => [frameRect(x + 0.5, y + 0.5, 17, 13, fill, stroke)];

export const dotSample =
  (colour: string, hollow = false): Sample =>
  (x, y) => [circle(x + 9, y + 7, 5.5, hollow ? COLOURS.paper : colour, colour)];

export const spanSample =
  (colour: string, thickness: number): Sample =>
  (x, y) => [line(x, y + 7, x + 18, y + 7, colour, thickness)];

export const tickSample =
  (colour: string): Sample =>
  (x, y) => [line(x + 9, y, x + 9, y + 14, colour, 2.5)];

export const bracketSample =
  (colour: string, thickness: number): Sample =>
  (x, y) => [
    line(x, y + 7, x + 18, y + 7, colour, thickness),
    path(`M${x + 4} ${y}L${x} ${y}L${x} ${y + 14}L${x + 4} ${y + 14}`, "none", colour, 2),
    path(`M${x + 14} ${y}L${x + 18} ${y}L${x + 18} ${y + 14}L${x + 14} ${y + 14}`, "none", colour, 2),
  ];

export const hatchSample: Sample = (x, y) => [rect(x, y, 18, 14, HATCH)];

/** The signs of the matrix: full, half and empty box. */
export type SignName = "full" | "half" | "empty" | "hatch";

export function signShapes(sign: SignName, x: number, y: number, width: number, height: number): readonly Shape[] {
  switch (sign) {
    case "full":
      return [frameRect(x, y, width, height, COLOURS.deep, COLOURS.deep)];
    case "half":
      return [
        frameRect(x, y, width, height, COLOURS.card, COLOURS.deep),
        path(
          `M${px(x)} ${px(y + height)}L${px(x + width)} ${px(y)}L${px(x + width)} ${px(y + height)}`,
          COLOURS.deep,
          "none",
          0,
        ),
      ];
    case "empty":
      return [frameRect(x, y, width, height, COLOURS.card, COLOURS.hatch)];
    case "hatch":
      return [frameRect(x, y, width, height, HATCH, COLOURS.hatch)];
  }
}

export const signSample =
  (sign: SignName): Sample =>
  (x, y) =>
    signShapes(sign, x + 1, y, 14, 14);
